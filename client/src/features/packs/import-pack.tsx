import { Button, Group, Stack } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newIdempotencyKey } from '@/api/client';
import { ConfirmDialog } from '@/shared/ui/confirm-dialog';
import { FileDrop } from '@/shared/ui/file-drop';
import { notifyDone } from '@/shared/ui/notify';
import { Section } from '@/shared/ui/section';
import { Difference } from './difference';
import { FaultList } from './fault-list';
import './i18n';
import { comparePack, parsePack, useImportPack, type PackDiff, type PackDocument } from './queries';

const MAX_BYTES = 5 * 1024 * 1024;

type Preview = { document: PackDocument; diff: PackDiff; key: string };

/** File → what would change → import. Nothing is written before the confirmation. */
export function ImportPack() {
  const { t } = useTranslation('packs');
  const importPack = useImportPack();
  const [preview, setPreview] = useState<Preview | null>(null);
  const [refused, setRefused] = useState<unknown>(null);
  const [confirming, setConfirming] = useState(false);

  const compare = async (file: File, onProgress: (percent: number) => void, signal: AbortSignal) => {
    setPreview(null);
    setRefused(null);
    try {
      const document = parsePack(await file.text());
      onProgress(50);
      const diff = await comparePack(document, signal);
      setPreview({ document, diff, key: newIdempotencyKey() });
    } catch (error) {
      if (!signal.aborted) setRefused(error);
      throw error;
    }
  };

  return (
    <>
      <Section title={t('import.title')} sub={t('import.hint')}>
        <Stack gap="md">
          <FileDrop label={t('import.file')} accept={['.json']} maxBytes={MAX_BYTES} upload={compare} />
          {preview && (
            <>
              <Difference diff={preview.diff} />
              {!preview.diff.identical && (
                <Group>
                  <Button
                    leftSection={<IconFileImport size={16} aria-hidden />}
                    onClick={() => setConfirming(true)}
                  >
                    {t('import.open', { key: preview.diff.key })}
                  </Button>
                </Group>
              )}
            </>
          )}
        </Stack>
      </Section>
      {refused !== null && <FaultList error={refused} />}
      {preview && (
        <ConfirmDialog
          opened={confirming}
          onClose={() => setConfirming(false)}
          title={t('import.confirmTitle', { key: preview.diff.key })}
          consequence={t('import.consequence', { count: preview.diff.changes.length })}
          verb={t('import.verb')}
          onConfirm={async () => {
            await importPack.mutateAsync(preview);
            notifyDone(t('import.done', { key: preview.diff.key }));
            setPreview(null);
          }}
        />
      )}
    </>
  );
}
