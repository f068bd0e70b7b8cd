import { zodResolver } from '@hookform/resolvers/zod';
import { Checkbox, Modal, Radio, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { t as translate } from 'i18next';
import { useMemo } from 'react';
import { useController, useForm, type Control } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { ApiError } from '@/api/client';
import { inLanguage } from '@/shared/lib/labels';
import { useReturnFocus } from '@/shared/lib/use-return-focus';
import { formatDate } from '@/shared/lib/vi';
import { ConfirmDialog } from '@/shared/ui/confirm-dialog';
import { Form } from '@/shared/ui/form';
import { useFormField } from '@/shared/ui/form-context';
import { DateField, TextareaField } from '@/shared/ui/form-fields';
import { notifyDone } from '@/shared/ui/notify';
import './i18n';
import {
  nominationQuery,
  reloadNomination,
  useNominationAct,
  type NominationAct,
  type Regime,
  type VersionedNomination,
} from './queries';
import { DANGEROUS, type Confirmable, type NominationButton } from './status';
import { useOnceKey } from '@/shared/lib/use-once';

export type DialogProps = {
  answer: VersionedNomination;
  /** Stores what is still being written before the act. */
  beforeAct: () => Promise<void>;
  /** What is written afterwards goes on from the version that the act led to. */
  afterAct: (etag: string) => void;
  onClose: () => void;
};

/** Sends an act with the newest version that the page has. */
export function useSend({ answer, beforeAct, afterAct }: DialogProps) {
  const { t } = useTranslation('awards');
  const client = useQueryClient();
  const { id, seasonId } = answer.data;
  const { mutateAsync } = useNominationAct(answer.data);
  const keyFor = useOnceKey();
  return async (act: NominationAct) => {
    await beforeAct();
    const { etag } = client.getQueryData(nominationQuery(seasonId, id).queryKey) ?? answer;
    try {
      const next = await mutateAsync({ etag, key: keyFor([etag, act]), act });
      afterAct(next.etag);
    } catch (error) {
      if (error instanceof ApiError && error.status === 412) await reloadNomination(client, { id, seasonId });
      throw error;
    }
    notifyDone(t(`done.${act.action}`));
  };
}

type ActDialogProps = DialogProps & {
  action: NominationButton;
  regime: Regime;
  /** Business date, yyyy-MM-dd. */
  today: string | undefined;
};

export function NominationActDialog(props: ActDialogProps) {
  return props.action === 'requestSupplement' ? (
    <SupplementDialog {...props} />
  ) : (
    <PlainDialog {...props} action={props.action} />
  );
}

function PlainDialog(props: ActDialogProps & { action: Exclude<NominationButton, 'requestSupplement'> }) {
  const { t } = useTranslation('awards');
  const send = useSend(props);
  const { action, answer, onClose } = props;
  const takesReason = action === 'refuse' || action === 'withdraw';
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t('confirm.title', { act: t(`acts.${action}`), name: answer.data.code })}
      consequence={t(`confirm.${action}`)}
      verb={t(`acts.${action}`)}
      danger={DANGEROUS.has(action)}
      {...(takesReason && {
        reason: { label: t('confirm.reason'), hint: t('confirm.reasonHint'), required: true },
      })}
      onConfirm={(reason) => send(takesReason ? { action, reason } : { action })}
    />
  );
}

const supplementForm = (today: string | undefined) =>
  z.object({
    reason: z.string().trim().min(1).max(2_000),
    parts: z.array(z.string()).min(1),
    deadline: z.iso.date().refine((date) => today === undefined || date >= today, {
      error: () => translate('awards:supplement.notBefore', { date: formatDate(today) }),
    }),
  });

type SupplementForm = z.infer<ReturnType<typeof supplementForm>>;

