import { zodResolver } from '@hookform/resolvers/zod';
import { Modal, Text, Title } from '@mantine/core';
import { t as translate } from 'i18next';
import { useMemo } from 'react';
import { useForm, useWatch, type Control } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { inLanguage } from '@/shared/lib/labels';
import { useReturnFocus } from '@/shared/lib/use-return-focus';
import { formatDate, formatInt } from '@/shared/lib/vi';
import { ConfirmDialog } from '@/shared/ui/confirm-dialog';
import { Form } from '@/shared/ui/form';
import { DateField, NumberField, TextareaField, TextField } from '@/shared/ui/form-fields';
import { notifyDone } from '@/shared/ui/notify';
import './i18n';
import { useSeasonAct, type Season, type SeasonAct, type VersionedSeason } from './queries';
import { DANGEROUS, type Level, type SeasonButton } from './status';
import { useOnceKey } from '@/shared/lib/use-once';
import { levelsOf } from './words';

type DialogProps = { answer: VersionedSeason; onClose: () => void };

/** Sends an act with the version on the screen. */
function useSend({ data: season, etag }: VersionedSeason) {
  const { t } = useTranslation('awards');
  const { mutateAsync } = useSeasonAct(season.id);
  const keyFor = useOnceKey();
  return async (act: SeasonAct) => {
    await mutateAsync({ etag, key: keyFor([etag, act]), act });
    notifyDone(t(`seasonDone.${act.action}`));
  };
}

export function SeasonActDialog({ answer, action, onClose }: DialogProps & { action: SeasonButton }) {
  const { t } = useTranslation('awards');
  const send = useSend(answer);
  const { data: season } = answer;
  const isEmpty = action === 'close' && season.counts.takingPart === 0;
  const reasons = {
    close: {
      label: isEmpty ? t('seasonConfirm.nobodyReason') : t('seasonConfirm.explanation'),
      hint: isEmpty ? t('seasonConfirm.nobodyHint') : t('seasonConfirm.explanationHint'),
      required: isEmpty,
    },
    cancel: { label: t('confirm.reason'), hint: t('seasonConfirm.cancelHint'), required: true },
  };
  const actOf = (text: string): SeasonAct => {
    switch (action) {
      case 'close':
        return { action, explanation: text === '' ? null : text };
      case 'cancel':
        return { action, reason: text };
      default:
        return { action };
    }
  };
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t('confirm.title', { act: t(`seasonActs.${action}`), name: season.title })}
      consequence={isEmpty ? t('seasonConfirm.closeEmpty') : t(`seasonConfirm.${action}`)}
      verb={t(`seasonActs.${action}`)}
      danger={DANGEROUS.has(action)}
      {...((action === 'close' || action === 'cancel') && { reason: reasons[action] })}
      onConfirm={(text) => send(actOf(text))}
    />
  );
}

type Deadline = Season['deadlines'][number];

export function ExtendDialog({ answer, deadline, onClose }: DialogProps & { deadline: Deadline }) {
  useReturnFocus();
  const { t } = useTranslation('awards');
  const send = useSend(answer);
  const form = useForm({
    resolver: useMemo(
      () =>
        zodResolver(
          z.object({
            date: z.iso.date().refine((date) => date > deadline.date, {
              error: () => translate('awards:extend.after', { date: formatDate(deadline.date) }),
            }),
            reason: z.string().trim().min(1).max(2_000),
          }),
        ),
      [deadline.date],
    ),
    mode: 'onTouched',
    shouldFocusError: false,
    defaultValues: { date: '', reason: '' },
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('extend.title', { name: t(`deadlines.${deadline.kind}`) })}
      size="md"
    >
      <Text size="sm" mb="md">
        {t('extend.now', { date: formatDate(deadline.date) })}
      </Text>
      <Form
        form={form}
        submitLabel={t('extend.verb')}
        onCancel={onClose}
        onSubmit={async ({ date, reason }) => {
          await send({ action: 'extendDeadline', body: { kind: deadline.kind, date, reason } });
          onClose();
        }}
      >
        <DateField control={form.control} name="date" label={t('extend.date')} required />
        <TextareaField
          control={form.control}
          name="reason"
          label={t('confirm.reason')}
          hint={t('extend.reasonHint')}
          maxLength={2000}
          required
        />
      </Form>
    </Modal>
  );
}

