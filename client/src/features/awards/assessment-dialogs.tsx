import { zodResolver } from '@hookform/resolvers/zod';
import { Fieldset, Modal, Stack, Text } from '@mantine/core';
import { t as translate } from 'i18next';
import { useMemo } from 'react';
import { useForm, useWatch, type Control } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { Schemas } from '@/api/client';
import { inLanguage } from '@/shared/lib/labels';
import { useReturnFocus } from '@/shared/lib/use-return-focus';
import { formatDate, formatInt } from '@/shared/lib/vi';
import { ConfirmDialog } from '@/shared/ui/confirm-dialog';
import { Form } from '@/shared/ui/form';
import {
  CheckboxField,
  DateField,
  NumberField,
  SelectField,
  TextareaField,
  TextField,
} from '@/shared/ui/form-fields';
import { openStage } from './assessment';
import './i18n';
import { useSend, type DialogProps } from './nomination-dialogs';
import type { Season } from './queries';
import { levelsOf } from './words';

export type AssessmentAct =
  | 'score'
  | 'closeStage'
  | 'conclude'
  | 'recordConsent'
  | 'recordResult'
  | 'writeFeedback'
  | 'releaseFeedback';

type Session = Schemas['CouncilSessionDetails'];

type AssessmentDialogProps = DialogProps & {
  act: AssessmentAct;
  season: Season;
  /** Sessions over this nomination, the latest first. */
  sessions: readonly Session[];
};

export function AssessmentDialog(props: AssessmentDialogProps) {
  switch (props.act) {
    case 'score':
      return <ScoreDialog {...props} />;
    case 'closeStage':
    case 'releaseFeedback':
      return <PlainDialog {...props} act={props.act} />;
    case 'conclude':
      return <ConcludeDialog {...props} />;
    case 'recordConsent':
      return <ConsentDialog {...props} />;
    case 'recordResult':
      return <ResultDialog {...props} />;
    case 'writeFeedback':
      return <FeedbackDialog {...props} />;
  }
}

function PlainDialog(props: AssessmentDialogProps & { act: 'closeStage' | 'releaseFeedback' }) {
  const { t } = useTranslation('awards');
  const send = useSend(props);
  const { act, answer, onClose } = props;
  const stage = openStage(answer.data)?.stage ?? 'dossier';
  const verb = act === 'closeStage' ? t('assessment.close') : t('feedback.release');
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t('confirm.title', { act: verb, name: answer.data.code })}
      consequence={
        act === 'closeStage'
          ? t('assessment.closeText', { stage: t(`assessment.stages.${stage}`) })
          : t('feedback.releaseText')
      }
      verb={verb}
      onConfirm={() => send(act === 'closeStage' ? { action: act, stage } : { action: act })}
    />
  );
}

const scoreForm = (season: Season) =>
  z
    .object({
      scores: z.array(
        z.object({
          criterion: z.string(),
          points: z.number().int().min(0).nullable(),
          comment: z.string().trim().max(4_000),
        }),
      ),
      comment: z.string().trim().max(4_000),
    })
    .superRefine(({ scores }, context) => {
      for (const [index, { criterion, points }] of scores.entries()) {
        const max = season.regime.criteria.find(({ code }) => code === criterion)?.maxPoints ?? 0;
        const path = ['scores', index, 'points'];
        if (points === null)
          context.addIssue({ code: 'custom', path, message: translate('validation.required') });
        else if (points > max) {
          context.addIssue({
            code: 'custom',
            path,
            message: translate('awards:self.tooManyPoints', { max }),
          });
        }
      }
    });

type ScoreForm = z.input<ReturnType<typeof scoreForm>>;

