import { Button, Group, Modal, NativeSelect, Progress, Stack, Text, Textarea, Title } from '@mantine/core';
import { zodResolver } from '@hookform/resolvers/zod';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { useOnceKey } from '@/shared/lib/use-once';
import { useReturnFocus } from '@/shared/lib/use-return-focus';
import { formatDate, formatInt } from '@/shared/lib/vi';
import { Banner, ProblemBanner } from '@/shared/ui/banner';
import { ConfirmDialog } from '@/shared/ui/confirm-dialog';
import { DownloadButton } from '@/shared/ui/download-button';
import { Form } from '@/shared/ui/form';
import { DateField } from '@/shared/ui/form-fields';
import { LinkButton } from '@/shared/ui/links';
import { notifyDone } from '@/shared/ui/notify';
import { Section } from '@/shared/ui/section';
import { StackedTable } from '@/shared/ui/stacked-table';
import {
  downloadEvaluation,
  useCloseEvaluation,
  useEnterPaper,
  useOpenEvaluation,
  useRemovePapers,
  type Evaluation,
  type EvaluationQuestion,
  type PaperBatch,
  type RatingSummary,
} from './evaluation-queries';
import {
  answerOf,
  emptyForm,
  formatAverage,
  questionText,
  RATINGS,
  saysNothing,
  TEXT_MAX_LENGTH,
  type Filled,
} from './evaluation-values';
import classes from './evaluation.module.css';
import bars from './statistics.module.css';
import './i18n';

type EvaluationProps = { evaluation: Evaluation };

/** The evaluation of one course: collecting answers, what they say together, and the forms that came on paper. */
export function EvaluationView({ evaluation }: EvaluationProps) {
  return (
    <Stack gap={0}>
      <Collecting evaluation={evaluation} />
      {evaluation.status !== 'notOpened' && (
        <>
          <Results evaluation={evaluation} />
          {evaluation.mayManage && <Paper evaluation={evaluation} />}
        </>
      )}
    </Stack>
  );
}

function Collecting({ evaluation }: EvaluationProps) {
  const { t } = useTranslation('training');
  const { attended, courseId, lastDay, mayManage, onPaper, opensByItselfOn, received, status } = evaluation;
  const [dialog, setDialog] = useState<'open' | 'close' | null>(null);
  const isOpen = status === 'open';
  return (
    <Section
      title={t('evaluation.collect')}
      sub={t(`evaluation.statuses.${status}`)}
      actions={
        isOpen && (
          <LinkButton to="/courses/$courseId/evaluation-room" params={{ courseId }} size="sm">
            {t('evaluation.showRoom')}
          </LinkButton>
        )
      }
    >
      <Stack gap="sm" align="flex-start">
        {status === 'notOpened' && (
          <Text size="sm">
            {opensByItselfOn == null
              ? t('evaluation.opensByHand')
              : t('evaluation.opensByItself', { date: formatDate(opensByItselfOn) })}
          </Text>
        )}
        {isOpen && <Text size="sm">{t('evaluation.until', { date: formatDate(lastDay) })}</Text>}
        {status === 'closed' && <Text size="sm">{t('evaluation.closedHint')}</Text>}
        {attended === 0 && <Text size="sm">{t('evaluation.nobodyAttended')}</Text>}
        {attended > 0 && status !== 'notOpened' && (
          <Stack gap={4} w="100%">
            <Text fw={600} aria-live="polite">
              {t('evaluation.progress', {
                answered: formatInt(received),
                attended: formatInt(attended),
              })}
            </Text>
            <Progress
              value={Math.min(100, (received / attended) * 100)}
              aria-label={t('evaluation.progressLabel')}
            />
            {onPaper > 0 && <Text size="sm">{t('evaluation.onPaper', { count: onPaper })}</Text>}
          </Stack>
        )}
        {mayManage && (
          <Group gap="xs" className="no-print">
            <Button variant={isOpen ? 'default' : 'filled'} onClick={() => setDialog('open')}>
              {t(
                isOpen
                  ? 'evaluation.changeDay'
                  : status === 'closed'
                    ? 'evaluation.reopen'
                    : 'evaluation.open',
              )}
            </Button>
            {isOpen && (
              <Button variant="default" onClick={() => setDialog('close')}>
                {t('evaluation.close')}
              </Button>
            )}
          </Group>
        )}
      </Stack>
      {dialog === 'open' && <OpenDialog evaluation={evaluation} onClose={() => setDialog(null)} />}
      {dialog === 'close' && <CloseDialog courseId={courseId} onClose={() => setDialog(null)} />}
    </Section>
  );
}