const points = z.number().int().min(1).nullable();

const fillForm = z
  .object({
    source: z.string().trim().min(1).max(500),
    criteria: z.record(z.string(), points),
    levels: z.record(z.string(), points),
  })
  .refine(({ criteria, levels }) => [...Object.values(criteria), ...Object.values(levels)].some(Boolean), {
    path: ['source'],
    error: () => translate('awards:fill.nothing'),
  });

type FillForm = z.input<typeof fillForm>;

/** Points that the sources do not say: entered once, with the text they come from. */
export function FillDialog({ answer, onClose }: DialogProps) {
  useReturnFocus();
  const { t } = useTranslation('awards');
  const send = useSend(answer);
  const { regime, year } = answer.data;
  const criteria = regime.criteria.filter(({ maxPoints }) => maxPoints == null);
  const levels = levelsOf(regime, year).filter(({ minPoints }) => minPoints == null);
  const form = useForm<FillForm>({
    resolver: zodResolver(fillForm),
    mode: 'onTouched',
    shouldFocusError: false,
    defaultValues: {
      source: '',
      criteria: Object.fromEntries(criteria.map(({ code }) => [code, null])),
      levels: Object.fromEntries(levels.map(({ level }) => [level, null])),
    },
  });
  return (
    <Modal opened onClose={onClose} title={t('fill.title')} size="lg">
      <Text size="sm" mb="md">
        {t('fill.intro')}
      </Text>
      <Form
        form={form}
        submitLabel={t('fill.verb')}
        onCancel={onClose}
        onSubmit={async (values) => {
          await send({
            action: 'fillOpenPoints',
            body: {
              source: values.source,
              criteria: entered(values.criteria).map(([criterion, maxPoints]) => ({ criterion, maxPoints })),
              levels: entered(values.levels).map(([level, minPoints]) => ({
                level: level as Level,
                minPoints,
              })),
            },
          });
          onClose();
        }}
      >
        <TextField
          control={form.control}
          name="source"
          label={t('fill.source')}
          hint={t('fill.sourceHint')}
          maxLength={500}
          required
        />
        {criteria.length > 0 && (
          <>
            <Title order={3} fz={15}>
              {t('rules.criteria')}
            </Title>
            {criteria.map(({ code, nameVi, nameEn }) => (
              <NumberField
                key={code}
                control={form.control}
                name={`criteria.${code}`}
                label={t('openPoints.criterionPoints', { name: inLanguage(nameVi, nameEn) })}
              />
            ))}
            <FillTotal control={form.control} regime={regime} />
          </>
        )}
        {levels.length > 0 && (
          <>
            <Title order={3} fz={15}>
              {t('rules.levels')}
            </Title>
            {levels.map(({ level }) => (
              <NumberField
                key={level}
                control={form.control}
                name={`levels.${level}`}
                label={t('openPoints.threshold', { name: t(`levels.${level}`) })}
              />
            ))}
          </>
        )}
      </Form>
    </Modal>
  );
}

function entered(values: Readonly<Record<string, number | null>>): [string, number][] {
  return Object.entries(values).flatMap(([code, value]) => (value === null ? [] : [[code, value]]));
}

/** What is stated and what is typed so far, against the total that it must reach. */
function FillTotal({ control, regime }: { control: Control<FillForm>; regime: Season['regime'] }) {
  const { t } = useTranslation('awards');
  const typed = useWatch({ control, name: 'criteria' });
  const sum = regime.criteria.reduce(
    (total, { code, maxPoints }) => total + (maxPoints ?? typed[code] ?? 0),
    0,
  );
  return (
    <Text size="sm" role="status" fw={600} className="tabular">
      {t('fill.total', { sum: formatInt(sum), max: formatInt(regime.maxPoints) })}
    </Text>
  );
}
