import { Button, Group, SimpleGrid, Stack } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { newIdempotencyKey } from '@/api/client';
import { formatInt } from '@/shared/lib/vi';
import { Banner } from '@/shared/ui/banner';
import { ConfirmDialog } from '@/shared/ui/confirm-dialog';
import { DownloadButton } from '@/shared/ui/download-button';
import { FileDrop } from '@/shared/ui/file-drop';
import { LinkAnchor, LinkButton } from '@/shared/ui/links';
import { PageHeader } from '@/shared/ui/page-header';
import { Section } from '@/shared/ui/section';
import { Stat } from '@/shared/ui/stat';
import './i18n';
import {
  checkList,
  downloadListTemplate,
  useImportList,
  type ListCheck,
  type ListImport,
} from './list-queries';
import type { Course } from './queries';

const MAX_BYTES = 10 * 1024 * 1024;

type Checked = { file: File; check: ListCheck; key: string };

type ImportListProps = {
  course: Course;
  /** Shows every row that is wrong. */
  findings: (check: ListCheck) => ReactNode;
};

/** Template → list → what would happen, row by row → import. Nothing is stored before the confirmation. */
export function ImportList({ course, findings }: ImportListProps) {
  const { t } = useTranslation('training');
  const importList = useImportList(course.id);
  const [checked, setChecked] = useState<Checked | null>(null);
  const [result, setResult] = useState<ListImport | null>(null);
  const [confirming, setConfirming] = useState(false);

  const check = async (file: File, onProgress: (percent: number) => void, signal: AbortSignal) => {
    setChecked(null);
    setResult(null);
    const found = await checkList(course.id, file, onProgress, signal);
    setChecked({ file, check: found, key: newIdempotencyKey() });
  };

  return (
    <>
      <PageHeader
        title={t('excel.title')}
        sub={t('excel.sub')}
        above={
          <LinkAnchor to="/courses/$courseId" params={{ courseId: course.id }} size="sm">
            {course.title}
          </LinkAnchor>
        }
      />
      <Section
        title={t('excel.templateTitle')}
        sub={t('excel.templateHint')}
        actions={<DownloadButton label={t('excel.template')} download={downloadListTemplate(course.id)} />}
      >
        {null}
      </Section>
      <Section title={t('excel.fileTitle')} sub={t('excel.fileHint')}>
        <FileDrop label={t('excel.file')} accept={['.xlsx']} maxBytes={MAX_BYTES} upload={check} />
      </Section>
      {result !== null && <Imported course={course} result={result} />}
      {checked !== null && (
        <>
          <Preview check={checked.check} onImport={() => setConfirming(true)} />
          {findings(checked.check)}
          <ConfirmDialog
            opened={confirming}
            onClose={() => setConfirming(false)}
            title={t('excel.confirmTitle', { name: checked.file.name })}
            consequence={consequence(checked.check, t)}
            verb={t('excel.verb')}
            onConfirm={async () => {
              const onlySoundRows = checked.check.faultyRowCount > 0;
              setResult(await importList.mutateAsync({ ...checked, onlySoundRows }));
              setChecked(null);
            }}
          />
        </>
      )}
    </>
  );
}

type T = ReturnType<typeof useTranslation<'training'>>['t'];

const soundRows = (check: ListCheck) => check.rowCount - check.faultyRowCount;

function consequence(check: ListCheck, t: T): string {
  const taken = t('excel.consequence', { count: soundRows(check) });
  return check.faultyRowCount > 0
    ? `${taken} ${t('excel.consequenceLeftOut', { count: check.faultyRowCount })}`
    : taken;
}

function Preview({ check, onImport }: { check: ListCheck; onImport: () => void }) {
  const { t } = useTranslation('training');
  const sound = soundRows(check);
  return (
    <Section title={t('excel.preview')}>
      <Stack gap="md">
        <SimpleGrid cols={{ base: 2, sm: 4 }} spacing="xs">
          <Stat label={t('excel.rows')} value={formatInt(check.rowCount)} />
          {check.undecidedCount > 0 ? (
            <Stat label={t('page.awaitingApproval')} value={formatInt(check.undecidedCount)} />
          ) : (
            <Stat label={t('excel.seats')} value={formatInt(check.seatCount)} />
          )}
          <Stat label={t('page.waiting')} value={formatInt(check.waitlistCount)} />
          <Stat label={t('excel.faultyRows')} value={formatInt(check.faultyRowCount)} />
        </SimpleGrid>
        {check.faultCount > 0 && (
          <Banner tone="error" title={t('excel.faults', { count: check.faultCount })}>
            {t(sound > 0 ? 'excel.faultsHint' : 'excel.faultsHintAll')}
          </Banner>
        )}
        {sound > 0 && (
          <Group>
            <Button
              variant={check.faultCount > 0 ? 'default' : 'filled'}
              leftSection={<IconFileImport size={16} aria-hidden />}
              onClick={onImport}
            >
              {t(check.faultCount > 0 ? 'excel.openSound' : 'excel.open', { count: sound })}
            </Button>
          </Group>
        )}
      </Stack>
    </Section>
  );
}

function Imported({ course, result }: { course: Course; result: ListImport }) {
  const { t } = useTranslation('training');
  return (
    <Banner
      tone="success"
      title={t('excel.done', { count: result.rowCount - result.leftOutCount })}
      action={
        <LinkButton
          to="/courses/$courseId"
          params={{ courseId: course.id }}
          variant="default"
          size="xs"
          mih={36}
        >
          {t('excel.show')}
        </LinkButton>
      }
    >
      {t('excel.doneSplit', { seats: result.seatCount, waiting: result.waitlistCount })}
      {result.leftOutCount > 0 && ` ${t('excel.leftOut', { count: result.leftOutCount })}`}
    </Banner>
  );
}
