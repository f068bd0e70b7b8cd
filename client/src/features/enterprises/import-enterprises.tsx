import { Button, Group, SimpleGrid, Stack } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newIdempotencyKey } from '@/api/client';
import { formatInt } from '@/shared/lib/vi';
import { Banner } from '@/shared/ui/banner';
import { ConfirmDialog } from '@/shared/ui/confirm-dialog';
import { DownloadButton } from '@/shared/ui/download-button';
import { FileDrop } from '@/shared/ui/file-drop';
import { LinkButton } from '@/shared/ui/links';
import { Section } from '@/shared/ui/section';
import { Stat } from '@/shared/ui/stat';
import type { ImportCheck } from './findings';
import './i18n';
import { ImportFindings } from './import-findings';
import { checkImport, downloadTemplate, useImportEnterprises, type ImportResult } from './queries';

const MAX_BYTES = 10 * 1024 * 1024;

type Checked = { file: File; check: ImportCheck; key: string };

/** Template → file → what would happen, row by row → import. Nothing is stored before the confirmation. */
export function ImportEnterprises() {
  const { t } = useTranslation('enterprises');
  const importFile = useImportEnterprises();
  const [checked, setChecked] = useState<Checked | null>(null);
  const [result, setResult] = useState<ImportResult | null>(null);
  const [confirming, setConfirming] = useState(false);

  const check = async (file: File, onProgress: (percent: number) => void, signal: AbortSignal) => {
    setChecked(null);
    setResult(null);
    setChecked({ file, check: await checkImport(file, onProgress, signal), key: newIdempotencyKey() });
  };

  return (
    <>
      <Section
        title={t('import.templateTitle')}
        sub={t('import.templateHint')}
        actions={<DownloadButton label={t('import.template')} download={downloadTemplate} />}
      >
        {null}
      </Section>
      <Section title={t('import.fileTitle')} sub={t('import.fileHint')}>
        <FileDrop label={t('import.file')} accept={['.xlsx']} maxBytes={MAX_BYTES} upload={check} />
      </Section>
      {result !== null && <Imported result={result} />}
      {checked !== null && (
        <>
          <Preview check={checked.check} onImport={() => setConfirming(true)} />
          <ImportFindings check={checked.check} />
          <ConfirmDialog
            opened={confirming}
            onClose={() => setConfirming(false)}
            title={t('import.confirmTitle', { name: checked.file.name })}
            consequence={t('import.consequence', { count: checked.check.newCount })}
            verb={t('import.verb')}
            onConfirm={async () => {
              setResult(await importFile.mutateAsync(checked));
              setChecked(null);
            }}
          />
        </>
      )}
    </>
  );
}

function Preview({ check, onImport }: { check: ImportCheck; onImport: () => void }) {
  const { t } = useTranslation('enterprises');
  const { rowCount, newCount, alreadyRegisteredCount, faultCount } = check;
  return (
    <Section title={t('import.preview')}>
      <Stack gap="md">
        <SimpleGrid cols={{ base: 2, sm: 4 }} spacing="xs">
          <Stat label={t('import.rows')} value={formatInt(rowCount)} />
          <Stat label={t('import.new')} value={formatInt(newCount)} />
          <Stat label={t('import.already')} value={formatInt(alreadyRegisteredCount)} />
          <Stat label={t('import.faults')} value={formatInt(faultCount)} />
        </SimpleGrid>
        {faultCount > 0 && (
          <Banner tone="error" title={t('import.refused', { count: faultCount })}>
            {t('import.refusedHint')}
          </Banner>
        )}
        {faultCount === 0 && newCount === 0 && <Banner>{t('import.nothingNew')}</Banner>}
        {faultCount === 0 && newCount > 0 && (
          <Group>
            <Button leftSection={<IconFileImport size={16} aria-hidden />} onClick={onImport}>
              {t('import.open', { count: newCount })}
            </Button>
          </Group>
        )}
      </Stack>
    </Section>
  );
}

function Imported({ result }: { result: ImportResult }) {
  const { t } = useTranslation('enterprises');
  return (
    <Banner
      tone="success"
      title={t('import.done', { count: result.registeredCount })}
      action={
        <LinkButton to="/enterprises" search={{ sort: '-createdAt' }} variant="default" size="xs" mih={36}>
          {t('import.show')}
        </LinkButton>
      }
    >
      {result.alreadyRegisteredCount > 0 && t('import.leftOut', { count: result.alreadyRegisteredCount })}
    </Banner>
  );
}
