import { Button, Group, List, Stack, Text, Title } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { inLanguage } from '@/shared/lib/labels';
import { formatDate, formatDecimal, formatInt } from '@/shared/lib/vi';
import { DescriptionList } from '@/shared/ui/description-list';
import { Section } from '@/shared/ui/section';
import { StackedTable } from '@/shared/ui/stacked-table';
import { StatusBadge } from '@/shared/ui/status-badge';
import type { AssessmentAct } from './assessment-dialogs';
import classes from './assessment.module.css';
import './i18n';
import nominationClasses from './nomination.module.css';
import type { Nomination, Season, StageDetails } from './queries';
import { compare, fromHundredths, shares } from './scoring';

const Radar = lazy(() => import('./radar'));

type AssessmentProps = {
  nomination: Nomination;
  season: Season;
  /** The reader has a seat in a session over this nomination. */
  hasSeat: boolean;
  onAct: (act: AssessmentAct) => void;
};

/** The stage that takes points now. */
export function openStage({ stages }: Nomination): StageDetails | undefined {
  return stages.find(({ isClosed }) => !isClosed);
}

/** What assessors and council made of a nomination: stage by stage, then put together, then decided. */
export function Assessment({ nomination, season, hasSeat, onAct }: AssessmentProps) {
  const { t } = useTranslation('awards');
  const { status, stages, allowedActions, conclusion, result } = nomination;
  const begun =
    status === 'assessing' || conclusion != null || result != null || stages.some(({ isClosed }) => isClosed);
  if (!begun) return null;
  const current = openStage(nomination);
  return (
    <>
      {status === 'assessing' && current && (
        <Section title={t('assessment.stageTitle', { stage: t(`assessment.stages.${current.stage}`) })}>
          <Text size="sm" mb="xs">
            {t('assessment.sheets', { count: current.sheetCount })} {t('assessment.blind')}
          </Text>
          {current.ownSheet && (
            <Text size="sm" mb="xs" fw={600}>
              {t('assessment.ownTotal', {
                points: formatInt(current.ownSheet.total),
                max: formatInt(season.regime.maxPoints),
              })}
            </Text>
          )}
          <Group gap="xs" className="no-print">
            {hasSeat && allowedActions.includes('score') && (
              <Button mih={44} onClick={() => onAct('score')}>
                {t(current.ownSheet ? 'assessment.scoreAgain' : 'assessment.score')}
              </Button>
            )}
            {allowedActions.includes('closeStage') && current.sheetCount > 0 && (
              <Button variant="default" mih={44} onClick={() => onAct('closeStage')}>
                {t('assessment.close')}
              </Button>
            )}
          </Group>
        </Section>
      )}
      {stages.some(({ isClosed }) => isClosed) && <Compared nomination={nomination} season={season} />}
      <Outcome nomination={nomination} onAct={onAct} />
      <Feedback nomination={nomination} season={season} onAct={onAct} />
    </>
  );
}

