import { Button, Stack } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { currentLanguage } from '@/i18n';
import { ProblemBanner } from './banner';

type DownloadButtonProps = { label: string; download: (language: string) => Promise<void> };

/** Fetches a file; while it comes the button says so, and a refusal stands beside it. */
export function DownloadButton({ label, download }: DownloadButtonProps) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);

  const start = async () => {
    setBusy(true);
    setError(null);
    try {
      await download(currentLanguage());
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };

  return (
    <Stack gap="xs">
      <Button
        variant="default"
        loading={busy}
        leftSection={<IconDownload size={16} aria-hidden />}
        onClick={() => void start()}
      >
        {label}
      </Button>
      {error !== null && <ProblemBanner error={error} />}
    </Stack>
  );
}
