import { List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/client';
import { formatDate, formatDateTime, formatVnd } from '@/shared/lib/vi';
import { DescriptionList } from '@/shared/ui/description-list';
import { Timeline } from '@/shared/ui/timeline';
import './i18n';
import type { Enrollment } from './queries';

export function DecisionView({ decision }: { decision: Schemas['EnrollmentDecisionDetails'] }) {
  const { t } = useTranslation('enrollments');
  return (
    <DescriptionList
      items={[
        {
          term: t('decision.result'),
          value: decision.isApproval ? t('decision.approval') : t('decision.rejection'),
        },
        ...(decision.number ? [{ term: t('decision.number'), value: decision.number }] : []),
        decision.date
          ? { term: t('decision.date'), value: formatDate(decision.date) }
          : { term: t('decision.on'), value: formatDate(decision.decidedOn) },
        { term: t('decision.by'), value: decision.decidedByName },
        {
          term: t('decision.published'),
          value:
            decision.publishedAt == null ? t('decision.notPublished') : formatDateTime(decision.publishedAt),
        },
        ...(decision.reason ? [{ term: t('decision.reason'), value: decision.reason }] : []),
        ...(decision.note ? [{ term: t('decision.note'), value: decision.note }] : []),
      ]}
    />
  );
}

type ConclusionViewProps = {
  conclusion: Schemas['CouncilConclusionDetails'];
  unitNames: ReadonlyMap<string, string>;
};

export function ConclusionView({ conclusion, unitNames }: ConclusionViewProps) {
  const { t } = useTranslation('enrollments');
  return (
    <DescriptionList
      items={[
        { term: t('conclusion.outcome'), value: t(`conclusion.${conclusion.outcome}`) },
        { term: t('conclusion.meetingOn'), value: formatDate(conclusion.meetingOn) },
        {
          term: t('conclusion.lines'),
          value: (
            <List size="sm">
              {conclusion.lines.map((line) => (
                <List.Item key={`${line.itemCode} ${line.unitKey}`}>
                  {unitNames.get(line.unitKey) ?? line.unitKey}:{' '}
                  {line.unitCountConfirmed === 0
                    ? t('conclusion.lineNotConfirmed')
                    : t('conclusion.lineProposed', {
                        requested: formatVnd(line.requestedCost),
                        proposed: formatVnd(line.proposedCost),
                      })}
                </List.Item>
              ))}
            </List>
          ),
        },
        ...(conclusion.note ? [{ term: t('conclusion.note'), value: conclusion.note }] : []),
        { term: t('conclusion.recordedBy'), value: conclusion.recordedByName },
        { term: t('conclusion.recordedAt'), value: formatDateTime(conclusion.recordedAt) },
      ]}
    />
  );
}

export function History({ enrollment }: { enrollment: Enrollment }) {
  const { t } = useTranslation('enrollments');
  const paperName = (kind: string | undefined) =>
    kind === undefined ? '' : t(`papers.kinds.${kind as 'D01'}`, { defaultValue: kind });
  return (
    <Timeline
      entries={inGroups(enrollment.timeline).map(([entry, ...more]) => ({
        id: `${entry.at} ${entry.action}`,
        at: entry.at,
        title:
          more.length === 0
            ? t(`acts.${entry.action}`)
            : t('history.papers', { act: t(`acts.${entry.action}`), count: more.length + 1 }),
        by: entry.actorName,
        text: (
          <>
            {entry.from !== entry.to && `${t(`statuses.${entry.from}`)} → ${t(`statuses.${entry.to}`)}`}
            {PAPER_ACTS.has(entry.action) && (
              <Text size="sm" c="dimmed">
                {[entry, ...more].map(({ args }) => paperName(args?.['kind'])).join('; ')}
              </Text>
            )}
            {entry.reason && <div>{entry.reason}</div>}
          </>
        ),
      }))}
    />
  );
}

type HistoryEntry = Enrollment['timeline'][number];

const PAPER_ACTS: ReadonlySet<HistoryEntry['action']> = new Set([
  'attachDocument',
  'removeDocument',
  'attachProceedings',
]);

/** Papers that one person brought one after the other on one day are one line of the history. */
function inGroups(timeline: readonly HistoryEntry[]): [HistoryEntry, ...HistoryEntry[]][] {
  const groups: [HistoryEntry, ...HistoryEntry[]][] = [];
  for (const entry of timeline) {
    const last = groups.at(-1);
    const first = last?.[0];
    if (
      last &&
      first?.action === entry.action &&
      PAPER_ACTS.has(entry.action) &&
      first.actorName === entry.actorName &&
      first.on === entry.on
    ) {
      last.push(entry);
    } else {
      groups.push([entry]);
    }
  }
  return groups;
}
