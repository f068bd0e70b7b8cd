import { Anchor, Button, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconFile, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { inLanguage } from '@/shared/lib/labels';
import { formatDateTime } from '@/shared/lib/vi';
import { ConfirmDialog } from '@/shared/ui/confirm-dialog';
import { FileDrop, formatBytes } from '@/shared/ui/file-drop';
import { notifyDone } from '@/shared/ui/notify';
import { Section } from '@/shared/ui/section';
import { StatusBadge } from '@/shared/ui/status-badge';
import './i18n';
import classes from './nomination.module.css';
import { attachDocument, documentUrl, useRemoveDocument, type Nomination } from './queries';

const UPLOAD_TYPES = ['.pdf', '.jpg', '.jpeg', '.png', '.docx', '.xlsx'];
const UPLOAD_MAX_BYTES = 20 * 1024 * 1024;

/** The part that may be written on the page instead of being attached. */
const SELF_ASSESSMENT = 'selfAssessment';

type Part = Nomination['parts'][number];
type Paper = Part['documents'][number];

type DossierProps = {
  nomination: Nomination;
  /** Carries out a change of the papers; the page takes care of the version it leads to. */
  during: (work: () => Promise<unknown>) => Promise<unknown>;
};

/** The parts of the dossier: what is asked for, what is there, and the way to add more. */
export function Dossier({ nomination, during }: DossierProps) {
  const { t } = useTranslation('awards');
  const { parts, allowedActions } = nomination;
  const [removing, setRemoving] = useState<Paper | null>(null);
  const remove = useRemoveDocument(nomination);
  const mayAttach = allowedActions.includes('attachDocument');
  const required = parts.filter((part) => part.required);
  const asked = askedFor(nomination);
  return (
    <Section
      title={t('dossier.title')}
      sub={t('dossier.progress', {
        present: required.filter(({ isThere }) => isThere).length,
        required: required.length,
      })}
    >
      <ol className={classes.list}>
        {parts.map((part, index) => {
          const name = inLanguage(part.nameVi, part.nameEn);
          return (
            <li key={part.code} className={classes.item}>
              <div className={classes.head}>
                <Text size="sm" fw={500}>
                  ({index + 1}) {name}
                </Text>
                <Presence part={part} isAsked={asked.has(part.code)} />
              </div>
              {part.code === SELF_ASSESSMENT && part.documents.length === 0 && (
                <Text size="sm" c="dimmed">
                  {part.isThere ? t('dossier.selfWritten') : t('dossier.selfHint')}
                </Text>
              )}
              {part.documents.map((paper) => (
                <PaperLine key={paper.id} nomination={nomination} paper={paper} onRemove={setRemoving} />
              ))}
              {mayAttach && (
                <div className="no-print">
                  <FileDrop
                    // A paper that came in leaves the field empty for the next one.
                    key={part.documents.length}
                    label={t('dossier.upload', { name })}
                    accept={UPLOAD_TYPES}
                    maxBytes={UPLOAD_MAX_BYTES}
                    upload={(file, onProgress, signal) =>
                      during(() => attachDocument(nomination, { part: part.code, file, onProgress, signal }))
                    }
                  />
                </div>
              )}
            </li>
          );
        })}
      </ol>
      {removing && (
        <ConfirmDialog
          opened
          onClose={() => setRemoving(null)}
          title={t('dossier.removeTitle', { name: removing.fileName })}
          consequence={t('dossier.removeText')}
          verb={t('dossier.remove')}
          danger
          onConfirm={async () => {
            await during(() => remove(removing.id));
            notifyDone(t('dossier.removed', { name: removing.fileName }));
          }}
        />
      )}
    </Section>
  );
}

/** Parts that the office has sent the dossier back for. */
function askedFor({ status, supplements }: Nomination): ReadonlySet<string> {
  return new Set(status === 'dossierIncomplete' ? supplements.at(-1)?.parts : []);
}

function Presence({ part, isAsked }: { part: Part; isAsked: boolean }) {
  const { t } = useTranslation('awards');
  if (isAsked) {
    return (
      <StatusBadge tone="supplement" icon={IconAlertTriangle}>
        {t('dossier.asked')}
      </StatusBadge>
    );
  }
  if (part.isThere) {
    return (
      <StatusBadge tone="approved" icon={IconCircleCheck}>
        {t('dossier.there')}
      </StatusBadge>
    );
  }
  return part.required ? (
    <StatusBadge tone="supplement" icon={IconAlertTriangle}>
      {t('dossier.missing')}
    </StatusBadge>
  ) : (
    <StatusBadge tone="neutral" icon={IconFile}>
      {t('dossier.optional')}
    </StatusBadge>
  );
}

type PaperLineProps = { nomination: Nomination; paper: Paper; onRemove: (paper: Paper) => void };

function PaperLine({ nomination, paper, onRemove }: PaperLineProps) {
  const { t } = useTranslation('awards');
  return (
    <Text size="sm" component="div" className={classes.wrap}>
      <Anchor
        href={documentUrl(nomination, paper.id)}
        download
        size="sm"
        underline="always"
        aria-label={t('dossier.download', { name: paper.fileName })}
      >
        {paper.fileName}
      </Anchor>{' '}
      <Text component="span" size="sm" c="dimmed">
        {[
          formatBytes(paper.sizeBytes),
          t('dossier.by', { name: paper.attachedByName, at: formatDateTime(paper.attachedAt) }),
        ].join(' · ')}
      </Text>
      {paper.canRemove && (
        <Button
          variant="subtle"
          color="red"
          size="compact-sm"
          mih={28}
          ml={4}
          className="no-print"
          leftSection={<IconTrash size={14} aria-hidden />}
          aria-label={t('dossier.removeTitle', { name: paper.fileName })}
          onClick={() => onRemove(paper)}
        >
          {t('dossier.remove')}
        </Button>
      )}
    </Text>
  );
}
