import { Button, Stack, Text, TextInput } from '@mantine/core';
import { zodResolver } from '@hookform/resolvers/zod';
import { useLocation, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useController, useForm, type Control } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { formatDate } from '@/shared/lib/vi';
import { Banner } from '@/shared/ui/banner';
import { Form } from '@/shared/ui/form';
import { useFormField } from '@/shared/ui/form-context';
import { TextareaField, TextField } from '@/shared/ui/form-fields';
import { PageHeader } from '@/shared/ui/page-header';
import { formatDays } from './course-list';
import { useAnswerEvaluation, type EvaluationQuestion, type PublicEvaluation } from './evaluation-queries';
import {
  answerOf,
  emptyForm,
  questionText,
  RATINGS,
  saysNothing,
  TEXT_MAX_LENGTH,
  type Filled,
} from './evaluation-values';
import classes from './evaluation.module.css';
import './i18n';

/** For those who cannot scan. */
export function EvaluateStart() {
  const { t } = useTranslation('training');
  const navigate = useNavigate();
  const [code, setCode] = useState('');
  return (
    <>
      <PageHeader title={t('evaluation.title')} sub={t('evaluation.startHint')} />
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const token = code.replace(/[\s-]/g, '').toUpperCase();
          if (token !== '') void navigate({ to: '/evaluate/$token', params: { token } });
        }}
      >
        <Stack gap="sm" maw={360}>
          <TextInput
            label={t('evaluation.courseCode')}
            value={code}
            onChange={(event) => setCode(event.currentTarget.value)}
            autoComplete="off"
            autoCapitalize="characters"
            maxLength={30}
            size="md"
          />
          <Button type="submit" size="md">
            {t('evaluation.continue')}
          </Button>
        </Stack>
      </form>
    </>
  );
}

type EvaluationPageProps = { token: string; evaluation: PublicEvaluation };

/** One person says what he thinks of a course. The page knows nobody's name. */
export function EvaluationPage({ token, evaluation }: EvaluationPageProps) {
  const { t } = useTranslation('training');
  const [isDone, setIsDone] = useState(false);
  return (
    <>
      <PageHeader
        title={t('evaluation.title')}
        sub={
          <>
            {evaluation.courseTitle}
            <br />
            {formatDays(evaluation.startsOn, evaluation.endsOn)}
            {!isDone && ` · ${t('evaluation.until', { date: formatDate(evaluation.lastDay) })}`}
          </>
        }
      />
      {isDone ? (
        <Banner tone="success" title={t('evaluation.done')}>
          {t('evaluation.doneHint')}
        </Banner>
      ) : (
        <Questions token={token} evaluation={evaluation} onDone={() => setIsDone(true)} />
      )}
    </>
  );
}

type Values = Filled & { personalCode: string };

function Questions({ token, evaluation, onDone }: EvaluationPageProps & { onDone: () => void }) {
  const { t } = useTranslation('training');
  const { mutateAsync } = useAnswerEvaluation(token);
  // Behind the sign that browsers keep to themselves: the code is in no log.
  const code = useLocation({ select: ({ hash }) => hash });
  const { questions } = evaluation.form;
  const first = questions[0];
  const schema = z
    .object({
      personalCode: z.string().trim().min(6, t('checkIn.personalCodeNeeded')).max(20),
      ratings: z.record(z.string(), z.number().nullable()),
      texts: z.record(z.string(), z.string().max(TEXT_MAX_LENGTH)),
    })
    .refine((values) => !saysNothing(values), {
      error: t('evaluation.nothingSaid'),
      path: first ? [first.kind === 'rating' ? 'ratings' : 'texts', first.code] : [],
    });
  const form = useForm<Values>({
    resolver: zodResolver(schema),
    defaultValues: { personalCode: /^\w{6}$/.test(code) ? code : '', ...emptyForm(evaluation.form) },
  });
  return (
    <Stack gap="md">
      <Text>{t('evaluation.anonymous')}</Text>
      <Form
        form={form}
        submitLabel={t('evaluation.verb')}
        onSubmit={async ({ personalCode, ...filled }) => {
          await mutateAsync({ personalCode, ...answerOf(filled) });
          onDone();
        }}
      >
        <TextField
          control={form.control}
          name="personalCode"
          label={t('checkIn.personalCode')}
          hint={t('checkIn.personalCodeHint')}
          autoComplete="off"
          autoCapitalize="characters"
          required
        />
        <Text>{t('evaluation.rate')}</Text>
        {questions.map((question) =>
          question.kind === 'rating' ? (
            <Rating key={question.code} control={form.control} question={question} />
          ) : (
            <TextareaField
              key={question.code}
              control={form.control}
              name={`texts.${question.code}`}
              label={questionText(question)}
              hint={t('evaluation.textHint')}
              maxLength={TEXT_MAX_LENGTH}
            />
          ),
        )}
      </Form>
    </Stack>
  );
}

/** Five large choices beside each other, as wide as a thumb. */
function Rating({ control, question }: { control: Control<Values>; question: EvaluationQuestion }) {
  const { t } = useTranslation('training');
  const label = questionText(question);
  const name = `ratings.${question.code}` as const;
  const id = useFormField(name, label);
  const { field, fieldState } = useController({ control, name });
  const error = fieldState.error?.message;
  return (
    <fieldset className={classes.rating} aria-describedby={error === undefined ? undefined : `${id}-error`}>
      <legend>{label}</legend>
      {error !== undefined && (
        <Text id={`${id}-error`} size="sm" c="red.8">
          {error}
        </Text>
      )}
      <div className={classes.choices}>
        {RATINGS.map((value) => (
          <label key={value} className={classes.choice}>
            <input
              id={value === 1 ? id : undefined}
              ref={value === 1 ? field.ref : undefined}
              type="radio"
              name={`${id}-choice`}
              checked={field.value === value}
              onChange={() => field.onChange(value)}
              onBlur={field.onBlur}
              aria-label={t('evaluation.ratingColumn', { value, name: t(`evaluation.ratings.${value}`) })}
            />
            <span aria-hidden>{value}</span>
          </label>
        ))}
      </div>
      <div className={classes.ends} aria-hidden>
        <span>{t('evaluation.lowest')}</span>
        <span>{t('evaluation.highest')}</span>
      </div>
      {field.value !== null && (
        <Button
          variant="subtle"
          size="compact-sm"
          px={0}
          aria-label={t('evaluation.skipNamed', { question: label })}
          onClick={() => field.onChange(null)}
        >
          {t('evaluation.skip')}
        </Button>
      )}
    </fieldset>
  );
}