type Opening = { lastDay: string | null };

const opening = z.object({ lastDay: z.iso.date() });

function OpenDialog({ evaluation, onClose }: EvaluationProps & { onClose: () => void }) {
  const { t } = useTranslation('training');
  useReturnFocus();
  const { mutateAsync } = useOpenEvaluation(evaluation.courseId);
  const form = useForm<Opening, unknown, z.output<typeof opening>>({
    resolver: zodResolver(opening) as never,
    defaultValues: { lastDay: evaluation.lastDay },
  });
  const title = t(evaluation.status === 'open' ? 'evaluation.changeDay' : 'evaluation.open');
  return (
    <Modal opened onClose={onClose} title={title}>
      <Form
        form={form}
        submitLabel={title}
        onCancel={onClose}
        onSubmit={async ({ lastDay }) => {
          await mutateAsync(lastDay);
          notifyDone(t('evaluation.opened'));
          onClose();
        }}
      >
        <DateField
          control={form.control}
          name="lastDay"
          label={t('evaluation.lastDay')}
          hint={t('evaluation.lastDayHint')}
          required
        />
      </Form>
    </Modal>
  );
}

function CloseDialog({ courseId, onClose }: { courseId: string; onClose: () => void }) {
  const { t } = useTranslation('training');
  const { mutateAsync } = useCloseEvaluation(courseId);
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t('evaluation.close')}
      consequence={t('evaluation.closeConsequence')}
      verb={t('evaluation.close')}
      onConfirm={async () => {
        await mutateAsync();
        notifyDone(t('evaluation.closed'));
      }}
    />
  );
}

function Results({ evaluation }: EvaluationProps) {
  const { t } = useTranslation('training');
  const { courseId, fewestShown, form, hold, received, summary } = evaluation;
  const textOf = (code: string) => {
    const question = form.questions.find((known) => known.code === code);
    return question ? questionText(question) : code;
  };
  return (
    <>
      <Section
        title={t('evaluation.results')}
        sub={t('evaluation.resultsSub')}
        actions={
          received > 0 && (
            <DownloadButton
              label={t('evaluation.export')}
              download={(language) => downloadEvaluation(courseId, language)}
            />
          )
        }
      >
        {summary.isHidden ? (
          <Banner title={t('evaluation.hidden')}>
            {t(`evaluation.holds.${hold === 'stillOpen' ? 'stillOpen' : 'tooFew'}`, {
              received,
              fewest: fewestShown,
            })}
          </Banner>
        ) : (
          <Stack gap="md">
            {hold != null && hold !== 'tooFew' && (
              <Banner title={t('evaluation.partly', { answered: summary.answered, received })}>
                {t(`evaluation.partlyHolds.${hold}`, { fewest: fewestShown })}
              </Banner>
            )}
            <Ratings ratings={summary.ratings} textOf={textOf} fewestShown={fewestShown} />
          </Stack>
        )}
      </Section>
      {!summary.isHidden && (
        <Section title={t('evaluation.texts')} sub={t('evaluation.textsSub')}>
          <Stack gap="md">
            {summary.texts.map(({ question, texts }) => (
              <div key={question}>
                <Title order={3} size="h5" mb={4}>
                  {textOf(question)}
                </Title>
                {texts.length === 0 ? (
                  <Text size="sm">{t('evaluation.noTexts')}</Text>
                ) : (
                  <ul className={classes.said}>
                    {texts.map((text, at) => (
                      // Two people may write the same.
                      <li key={`${at}:${text}`}>{text}</li>
                    ))}
                  </ul>
                )}
              </div>
            ))}
          </Stack>
        </Section>
      )}
    </>
  );
}

