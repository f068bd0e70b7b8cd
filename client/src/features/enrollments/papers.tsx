import { Anchor, Select, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconFile } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/client';
import { formatDateTime } from '@/shared/lib/vi';
import { FileDrop, formatBytes } from '@/shared/ui/file-drop';
import { filterVi } from '@/shared/ui/form-fields';
import { StatusBadge } from '@/shared/ui/status-badge';
import './i18n';
import classes from './papers.module.css';
import { attachDocument, documentUrl, type Enrollment } from './queries';
import { DOCUMENT_KINDS, MINUTES, UPLOAD_MAX_BYTES, UPLOAD_TYPES, type DocumentKind } from './status';

type Paper = Schemas['EnrollmentDocumentDetails'];

type PapersProps = {
  enrollment: Enrollment;
  /** Carries out an upload; the page takes care of the version it leads to. */
  during: (work: () => Promise<unknown>) => Promise<unknown>;
};

/** The papers of a dossier: what is asked for, what is there with its versions, and the way to add more. */
export function Papers({ enrollment, during }: PapersProps) {
  const { t } = useTranslation('enrollments');
  const { checklist, documents, allowedActions } = enrollment;
  const mayAttach = allowedActions.includes('attachDocument');
  const [extra, setExtra] = useState<DocumentKind | null>(null);
  const required = checklist.filter((item) => item.isRequired);
  const listed = new Set(checklist.map(({ kind }) => kind));
  const others = DOCUMENT_KINDS.filter((kind) => !listed.has(kind));
  const proceedings = documents.filter(({ kind }) => kind === MINUTES);

  return (
    <>
      <Text size="sm" mb="xs">
        {t('papers.progress', {
          present: required.filter((item) => item.isPresent).length,
          required: required.length,
        })}
      </Text>
      <ul className={classes.list}>
        {checklist.map((item) => {
          const kind = item.kind as DocumentKind;
          const versions = documents.filter((document) => document.kind === kind);
          return (
            <li key={kind} className={classes.item}>
              <div className={classes.head}>
                <Text size="sm" fw={500}>
                  {t(`papers.kinds.${kind}`)}
                </Text>
                <Presence isRequired={item.isRequired} isPresent={item.isPresent} />
              </div>
              <Versions enrollmentId={enrollment.id} versions={versions} />
              {mayAttach && (
                <Upload
                  enrollmentId={enrollment.id}
                  kind={kind}
                  replaces={versions.findLast(({ isCurrent }) => isCurrent)?.id}
                  during={during}
                />
              )}
            </li>
          );
        })}
      </ul>
      {mayAttach && others.length > 0 && (
        <Stack gap="xs" mt="md" className="no-print">
          <Select
            label={t('papers.add')}
            placeholder={t('papers.addHint')}
            data={others.map((kind) => ({ value: kind, label: t(`papers.kinds.${kind}`) }))}
            value={extra}
            onChange={(kind) => setExtra(kind as DocumentKind | null)}
            searchable
            filter={filterVi}
            maw={480}
          />
          {extra !== null && others.includes(extra as (typeof others)[number]) && (
            <Upload key={extra} enrollmentId={enrollment.id} kind={extra} during={during} />
          )}
        </Stack>
      )}
      {proceedings.length > 0 && (
        <>
          <Title order={3} fz={15} mt="md" mb={4}>
            {t('papers.proceedings')}
          </Title>
          <Versions enrollmentId={enrollment.id} versions={proceedings} />
        </>
      )}
    </>
  );
}

function Presence({ isRequired, isPresent }: { isRequired: boolean; isPresent: boolean }) {
  const { t } = useTranslation('enrollments');
  if (isPresent) {
    return (
      <StatusBadge tone="approved" icon={IconCircleCheck}>
        {t('papers.present')}
      </StatusBadge>
    );
  }
  return isRequired ? (
    <StatusBadge tone="supplement" icon={IconAlertTriangle}>
      {t('papers.missing')}
    </StatusBadge>
  ) : (
    <StatusBadge tone="neutral" icon={IconFile}>
      {t('papers.optional')}
    </StatusBadge>
  );
}

function Versions({ enrollmentId, versions }: { enrollmentId: string; versions: readonly Paper[] }) {
  const { t } = useTranslation('enrollments');
  const current = versions.filter(({ isCurrent }) => isCurrent);
  const older = versions.filter(({ isCurrent }) => !isCurrent);
  return (
    <>
      {current.map((paper) => (
        <PaperLine key={paper.id} enrollmentId={enrollmentId} paper={paper} />
      ))}
      {older.length > 0 && (
        <details>
          <summary className={classes.older}>{t('papers.older', { count: older.length })}</summary>
          {older.map((paper) => (
            <PaperLine key={paper.id} enrollmentId={enrollmentId} paper={paper} />
          ))}
        </details>
      )}
    </>
  );
}

function PaperLine({ enrollmentId, paper }: { enrollmentId: string; paper: Paper }) {
  const { t } = useTranslation('enrollments');
  return (
    <Text size="sm" component="div" className={classes.paper}>
      <Anchor
        href={documentUrl(enrollmentId, paper.id)}
        download
        size="sm"
        aria-label={t('papers.download', { name: paper.fileName })}
      >
        {paper.fileName}
      </Anchor>{' '}
      <Text component="span" size="sm" c="dimmed">
        {[
          formatBytes(paper.sizeBytes),
          t('papers.version', { number: paper.version }),
          t('papers.by', { name: paper.uploadedByName, at: formatDateTime(paper.uploadedAt) }),
        ].join(' · ')}
      </Text>
    </Text>
  );
}

type UploadProps = {
  enrollmentId: string;
  kind: DocumentKind;
  replaces?: string;
  during: PapersProps['during'];
};

export function Upload({ enrollmentId, kind, replaces, during }: UploadProps) {
  const { t } = useTranslation('enrollments');
  const name = t(`papers.kinds.${kind}`);
  return (
    <div className="no-print">
      <FileDrop
        label={replaces === undefined ? t('papers.upload', { name }) : t('papers.replace', { name })}
        accept={UPLOAD_TYPES}
        maxBytes={UPLOAD_MAX_BYTES}
        upload={(file, onProgress, signal) =>
          during(() => attachDocument(enrollmentId, { kind, file, replaces, onProgress, signal }))
        }
      />
    </div>
  );
}