/** One assessor's points in the stage that is open; others see them when it is closed. */
function ScoreDialog(props: AssessmentDialogProps) {
  useReturnFocus();
  const { t } = useTranslation('awards');
  const send = useSend(props);
  const { answer, season, onClose } = props;
  const stage = openStage(answer.data);
  const form = useForm<ScoreForm>({
    resolver: useMemo(() => zodResolver(scoreForm(season)), [season]),
    mode: 'onTouched',
    shouldFocusError: false,
    defaultValues: {
      scores: season.regime.criteria.map(({ code }) => {
        const given = stage?.ownSheet?.scores.find(({ criterion }) => criterion === code);
        return { criterion: code, points: given?.points ?? null, comment: given?.comment ?? '' };
      }),
      comment: stage?.ownSheet?.comment ?? '',
    },
  });
  const { control } = form;
  if (!stage) return null;
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('assessment.scoreTitle', {
        stage: t(`assessment.stages.${stage.stage}`),
        name: answer.data.code,
      })}
      size="lg"
    >
      <Text size="sm" mb="md">
        {t('assessment.blind')}
      </Text>
      <Form
        form={form}
        submitLabel={t('assessment.save')}
        onCancel={onClose}
        onSubmit={async ({ scores, comment }) => {
          await send({
            action: 'score',
            body: {
              stage: stage.stage,
              scores: scores.map((score) => ({
                criterion: score.criterion,
                points: score.points ?? 0,
                comment: score.comment === '' ? null : score.comment,
              })),
              comment: comment === '' ? null : comment,
            },
          });
          onClose();
        }}
      >
        {season.regime.criteria.map((criterion, index) => {
          const own = answer.data.selfAssessment.find((entry) => entry.criterion === criterion.code);
          return (
            <Fieldset
              key={criterion.code}
              legend={t('self.criterion', {
                number: index + 1,
                name: inLanguage(criterion.nameVi, criterion.nameEn),
              })}
            >
              <Stack gap="sm">
                <NumberField
                  control={control}
                  name={`scores.${index}.points`}
                  label={t('assessment.points', { max: formatInt(criterion.maxPoints) })}
                  hint={own?.points == null ? undefined : t('assessment.ownPoints', { points: own.points })}
                  required
                />
                <TextareaField
                  control={control}
                  name={`scores.${index}.comment`}
                  label={t('assessment.comment')}
                  maxLength={4000}
                  minRows={1}
                />
              </Stack>
            </Fieldset>
          );
        })}
        <ScoreTotal control={control} max={season.regime.maxPoints} />
        <TextareaField
          control={control}
          name="comment"
          label={t('assessment.overall')}
          maxLength={4000}
          minRows={2}
        />
      </Form>
    </Modal>
  );
}

function ScoreTotal({ control, max }: { control: Control<ScoreForm>; max: number }) {
  const { t } = useTranslation('awards');
  const scores = useWatch({ control, name: 'scores' });
  return (
    <Text fw={600} role="status" className="tabular">
      {t('assessment.total', {
        points: formatInt(scores.reduce((sum, { points }) => sum + (points ?? 0), 0)),
        max: formatInt(max),
      })}
    </Text>
  );
}

const votes = z.number().int().min(0).max(1_000);

const concludeForm = z
  .object({
    sessionId: z.string().min(1),
    outcome: z.enum(['forward', 'notForward']),
    votesFor: votes,
    votesAgainst: votes,
    reason: z.string().trim().max(2_000),
  })
  .superRefine(({ outcome, reason }, context) => {
    if (outcome === 'notForward' && reason === '') {
      context.addIssue({ code: 'custom', path: ['reason'], message: translate('validation.required') });
    }
  });