function Compared({ nomination, season }: { nomination: Nomination; season: Season }) {
  const { t } = useTranslation('awards');
  const { regime } = season;
  const rows = compare(regime, nomination);
  const closed = nomination.stages.filter(({ isClosed }) => isClosed);
  const nameOf = (code: string) => {
    const criterion = regime.criteria.find((known) => known.code === code);
    return criterion ? inLanguage(criterion.nameVi, criterion.nameEn) : code;
  };
  const points = (value: number | null) => (value === null ? '—' : formatDecimal(value));
  const last = shares(rows, 'site') ?? shares(rows, 'dossier') ?? [];
  const at = (best: (...values: number[]) => number) =>
    nameOf(rows[last.indexOf(best(...last))]?.criterion ?? '');
  const finding = t('assessment.finding', {
    points: formatInt(nomination.points),
    max: formatInt(regime.maxPoints),
    best: at(Math.max),
    worst: at(Math.min),
  });
  const wide = closed.flatMap(({ stage, result }) =>
    (result?.criteria ?? []).filter(({ isWide }) => isWide).map((criterion) => ({ stage, ...criterion })),
  );
  return (
    <Section title={t('assessment.compared')} sub={finding}>
      <div className={classes.compared}>
        <StackedTable
          columns={[
            {
              header: t('rules.criterion'),
              cell: (row) => `${rows.indexOf(row) + 1}. ${nameOf(row.criterion)}`,
            },
            { header: t('rules.points'), cell: ({ max }) => formatInt(max) },
            { header: t('assessment.series.own'), cell: ({ own }) => points(own) },
            { header: t('assessment.series.dossier'), cell: ({ dossier }) => points(dossier) },
            { header: t('assessment.series.site'), cell: ({ site }) => points(site) },
          ]}
          rows={rows}
          rowId={({ criterion }) => criterion}
        />
        <Suspense fallback={null}>
          <Radar rows={rows} finding={finding} />
        </Suspense>
      </div>
      {wide.length > 0 && (
        <>
          <Title order={3} fz={15} mt="md" mb={4}>
            {t('assessment.wide')}
          </Title>
          <List size="sm">
            {wide.map(({ stage, criterion, lowest, highest, spread }) => (
              <List.Item key={`${stage}${criterion}`}>
                {t('assessment.wideOf', {
                  stage: t(`assessment.stages.${stage}`),
                  name: nameOf(criterion),
                  lowest,
                  highest,
                  spread,
                })}
              </List.Item>
            ))}
          </List>
        </>
      )}
      {closed.map(({ stage, result, sheets }) => (
        <div key={stage}>
          <Title order={3} fz={15} mt="md" mb={4}>
            {t('assessment.stageResult', {
              stage: t(`assessment.stages.${stage}`),
              points: formatInt(result?.points),
              date: formatDate(result?.closedOn),
            })}
          </Title>
          <List size="sm">
            {sheets.map((sheet) => (
              <List.Item key={sheet.assessorName}>
                {t('assessment.sheetOf', { name: sheet.assessorName, points: formatInt(sheet.total) })}
                {sheet.comment != null && ` ${sheet.comment}`}
              </List.Item>
            ))}
          </List>
          {result && (
            <details className="no-print">
              <summary>{t('assessment.averages')}</summary>
              <StackedTable
                columns={[
                  { header: t('rules.criterion'), cell: ({ criterion }) => nameOf(criterion) },
                  {
                    header: t('assessment.average'),
                    cell: ({ average }) => formatDecimal(fromHundredths(average)),
                  },
                  {
                    header: t('assessment.range'),
                    cell: ({ lowest, highest }) => `${formatInt(lowest)}–${formatInt(highest)}`,
                  },
                ]}
                rows={result.criteria}
                rowId={({ criterion }) => criterion}
              />
            </details>
          )}
        </div>
      ))}
    </Section>
  );
}

type OutcomeProps = { nomination: Nomination; onAct: (act: AssessmentAct) => void };