type RatingsProps = {
  ratings: readonly RatingSummary[];
  textOf: (code: string) => string;
  fewestShown: number;
};

/** The bar shows the average from 1 to 5; the figures beside it say the same to whoever does not see it. */
function Ratings({ ratings, textOf, fewestShown }: RatingsProps) {
  const { t } = useTranslation('training');
  return (
    <StackedTable
      rows={ratings}
      rowId={({ question }) => question}
      columns={[
        { header: t('evaluation.question'), cell: ({ question }) => textOf(question) },
        {
          header: t('evaluation.averageBar'),
          cell: ({ average }) => (
            <div className={bars.track} aria-hidden>
              <div
                className={bars.bar}
                style={{ width: `${average == null ? 0 : ((average - 100) / 400) * 100}%` }}
              />
            </div>
          ),
        },
        {
          header: t('evaluation.average'),
          cell: ({ average }) =>
            average == null ? (
              t('evaluation.tooFew', { fewest: formatInt(fewestShown) })
            ) : (
              <b>{t('evaluation.averageOf', { average: formatAverage(average) })}</b>
            ),
        },
        ...RATINGS.map((value) => ({
          header: t('evaluation.ratingColumn', { value, name: t(`evaluation.ratings.${value}`) }),
          cell: ({ distribution }: RatingSummary) => formatInt(distribution?.[value - 1]),
        })),
        { header: t('evaluation.count'), cell: ({ count }) => formatInt(count) },
      ]}
    />
  );
}

const ROWS_AT_ONCE = 5;
const MOST_ROWS = 100;

/** Forms that came on paper, one after the other, without names. Typing a digit chooses it. */
function Paper({ evaluation }: EvaluationProps) {
  const { t } = useTranslation('training');
  const [isEntering, setIsEntering] = useState(false);
  return (
    <Section title={t('evaluation.paper')} sub={t('evaluation.paperSub')}>
      <Stack gap="md" align="flex-start">
        {evaluation.papers.length > 0 && <PaperBatches evaluation={evaluation} />}
        {isEntering ? (
          <PaperForms evaluation={evaluation} onClose={() => setIsEntering(false)} />
        ) : (
          <Button variant="default" onClick={() => setIsEntering(true)}>
            {t('evaluation.paperStart')}
          </Button>
        )}
      </Stack>
    </Section>
  );
}

/** What was typed so far, each go with the way to take it out again. */
function PaperBatches({ evaluation }: EvaluationProps) {
  const { t } = useTranslation('training');
  const { courseId, papers, status } = evaluation;
  const { mutateAsync } = useRemovePapers(courseId);
  const [removing, setRemoving] = useState<PaperBatch | null>(null);
  const nameOf = ({ count, enteredByName, enteredOn }: PaperBatch) =>
    t('evaluation.paperBatch', { count, name: enteredByName, date: formatDate(enteredOn) });
  return (
    <Stack gap={4} w="100%">
      <Title order={3} size="h5">
        {t('evaluation.paperBatches')}
      </Title>
      {status !== 'open' && (
        <Text size="sm" c="dimmed">
          {t('evaluation.paperSettled')}
        </Text>
      )}
      {papers.map((batch) => (
        <Group key={batch.id} gap="xs" justify="space-between">
          <Text size="sm">{nameOf(batch)}</Text>
          {status === 'open' && (
            <Button
              variant="subtle"
              color="red"
              size="xs"
              mih={36}
              aria-label={t('evaluation.paperRemoveNamed', { batch: nameOf(batch) })}
              onClick={() => setRemoving(batch)}
            >
              {t('evaluation.paperRemove')}
            </Button>
          )}
        </Group>
      ))}
      {removing !== null && (
        <ConfirmDialog
          opened
          onClose={() => setRemoving(null)}
          title={t('evaluation.paperRemoveTitle')}
          consequence={t('evaluation.paperRemoveConsequence', { batch: nameOf(removing) })}
          verb={t('evaluation.paperRemove')}
          danger
          onConfirm={async () => {
            await mutateAsync(removing.id);
            notifyDone(t('evaluation.paperRemoved', { count: removing.count }));
          }}
        />
      )}
    </Stack>
  );
}

