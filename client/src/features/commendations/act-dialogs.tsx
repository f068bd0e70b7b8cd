import { zodResolver } from '@hookform/resolvers/zod';
import { Modal, Text } from '@mantine/core';
import { t as translate } from 'i18next';
import { useMemo } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { useReferenceList } from '@/shared/lib/reference-data';
import { useOnceKey } from '@/shared/lib/use-once';
import { useReturnFocus } from '@/shared/lib/use-return-focus';
import { formatDate } from '@/shared/lib/vi';
import { ConfirmDialog } from '@/shared/ui/confirm-dialog';
import { Form } from '@/shared/ui/form';
import { DateField, SelectField, TextField } from '@/shared/ui/form-fields';
import { notifyDone } from '@/shared/ui/notify';
import './i18n';
import { useCommendationAct, type CommendationAct, type VersionedCommendation } from './queries';
import { DANGEROUS, type ButtonAction } from './status';

type DialogProps = {
  answer: VersionedCommendation;
  /** Business date, yyyy-MM-dd. */
  today: string;
  onClose: () => void;
};

/** Sends an act with the version that the page shows. */
function useSend({ data: { id }, etag }: VersionedCommendation) {
  const { t } = useTranslation('commendations');
  const { mutateAsync } = useCommendationAct(id);
  const keyFor = useOnceKey();
  return async (act: CommendationAct) => {
    await mutateAsync({ act, etag, key: keyFor([etag, act]) });
    notifyDone(t(`done.${act.action}`));
  };
}

export function ActDialog({ action, ...props }: DialogProps & { action: ButtonAction }) {
  switch (action) {
    case 'review':
      return <ReviewDialog {...props} />;
    case 'recordDecision':
      return <DecisionDialog {...props} />;
    default:
      return <PlainDialog {...props} action={action} />;
  }
}

function PlainDialog({
  action,
  answer,
  onClose,
}: DialogProps & { action: Exclude<ButtonAction, 'review' | 'recordDecision'> }) {
  const { t } = useTranslation('commendations');
  const send = useSend(answer);
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t('confirm.title', { act: t(`acts.${action}`), code: answer.data.code })}
      consequence={t(`confirm.${action}`, { name: answer.data.name })}
      verb={t(`acts.${action}`)}
      danger={DANGEROUS.has(action)}
      {...(action !== 'submit' && {
        reason: { label: t('confirm.reason'), hint: t('confirm.reasonHint'), required: true },
      })}
      onConfirm={(reason) => send(action === 'submit' ? { action } : { action, reason })}
    />
  );
}

const notAfter = (today: string) =>
  z.iso.date().refine((date) => date <= today, {
    error: () => translate('commendations:dialog.notAfter', { date: formatDate(today) }),
  });

const reviewForm = (today: string) =>
  z.object({ metOn: notAfter(today), minutes: z.string().trim().min(1).max(200) });

type ReviewForm = z.infer<ReturnType<typeof reviewForm>>;

/** The commendation council has met over it. */
function ReviewDialog({ answer, today, onClose }: DialogProps) {
  useReturnFocus();
  const { t } = useTranslation('commendations');
  const send = useSend(answer);
  const form = useForm<ReviewForm>({
    resolver: useMemo(() => zodResolver(reviewForm(today)), [today]),
    mode: 'onTouched',
    shouldFocusError: false,
    defaultValues: { metOn: '', minutes: '' },
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('confirm.title', { act: t('acts.review'), code: answer.data.code })}
      size="md"
    >
      <Text size="sm" mb="md">
        {t('dialog.reviewIntro')}
      </Text>
      <Form
        form={form}
        submitLabel={t('acts.review')}
        onCancel={onClose}
        onSubmit={async (body) => {
          await send({ action: 'review', body });
          onClose();
        }}
      >
        <DateField control={form.control} name="metOn" label={t('dialog.metOn')} maxDate={today} required />
        <TextField
          control={form.control}
          name="minutes"
          label={t('dialog.minutes')}
          hint={t('dialog.minutesHint')}
          maxLength={200}
          required
        />
      </Form>
    </Modal>
  );
}

const decisionForm = (today: string, metOn: string) =>
  z.object({
    decisionNumber: z.string().trim().min(1).max(100),
    decisionDate: notAfter(today).refine((date) => date >= metOn, {
      error: () => translate('commendations:dialog.notBeforeMeeting', { date: formatDate(metOn) }),
    }),
    form: z.string().min(1),
  });

type DecisionForm = z.infer<ReturnType<typeof decisionForm>>;

/** Number and date as the document has them, and the form that it grants. */
function DecisionDialog({ answer, today, onClose }: DialogProps) {
  useReturnFocus();
  const { t } = useTranslation('commendations');
  const send = useSend(answer);
  const forms = useReferenceList('commendationForms');
  const { data: proposal } = answer;
  const metOn = proposal.review?.metOn ?? '';
  const form = useForm<DecisionForm>({
    resolver: useMemo(() => zodResolver(decisionForm(today, metOn)), [today, metOn]),
    mode: 'onTouched',
    shouldFocusError: false,
    defaultValues: { decisionNumber: '', decisionDate: '', form: proposal.form.code },
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('confirm.title', { act: t('acts.recordDecision'), code: proposal.code })}
      size="md"
    >
      <Text size="sm" mb="md">
        {t('dialog.decisionIntro', { name: proposal.name })}
      </Text>
      <Form
        form={form}
        submitLabel={t('acts.recordDecision')}
        onCancel={onClose}
        onSubmit={async ({ form: granted, ...body }) => {
          await send({
            action: 'recordDecision',
            body: { ...body, form: granted === proposal.form.code ? null : granted },
          });
          onClose();
        }}
      >
        <TextField
          control={form.control}
          name="decisionNumber"
          label={t('dialog.decisionNumber')}
          hint={t('dialog.decisionNumberHint')}
          maxLength={100}
          required
        />
        <DateField
          control={form.control}
          name="decisionDate"
          label={t('dialog.decisionDate')}
          maxDate={today}
          required
        />
        <SelectField
          control={form.control}
          name="form"
          label={t('dialog.form')}
          hint={t('dialog.formHint')}
          data={forms.options}
          allowDeselect={false}
          required
        />
      </Form>
    </Modal>
  );
}