/** Conclusion of the province, its consent, and what the national side gave. */
function Outcome({ nomination, onAct }: OutcomeProps) {
  const { t } = useTranslation('awards');
  const { allowedActions, conclusion, consent, result, possibleLevels, points } = nomination;
  const mayConclude = allowedActions.includes('forward') || allowedActions.includes('notForward');
  const mayConsent = allowedActions.includes('recordConsent');
  const mayResult = allowedActions.includes('recordResult');
  const documentText = (number: string, date: string) =>
    t('assessment.document', { number, date: formatDate(date) });
  if (points == null && conclusion == null && result == null) return null;
  return (
    <Section title={t('assessment.outcome')}>
      {points != null && (
        <Text size="sm" mb="xs">
          {possibleLevels.length > 0
            ? t('assessment.possible', {
                points: formatInt(points),
                levels: possibleLevels.map((level) => t(`levels.${level}`)).join(', '),
              })
            : t('assessment.noLevel', { points: formatInt(points) })}
        </Text>
      )}
      <DescriptionList
        items={[
          ...(conclusion == null
            ? []
            : [
                {
                  term: t('assessment.conclusion'),
                  value: (
                    <>
                      <StatusBadge tone={conclusion.isForwarded ? 'approved' : 'rejected'}>
                        {t(conclusion.isForwarded ? 'statuses.forwarded' : 'statuses.notForwarded')}
                      </StatusBadge>{' '}
                      {t('assessment.votes', {
                        for: conclusion.votesFor,
                        against: conclusion.votesAgainst,
                        present: conclusion.present,
                        required: conclusion.required,
                        date: formatDate(conclusion.on),
                      })}
                      {conclusion.reason != null && <div>{conclusion.reason}</div>}
                    </>
                  ),
                },
              ]),
          ...(consent == null
            ? []
            : [{ term: t('assessment.consent'), value: documentText(consent.number, consent.date) }]),
          ...(result == null
            ? []
            : [
                {
                  term: t('assessment.result'),
                  value: (
                    <>
                      <strong>{t(`outcomes.${result.level}`)}</strong>{' '}
                      {documentText(result.decision.number, result.decision.date)}
                      {result.bestOfType && <div>{t('assessment.bestOfType')}</div>}
                      {result.certificateNumber != null && (
                        <div>{t('assessment.certificateOf', { number: result.certificateNumber })}</div>
                      )}
                    </>
                  ),
                },
              ]),
        ]}
      />
      <Group gap="xs" mt="sm" className="no-print">
        {mayConclude && (
          <Button mih={44} onClick={() => onAct('conclude')}>
            {t('assessment.conclude')}
          </Button>
        )}
        {mayConsent && consent == null && (
          <Button variant="default" mih={44} onClick={() => onAct('recordConsent')}>
            {t('assessment.recordConsent')}
          </Button>
        )}
        {mayResult && (
          <Button mih={44} onClick={() => onAct('recordResult')}>
            {t('assessment.recordResult')}
          </Button>
        )}
      </Group>
    </Section>
  );
}

function Feedback({ nomination, season, onAct }: OutcomeProps & { season: Season }) {
  const { t } = useTranslation('awards');
  const { feedback, allowedActions } = nomination;
  const mayWrite = allowedActions.includes('writeFeedback');
  const mayRelease = allowedActions.includes('releaseFeedback') && feedback != null;
  if (feedback == null && !mayWrite) return null;
  return (
    <Section
      title={t('feedback.title')}
      sub={
        feedback == null
          ? t('feedback.none')
          : feedback.releasedOn == null
            ? t('feedback.notReleased')
            : t('feedback.released', { date: formatDate(feedback.releasedOn) })
      }
      actions={
        <>
          {mayWrite && (
            <Button variant="default" onClick={() => onAct('writeFeedback')}>
              {t('feedback.write')}
            </Button>
          )}
          {mayRelease && <Button onClick={() => onAct('releaseFeedback')}>{t('feedback.release')}</Button>}
        </>
      }
    >
      <Stack gap="sm">
        {feedback?.items.map((item) => {
          const criterion = season.regime.criteria.find(({ code }) => code === item.criterion);
          return (
            <div key={item.criterion}>
              <Text size="sm" fw={600}>
                {criterion ? inLanguage(criterion.nameVi, criterion.nameEn) : item.criterion}
              </Text>
              {item.strengths != null && (
                <Text size="sm" className={nominationClasses.wrap}>
                  {t('feedback.strengths')}: {item.strengths}
                </Text>
              )}
              {item.opportunities != null && (
                <Text size="sm" className={nominationClasses.wrap}>
                  {t('feedback.opportunities')}: {item.opportunities}
                </Text>
              )}
            </div>
          );
        })}
      </Stack>
    </Section>
  );
}