function SupplementDialog(props: ActDialogProps) {
  useReturnFocus();
  const { t } = useTranslation('awards');
  const send = useSend(props);
  const { answer, regime, today, onClose } = props;
  const form = useForm<SupplementForm>({
    resolver: useMemo(() => zodResolver(supplementForm(today)), [today]),
    mode: 'onTouched',
    shouldFocusError: false,
    defaultValues: { reason: '', parts: [], deadline: '' },
  });
  const { checkDueOn } = answer.data;
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('confirm.title', { act: t('acts.requestSupplement'), name: answer.data.code })}
      size="lg"
    >
      <Text size="sm" mb="md">
        {t('supplement.intro', { days: regime.checkWorkingDays, date: formatDate(checkDueOn) })}
      </Text>
      <Form
        form={form}
        submitLabel={t('acts.requestSupplement')}
        onCancel={onClose}
        onSubmit={async (body) => {
          await send({ action: 'requestSupplement', body });
          onClose();
        }}
      >
        <PartsField control={form.control} regime={regime} />
        <TextareaField
          control={form.control}
          name="reason"
          label={t('supplement.reason')}
          hint={t('supplement.reasonHint')}
          maxLength={2000}
          required
        />
        <DateField control={form.control} name="deadline" label={t('supplement.deadline')} required />
      </Form>
    </Modal>
  );
}

function PartsField({ control, regime }: { control: Control<SupplementForm>; regime: Regime }) {
  const { t } = useTranslation('awards');
  const label = t('supplement.parts');
  const id = useFormField('parts', label);
  const { field, fieldState } = useController({ control, name: 'parts' });
  return (
    <Checkbox.Group
      id={id}
      tabIndex={-1}
      label={label}
      required
      value={field.value}
      onChange={field.onChange}
      error={fieldState.error?.message}
    >
      <Stack gap={6} mt={4}>
        {regime.dossierParts.map((part) => (
          <Checkbox key={part.code} value={part.code} label={inLanguage(part.nameVi, part.nameEn)} />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}

const confirmForm = z.object({
  outcome: z
    .enum(['met', 'notMet'])
    .nullable()
    .refine((value) => value !== null, {
      error: () => translate('validation.choose'),
    }),
  evidence: z.string().trim().min(1).max(2_000),
});

type ConfirmForm = z.input<typeof confirmForm>;

/** What an officer found out about a condition, and in which document. */
export function ConfirmEligibilityDialog(props: DialogProps & { condition: Confirmable }) {
  useReturnFocus();
  const { t } = useTranslation('awards');
  const send = useSend(props);
  const { condition, onClose } = props;
  const form = useForm<ConfirmForm>({
    resolver: zodResolver(confirmForm),
    mode: 'onTouched',
    shouldFocusError: false,
    defaultValues: { outcome: null, evidence: '' },
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('eligibility.confirmOf', { name: t(`eligibility.conditions.${condition}`) })}
      size="md"
    >
      <Form
        form={form}
        submitLabel={t('eligibility.record')}
        onCancel={onClose}
        onSubmit={async ({ outcome, evidence }) => {
          await send({
            action: 'confirmEligibility',
            body: { condition, isMet: outcome === 'met', evidence },
          });
          onClose();
        }}
      >
        <OutcomeField control={form.control} condition={condition} />
        <TextareaField
          control={form.control}
          name="evidence"
          label={t('eligibility.evidence')}
          hint={t(`eligibility.evidenceHints.${condition}`)}
          maxLength={2000}
          required
        />
      </Form>
    </Modal>
  );
}

function OutcomeField({ control, condition }: { control: Control<ConfirmForm>; condition: Confirmable }) {
  const { t } = useTranslation('awards');
  const label = t('eligibility.finding');
  const id = useFormField('outcome', label);
  const { field, fieldState } = useController({ control, name: 'outcome' });
  return (
    <Radio.Group
      id={id}
      tabIndex={-1}
      label={label}
      required
      value={field.value ?? ''}
      onChange={field.onChange}
      error={fieldState.error?.message}
    >
      <Stack gap={6} mt={4}>
        <Radio value="met" label={t(`eligibility.found.${condition}.met`)} />
        <Radio value="notMet" label={t(`eligibility.found.${condition}.notMet`)} />
      </Stack>
    </Radio.Group>
  );
}
