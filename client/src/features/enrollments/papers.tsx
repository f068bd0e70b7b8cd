import { Anchor, Button, Group, Select, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconFile, IconTrash, IconUpload } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/client';
import { ConfirmDialog } from '@/shared/ui/confirm-dialog';
import { formatDateTime } from '@/shared/lib/vi';
import { FileDrop, formatBytes } from '@/shared/ui/file-drop';
import { filterVi } from '@/shared/ui/form-fields';
import { notifyDone } from '@/shared/ui/notify';
import { StatusBadge } from '@/shared/ui/status-badge';
import './i18n';
import classes from './papers.module.css';
import { attachDocument, documentUrl, useRemoveDocument, type Enrollment } from './queries';
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
  const [removing, setRemoving] = useState<Paper | null>(null);
  const remove = useRemoveDocument(enrollment.id);
  const asked = askedFor(enrollment);
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
                <Presence
                  isRequired={item.isRequired}
                  isPresent={item.isPresent}
                  isAsked={asked.has(item.kind)}
                />
              </div>
              <Versions enrollmentId={enrollment.id} versions={versions} onRemove={setRemoving} />
              {mayAttach && (
                <PaperUpload
                  // A new version closes the field again.
                  key={versions.length}
                  isAsked={asked.has(item.kind)}
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
          <Versions enrollmentId={enrollment.id} versions={proceedings} onRemove={setRemoving} />
        </>
      )}
      {removing && (
        <ConfirmDialog
          opened
          onClose={() => setRemoving(null)}
          title={t('papers.removeTitle', { name: removing.fileName })}
          consequence={t('papers.removeText')}
          verb={t('papers.removeVerb')}
          danger
          onConfirm={async () => {
            await during(() => remove(removing.id));
            notifyDone(t('papers.removed', { name: removing.fileName }));
          }}
        />
      )}
    </>
  );
}

/** Kinds that the office has sent the dossier back for, and that have not come in anew since. */
function askedFor({ status, supplements, documents }: Enrollment): ReadonlySet<string> {
  const round = status === 'supplementRequired' ? supplements.at(-1) : undefined;
  return new Set(
    round?.items.filter(
      (kind) =>
        !documents.some(
          (paper) =>
            paper.kind === kind &&
            paper.isCurrent &&
            Date.parse(paper.uploadedAt) >= Date.parse(round.requestedAt),
        ),
    ),
  );
}

type PresenceProps = { isRequired: boolean; isPresent: boolean; isAsked: boolean };

function Presence({ isRequired, isPresent, isAsked }: PresenceProps) {
  const { t } = useTranslation('enrollments');
  if (isAsked) {
    return (
      <StatusBadge tone="supplement" icon={IconAlertTriangle}>
        {t('papers.asked')}
      </StatusBadge>
    );
  }
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

type VersionsProps = {
  enrollmentId: string;
  versions: readonly Paper[];
  onRemove: (paper: Paper) => void;
};

function Versions({ enrollmentId, versions, onRemove }: VersionsProps) {
  const { t } = useTranslation('enrollments');
  const current = versions.filter(({ isCurrent }) => isCurrent);
  const older = versions.filter(({ isCurrent }) => !isCurrent);
  return (
    <>
      {current.map((paper) => (
        <PaperLine key={paper.id} enrollmentId={enrollmentId} paper={paper} onRemove={onRemove} />
      ))}
      {older.length > 0 && (
        <details>
          <summary className={classes.older}>{t('papers.older', { count: older.length })}</summary>
          {older.map((paper) => (
            <PaperLine key={paper.id} enrollmentId={enrollmentId} paper={paper} onRemove={onRemove} />
          ))}
        </details>
      )}
    </>
  );
}

type PaperLineProps = { enrollmentId: string; paper: Paper; onRemove: (paper: Paper) => void };

function PaperLine({ enrollmentId, paper, onRemove }: PaperLineProps) {
  const { t } = useTranslation('enrollments');
  return (
    <Text size="sm" component="div" className={classes.paper}>
      <Anchor
        href={documentUrl(enrollmentId, paper.id)}
        download
        size="sm"
        underline="always"
        aria-label={t('papers.download', { name: paper.fileName })}
      >
        {paper.fileName}
      </Anchor>{' '}
      <Text component="span" size="sm" c="dimmed">
        {[
          formatBytes(paper.sizeBytes),
          ...(paper.version > 1 ? [t('papers.version', { number: paper.version })] : []),
          t('papers.by', { name: paper.uploadedByName, at: formatDateTime(paper.uploadedAt) }),
        ].join(' · ')}
      </Text>
      {paper.isRemovable && (
        <Button
          variant="subtle"
          color="red"
          size="compact-sm"
          mih={28}
          ml={4}
          className="no-print"
          leftSection={<IconTrash size={14} aria-hidden />}
          aria-label={t('papers.removeOf', { name: paper.fileName })}
          onClick={() => onRemove(paper)}
        >
          {t('papers.remove')}
        </Button>
      )}
    </Text>
  );
}

type UploadProps = {
  enrollmentId: string;
  kind: DocumentKind;
  replaces?: string;
  during: PapersProps['during'];
};

/** The field for a paper that is missing; where one is there, a newer version is offered and not in the way. */
function PaperUpload({ isAsked, ...props }: UploadProps & { isAsked: boolean }) {
  const { t } = useTranslation('enrollments');
  const [opened, setOpened] = useState(isAsked);
  const name = t(`papers.kinds.${props.kind}`);
  if (props.replaces === undefined || opened) return <Upload {...props} />;
  return (
    <Group gap="xs" className="no-print">
      <Button
        variant="default"
        size="xs"
        mih={36}
        leftSection={<IconUpload size={14} aria-hidden />}
        aria-label={t('papers.newerOf', { name })}
        onClick={() => setOpened(true)}
      >
        {t('papers.newer')}
      </Button>
    </Group>
  );
}

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