/** The conclusion of the preliminary council: only a session with quorum takes it. */
function ConcludeDialog(props: AssessmentDialogProps) {
  useReturnFocus();
  const { t } = useTranslation('awards');
  const send = useSend(props);
  const { answer, sessions, onClose } = props;
  const form = useForm<z.input<typeof concludeForm>>({
    resolver: zodResolver(concludeForm),
    mode: 'onTouched',
    shouldFocusError: false,
    defaultValues: {
      sessionId: sessions[0]?.id ?? '',
      outcome: 'forward',
      votesFor: 0,
      votesAgainst: 0,
      reason: '',
    },
  });
  const { control } = form;
  const sessionId = useWatch({ control, name: 'sessionId' });
  const outcome = useWatch({ control, name: 'outcome' });
  const quorum = sessions
    .find(({ id }) => id === sessionId)
    ?.subjects.find(({ id }) => id === answer.data.id)?.quorum;
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('confirm.title', { act: t('assessment.conclude'), name: answer.data.code })}
      size="md"
    >
      <Form
        form={form}
        submitLabel={t('assessment.record')}
        onCancel={onClose}
        onSubmit={async ({ outcome: decided, reason, ...body }) => {
          const forward = decided === 'forward';
          await send({ action: 'conclude', body: { ...body, forward, reason: forward ? null : reason } });
          onClose();
        }}
      >
        <SelectField
          control={control}
          name="sessionId"
          label={t('assessment.session')}
          data={sessions.map(({ id, heldOn, councilName }) => ({
            value: id,
            label: `${formatDate(heldOn)} – ${councilName}`,
          }))}
          allowDeselect={false}
          required
        />
        {quorum && (
          <Text size="sm" c={quorum.isMet ? undefined : 'red.8'} role="status">
            {t(quorum.isMet ? 'assessment.quorumMet' : 'assessment.quorumNotMet', {
              present: quorum.present,
              members: quorum.members,
              required: quorum.required,
            })}
          </Text>
        )}
        <SelectField
          control={control}
          name="outcome"
          label={t('assessment.conclusion')}
          data={[
            { value: 'forward', label: t('statuses.forwarded') },
            { value: 'notForward', label: t('statuses.notForwarded') },
          ]}
          allowDeselect={false}
          required
        />
        <NumberField control={control} name="votesFor" label={t('assessment.votesFor')} required />
        <NumberField control={control} name="votesAgainst" label={t('assessment.votesAgainst')} required />
        {outcome === 'notForward' && (
          <TextareaField
            control={control}
            name="reason"
            label={t('confirm.reason')}
            hint={t('confirm.reasonHint')}
            maxLength={2000}
            required
          />
        )}
      </Form>
    </Modal>
  );
}

const official = { number: z.string().trim().min(1).max(60), date: z.iso.date() };
const consentForm = z.object(official);

function ConsentDialog(props: AssessmentDialogProps) {
  useReturnFocus();
  const { t } = useTranslation('awards');
  const send = useSend(props);
  const { answer, onClose } = props;
  const form = useForm<z.input<typeof consentForm>>({
    resolver: zodResolver(consentForm),
    mode: 'onTouched',
    shouldFocusError: false,
    defaultValues: { number: '', date: '' },
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('confirm.title', { act: t('assessment.recordConsent'), name: answer.data.code })}
      size="md"
    >
      <Form
        form={form}
        submitLabel={t('assessment.record')}
        onCancel={onClose}
        onSubmit={async (body) => {
          await send({ action: 'recordConsent', body });
          onClose();
        }}
      >
        <TextField
          control={form.control}
          name="number"
          label={t('assessment.number')}
          hint={t('assessment.numberHint')}
          maxLength={60}
          required
        />
        <DateField control={form.control} name="date" label={t('assessment.date')} required />
      </Form>
    </Modal>
  );
}

const OUTCOMES = [
  'gold',
  'silver',
  'awardLegacy',
  'none',
] as const satisfies readonly Schemas['AwardOutcome'][];

const resultForm = z
  .object({
    level: z.enum(OUTCOMES).nullable(),
    decisionNumber: official.number,
    decisionDate: official.date,
    bestOfType: z.boolean(),
    certificateNumber: z.string().trim().max(100),
  })
  .superRefine(({ level, bestOfType }, context) => {
    if (level === null) {
      context.addIssue({ code: 'custom', path: ['level'], message: translate('validation.choose') });
    }
    if (level === 'gold' && !bestOfType) {
      context.addIssue({
        code: 'custom',
        path: ['bestOfType'],
        message: translate('awards:assessment.goldNeedsBest'),
      });
    }
  });