function PaperForms({ evaluation, onClose }: EvaluationProps & { onClose: () => void }) {
  const { t } = useTranslation('training');
  const { courseId, form } = evaluation;
  const blank = (count: number) => Array.from({ length: count }, () => emptyForm(form));
  const [rows, setRows] = useState<Filled[]>(() => blank(ROWS_AT_ONCE));
  const keyOf = useOnceKey();
  const { mutate, isPending, error } = useEnterPaper(courseId);
  const questionsOf = (kind: EvaluationQuestion['kind']) =>
    form.questions.filter((question) => question.kind === kind);
  const filled = rows.filter((row) => !saysNothing(row));
  const change = (at: number, next: Filled) => setRows(rows.map((row, index) => (index === at ? next : row)));
  const save = () => {
    const answers = filled.map(answerOf);
    mutate(
      { answers, key: keyOf(answers) },
      {
        onSuccess: () => {
          notifyDone(t('evaluation.paperSaved', { count: answers.length }));
          onClose();
        },
      },
    );
  };
  return (
    <Stack gap="md">
      {error && <ProblemBanner error={error} />}
      {rows.map((row, at) => (
        // Rows are never moved or taken out.
        <div key={at} role="group" aria-label={t('evaluation.paperRow', { number: at + 1 })}>
          <Text fw={600} size="sm" mb={4} aria-hidden>
            {t('evaluation.paperRow', { number: at + 1 })}
          </Text>
          <div className={classes.scores}>
            {questionsOf('rating').map((question) => (
              <NativeSelect
                key={question.code}
                label={questionText(question)}
                value={row.ratings[question.code] ?? ''}
                data={[
                  { value: '', label: t('evaluation.unanswered') },
                  ...RATINGS.map((value) => ({
                    value: String(value),
                    label: t('evaluation.ratingColumn', { value, name: t(`evaluation.ratings.${value}`) }),
                  })),
                ]}
                onChange={({ currentTarget: { value } }) =>
                  change(at, {
                    ...row,
                    ratings: { ...row.ratings, [question.code]: value === '' ? null : Number(value) },
                  })
                }
              />
            ))}
          </div>
          <div className={classes.words}>
            {questionsOf('text').map((question) => (
              <Textarea
                key={question.code}
                label={questionText(question)}
                value={row.texts[question.code] ?? ''}
                maxLength={TEXT_MAX_LENGTH}
                autosize
                minRows={1}
                maxRows={6}
                onChange={({ currentTarget: { value } }) =>
                  change(at, { ...row, texts: { ...row.texts, [question.code]: value } })
                }
              />
            ))}
          </div>
        </div>
      ))}
      <Group gap="xs">
        {filled.length === 0 ? (
          <Text size="sm" c="dimmed">
            {t('evaluation.paperEmpty')}
          </Text>
        ) : (
          <Button loading={isPending} onClick={save}>
            {t('evaluation.paperSave', { count: filled.length })}
          </Button>
        )}
        {rows.length < MOST_ROWS && (
          <Button variant="default" onClick={() => setRows([...rows, ...blank(1)])}>
            {t('evaluation.paperAdd')}
          </Button>
        )}
        <Button variant="subtle" onClick={onClose}>
          {t('evaluation.paperCancel')}
        </Button>
      </Group>
    </Stack>
  );
}
