import { List } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/client';
import { formatDate, formatDateTime, formatVnd } from '@/shared/lib/vi';
import { DescriptionList } from '@/shared/ui/description-list';
import { EmptyState } from '@/shared/ui/empty-state';
import { Timeline } from '@/shared/ui/timeline';
import './i18n';
import type { Enrollment } from './queries';

export function DecisionView({ decision }: { decision: Schemas['EnrollmentDecisionDetails'] | null }) {
  const { t } = useTranslation('enrollments');
  if (decision === null) return <EmptyState title={t('decision.none')} hint={t('decision.noneHint')} />;
  return (
    <DescriptionList
      items={[
        {
          term: t('decision.result'),
          value: decision.isApproval ? t('decision.approval') : t('decision.rejection'),
        },
        { term: t('decision.number'), value: decision.number },
        { term: t('decision.date'), value: decision.date == null ? null : formatDate(decision.date) },
        { term: t('decision.on'), value: formatDate(decision.decidedOn) },
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
        { term: t('conclusion.note'), value: conclusion.note },
        { term: t('conclusion.recordedBy'), value: conclusion.recordedByName },
        { term: t('conclusion.recordedAt'), value: formatDateTime(conclusion.recordedAt) },
      ]}
    />
  );
}

export function History({ enrollment }: { enrollment: Enrollment }) {
  const { t } = useTranslation('enrollments');
  return (
    <Timeline
      entries={enrollment.timeline.map((entry) => ({
        id: `${entry.at} ${entry.action}`,
        at: entry.at,
        title: t(`acts.${entry.action}`),
        by: entry.actorName,
        text: (
          <>
            {entry.from !== entry.to && `${t(`statuses.${entry.from}`)} → ${t(`statuses.${entry.to}`)}`}
            {entry.reason && <div>{entry.reason}</div>}
          </>
        ),
      }))}
    />
  );
}