/** The level as the national side announced it; what the points do not make possible the API refuses. */
function ResultDialog(props: AssessmentDialogProps) {
  useReturnFocus();
  const { t } = useTranslation('awards');
  const send = useSend(props);
  const { answer, season, onClose } = props;
  const known = levelsOf(season.regime, season.year).map(({ level }) => level);
  const form = useForm<z.input<typeof resultForm>>({
    resolver: zodResolver(resultForm),
    mode: 'onTouched',
    shouldFocusError: false,
    defaultValues: {
      level: null,
      decisionNumber: '',
      decisionDate: '',
      bestOfType: false,
      certificateNumber: '',
    },
  });
  const { control } = form;
  const level = useWatch({ control, name: 'level' });
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('confirm.title', { act: t('assessment.recordResult'), name: answer.data.code })}
      size="md"
    >
      <Form
        form={form}
        submitLabel={t('assessment.record')}
        onCancel={onClose}
        onSubmit={async ({ level: given, bestOfType, certificateNumber, ...decision }) => {
          await send({
            action: 'recordResult',
            body: {
              ...decision,
              level: given ?? 'none',
              bestOfType: given === 'gold' && bestOfType,
              certificateNumber: certificateNumber === '' ? null : certificateNumber,
            },
          });
          onClose();
        }}
      >
        <SelectField
          control={control}
          name="level"
          label={t('assessment.level')}
          data={OUTCOMES.filter((value) => value === 'none' || known.includes(value)).map((value) => ({
            value,
            label: t(`outcomes.${value}`),
          }))}
          allowDeselect={false}
          required
        />
        {level === 'gold' && (
          <CheckboxField control={control} name="bestOfType" label={t('assessment.bestOfType')} />
        )}
        <TextField
          control={control}
          name="decisionNumber"
          label={t('assessment.number')}
          hint={t('assessment.resultNumberHint')}
          maxLength={60}
          required
        />
        <DateField control={control} name="decisionDate" label={t('assessment.date')} required />
        <TextField
          control={control}
          name="certificateNumber"
          label={t('assessment.certificate')}
          maxLength={100}
        />
      </Form>
    </Modal>
  );
}

const text = z.string().trim().max(8_000);
const feedbackForm = z.object({
  items: z.array(z.object({ criterion: z.string(), strengths: text, opportunities: text })),
});

function FeedbackDialog(props: AssessmentDialogProps) {
  useReturnFocus();
  const { t } = useTranslation('awards');
  const send = useSend(props);
  const { answer, season, onClose } = props;
  const form = useForm<z.input<typeof feedbackForm>>({
    resolver: zodResolver(feedbackForm),
    mode: 'onTouched',
    shouldFocusError: false,
    defaultValues: {
      items: season.regime.criteria.map(({ code }) => {
        const written = answer.data.feedback?.items.find(({ criterion }) => criterion === code);
        return {
          criterion: code,
          strengths: written?.strengths ?? '',
          opportunities: written?.opportunities ?? '',
        };
      }),
    },
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('confirm.title', { act: t('feedback.write'), name: answer.data.code })}
      size="lg"
    >
      <Form
        form={form}
        submitLabel={t('feedback.save')}
        onCancel={onClose}
        allOptional
        onSubmit={async ({ items }) => {
          await send({
            action: 'writeFeedback',
            items: items.flatMap(({ criterion, strengths, opportunities }) =>
              strengths === '' && opportunities === ''
                ? []
                : [
                    {
                      criterion,
                      strengths: strengths === '' ? null : strengths,
                      opportunities: opportunities === '' ? null : opportunities,
                    },
                  ],
            ),
          });
          onClose();
        }}
      >
        {season.regime.criteria.map((criterion, index) => (
          <Fieldset
            key={criterion.code}
            legend={t('self.criterion', {
              number: index + 1,
              name: inLanguage(criterion.nameVi, criterion.nameEn),
            })}
          >
            <Stack gap="sm">
              <TextareaField
                control={form.control}
                name={`items.${index}.strengths`}
                label={t('feedback.strengths')}
                maxLength={8000}
                minRows={2}
              />
              <TextareaField
                control={form.control}
                name={`items.${index}.opportunities`}
                label={t('feedback.opportunities')}
                maxLength={8000}
                minRows={2}
              />
            </Stack>
          </Fieldset>
        ))}
      </Form>
    </Modal>
  );
}
