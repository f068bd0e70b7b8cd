import { Anchor, Button, Select, Stack, Text } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDateTime } from '@/shared/lib/vi';
import { ConfirmDialog } from '@/shared/ui/confirm-dialog';
import { FileDrop, formatBytes } from '@/shared/ui/file-drop';
import { notifyDone } from '@/shared/ui/notify';
import { Section } from '@/shared/ui/section';
import classes from './commendations.module.css';
import './i18n';
import {
  paperUrl,
  useAttachPaper,
  useRemovePaper,
  type Commendation,
  type Paper,
  type VersionedCommendation,
} from './queries';
import { PAPER_KINDS, type CommendationStatus, type PaperKind } from './status';

const UPLOAD_TYPES = ['.pdf', '.jpg', '.jpeg', '.png', '.docx', '.xlsx'];
const UPLOAD_MAX_BYTES = 20 * 1024 * 1024;

/** What is usually attached next. */
const NEXT_PAPER: Partial<Record<CommendationStatus, PaperKind>> = {
  proposed: 'achievementReport',
  reviewed: 'minutes',
  submitted: 'submissionLetter',
  decided: 'decision',
};

/** The papers of a proposal: the report of the achievement, the minutes, the decision. */
export function Papers({ answer: { data: proposal, etag } }: { answer: VersionedCommendation }) {
  const { t } = useTranslation('commendations');
  const [removing, setRemoving] = useState<Paper | null>(null);
  const { mutateAsync } = useRemovePaper(proposal.id);
  const mayAttach = proposal.allowedActions.includes('attachDocument');
  const mayRemove = proposal.allowedActions.includes('removeDocument');
  return (
    <Section title={t('papers.title')}>
      <Stack gap="md">
        {proposal.documents.length === 0 ? (
          <Text size="sm" c="dimmed">
            {t('papers.empty')}
          </Text>
        ) : (
          <ul className={classes.papers}>
            {proposal.documents.map((paper) => (
              <li key={paper.id} className={classes.wrap}>
                <Text size="sm" component="div">
                  {t(`papers.kinds.${paper.kind}`)}
                  {paper.isOfEarlierMeeting && ` (${t('papers.earlier')})`}:{' '}
                  <Anchor
                    href={paperUrl(proposal.id, paper.id)}
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
                      t('papers.by', { name: paper.attachedByName, at: formatDateTime(paper.attachedAt) }),
                    ].join(' · ')}
                  </Text>
                  {mayRemove && (
                    <Button
                      variant="subtle"
                      color="red"
                      size="compact-sm"
                      mih={28}
                      ml={4}
                      className="no-print"
                      leftSection={<IconTrash size={14} aria-hidden />}
                      aria-label={t('papers.removeTitle', { name: paper.fileName })}
                      onClick={() => setRemoving(paper)}
                    >
                      {t('papers.remove')}
                    </Button>
                  )}
                </Text>
              </li>
            ))}
          </ul>
        )}
        {/* A paper that came in leaves the field empty for the next one. */}
        {mayAttach && <Attach key={`${proposal.status}${proposal.documents.length}`} proposal={proposal} />}
      </Stack>
      {removing && (
        <ConfirmDialog
          opened
          onClose={() => setRemoving(null)}
          title={t('papers.removeTitle', { name: removing.fileName })}
          consequence={t('papers.removeText')}
          verb={t('papers.remove')}
          danger
          onConfirm={async () => {
            await mutateAsync({ paperId: removing.id, etag });
            notifyDone(t('papers.removed', { name: removing.fileName }));
          }}
        />
      )}
    </Section>
  );
}

function nextPaper(status: CommendationStatus, documents: readonly Paper[]): PaperKind {
  const next = NEXT_PAPER[status];
  return next === undefined || documents.some(({ kind }) => kind === next) ? 'other' : next;
}

function Attach({ proposal: { id, status, documents } }: { proposal: Commendation }) {
  const { t } = useTranslation('commendations');
  const attach = useAttachPaper(id);
  const [kind, setKind] = useState<PaperKind>(() => nextPaper(status, documents));
  return (
    <Stack gap="xs" className="no-print">
      <Select
        label={t('papers.kind')}
        data={PAPER_KINDS.map((value) => ({ value, label: t(`papers.kinds.${value}`) }))}
        value={kind}
        onChange={(value) => setKind((value as PaperKind | null) ?? kind)}
        allowDeselect={false}
        maw={320}
      />
      <FileDrop
        key={kind}
        label={t('papers.upload', { kind: t(`papers.kinds.${kind}`) })}
        accept={UPLOAD_TYPES}
        maxBytes={UPLOAD_MAX_BYTES}
        upload={(file, onProgress, signal) => attach(kind, file, onProgress, signal)}
      />
    </Stack>
  );
}
