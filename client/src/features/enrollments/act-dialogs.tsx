import { zodResolver } from '@hookform/resolvers/zod';
import { Checkbox, Modal, Radio, Stack, Text, Title } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { useController, useForm, useWatch, type Control } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { ApiError, newIdempotencyKey } from '@/api/client';
import { useReturnFocus } from '@/shared/lib/use-return-focus';
import { formatDate, formatVnd, vndInWords } from '@/shared/lib/vi';
import { ConfirmDialog } from '@/shared/ui/confirm-dialog';
import { Form } from '@/shared/ui/form';
import { useFormField } from '@/shared/ui/form-context';
import { CheckboxField, DateField, MoneyField, TextareaField, TextField } from '@/shared/ui/form-fields';
import { notifyDone } from '@/shared/ui/notify';
import {
  concludedLines,
  conclusionSchema,
  OUTCOMES,
  supplementSchema,
  type Conclusion,
  type Supplement,
} from './acts';
import './i18n';
import { Upload } from './papers';
import {
  enrollmentQuery,
  enrollmentSubsidyQuery,
  reload,
  useAct,
  type Act,
  type PlainAction,
  type ReasonAction,
  type VersionedEnrollment,
} from './queries';
import { DANGEROUS, DOCUMENT_KINDS, MINUTES, type ButtonAction } from './status';

type ActDialogProps = {
  answer: VersionedEnrollment;
  action: ButtonAction;
  /** Business date, yyyy-MM-dd. */
  today: string | undefined;
  /** Stores what is still being written before the act. */
  beforeAct: () => Promise<void>;
  /** Tells the page which fields the API refused. */
  onRefused: (error: unknown) => void;
  onClose: () => void;
};

/** Sends the act with the version on the screen; the same content keeps its key, so that a retry is carried out once. */
function useSend({ answer, action, beforeAct, onRefused }: ActDialogProps) {
  const { t } = useTranslation('enrollments');
  const client = useQueryClient();
  const { id } = answer.data;
  const { mutateAsync } = useAct(id);
  const sent = useRef({ content: '', key: '' });
  return async (act: Act) => {
    await beforeAct();
    const { etag } = client.getQueryData(enrollmentQuery(id).queryKey) ?? answer;
    const content = JSON.stringify([etag, act]);
    if (sent.current.content !== content) sent.current = { content, key: newIdempotencyKey() };
    try {
      await mutateAsync({ etag, key: sent.current.key, act });
    } catch (error) {
      if (error instanceof ApiError && error.status === 412) await reload(client, id);
      onRefused(error);
      throw error;
    }
    notifyDone(t('done', { act: t(`acts.${action}`) }));
  };
}

function useTitle({ answer, action }: ActDialogProps): string {
  const { t } = useTranslation('enrollments');
  const { code, enterpriseName } = answer.data;
  return t('confirm.title', { act: t(`acts.${action}`), name: code ?? enterpriseName });
}

export function ActDialog(props: ActDialogProps) {
  useReturnFocus();
  switch (props.action) {
    case 'requestSupplement':
      return <SupplementDialog {...props} />;
    case 'recordCouncilConclusion':
      return <ConclusionDialog {...props} />;
    case 'approve':
      return <ApproveDialog {...props} />;
    case 'recordDecisionNumber':
      return <DecisionNumberDialog {...props} />;
    case 'refuse':
    case 'withdraw':
    case 'reject':
      return <ReasonDialog {...props} action={props.action} />;
    default:
      return <PlainDialog {...props} action={props.action} />;
  }
}

function PlainDialog(props: ActDialogProps & { action: PlainAction }) {
  const { t } = useTranslation('enrollments');
  const send = useSend(props);
  const { action, onClose } = props;
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={useTitle(props)}
      consequence={t(`confirm.${action}`)}
      verb={t(`acts.${action}`)}
      onConfirm={() => send({ action })}
    />
  );
}

function ReasonDialog(props: ActDialogProps & { action: ReasonAction }) {
  const { t } = useTranslation('enrollments');
  const send = useSend(props);
  const { action, onClose } = props;
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={useTitle(props)}
      consequence={t(`confirm.${action}`)}
      verb={t(`acts.${action}`)}
      danger={DANGEROUS.has(action)}
      reason={{ label: t('confirm.reason'), hint: t('confirm.reasonHint'), required: true }}
      onConfirm={(reason) => send({ action, body: { reason } })}
    />
  );
}

function SupplementDialog(props: ActDialogProps) {
  const { t } = useTranslation('enrollments');
  const send = useSend(props);
  const { onClose, today } = props;
  const form = useForm({
    resolver: zodResolver(supplementSchema),
    mode: 'onTouched',
    shouldFocusError: false,
    defaultValues: { reason: '', deadline: '', items: [] } satisfies Supplement as Supplement,
  });
  return (
    <Modal opened onClose={onClose} title={useTitle(props)} size="lg">
      <Text size="sm" mb="md">
        {t('supplement.intro')}
      </Text>
      <Form
        form={form}
        submitLabel={t('acts.requestSupplement')}
        onCancel={onClose}
        onSubmit={async (values) => {
          await send({ action: 'requestSupplement', body: values });
          onClose();
        }}
      >
        <TextareaField
          control={form.control}
          name="reason"
          label={t('supplement.reason')}
          hint={t('supplement.reasonHint')}
          maxLength={2000}
          required
        />
        <DateField
          control={form.control}
          name="deadline"
          label={t('supplement.deadline')}
          hint={today && t('supplement.deadlineHint', { date: formatDate(today) })}
          required
        />
        <PaperKindsField control={form.control} />
      </Form>
    </Modal>
  );
}

function PaperKindsField({ control }: { control: Control<Supplement> }) {
  const { t } = useTranslation('enrollments');
  const label = t('supplement.items');
  const id = useFormField('items', label);
  const { field, fieldState } = useController({ control, name: 'items' });
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
        {DOCUMENT_KINDS.map((kind) => (
          <Checkbox key={kind} value={kind} label={t(`papers.kinds.${kind}`)} />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}

function ConclusionDialog(props: ActDialogProps) {
  const { t } = useTranslation('enrollments');
  const client = useQueryClient();
  const send = useSend(props);
  const { answer, onClose, today } = props;
  const enrollment = answer.data;
  const minutes = enrollment.documents.findLast(({ kind, isCurrent }) => kind === MINUTES && isCurrent);
  const form = useForm({
    resolver: zodResolver(conclusionSchema),
    mode: 'onTouched',
    shouldFocusError: false,
    defaultValues: {
      outcome: 'approve',
      meetingOn: today ?? '',
      lines: enrollment.supportLines.map((line) => ({
        proposedCost: line.eligibleCost,
        isConfirmed: true,
      })),
      note: '',
    } satisfies Conclusion as Conclusion,
  });
  const outcome = useWatch({ control: form.control, name: 'outcome' });

  const submit = async (values: Conclusion) => {
    if (!minutes) throw new ApiError(409, { code: 'enrollment.minutesNotAttached', args: { kind: MINUTES } });
    await send({
      action: 'recordCouncilConclusion',
      body: {
        outcome: values.outcome,
        meetingOn: values.meetingOn,
        minutesDocumentId: minutes.id,
        lines: concludedLines(enrollment.supportLines, values),
        note: values.note.trim() === '' ? null : values.note,
      },
    });
    onClose();
  };

  return (
    <Modal opened onClose={onClose} title={useTitle(props)} size="lg">
      <Stack gap={4} mb="md">
        <Text size="sm" fw={600}>
          {t('conclusion.minutes')}
        </Text>
        <Text size="sm" c={minutes ? undefined : 'red.8'} role="status">
          {minutes
            ? t('conclusion.minutesAttached', { name: minutes.fileName })
            : t('conclusion.minutesMissing')}
        </Text>
        <Upload
          enrollmentId={enrollment.id}
          kind={MINUTES}
          replaces={minutes?.id}
          during={async (work) => {
            await work();
            await reload(client, enrollment.id);
          }}
        />
      </Stack>
      <Form form={form} submitLabel={t('acts.recordCouncilConclusion')} onCancel={onClose} onSubmit={submit}>
        <DateField control={form.control} name="meetingOn" label={t('conclusion.meetingOn')} required />
        <OutcomeField control={form.control} />
        <Title order={3} fz={15}>
          {t('conclusion.lines')}
        </Title>
        {enrollment.supportLines.map((line, index) => (
          <Stack key={line.id} gap={6}>
            <Text size="sm" fw={500}>
              {line.unitName}
            </Text>
            <Text size="sm" c="dimmed" className="tabular">
              {t('conclusion.requested', { amount: formatVnd(line.eligibleCost) })}
            </Text>
            {outcome === 'approveWithChanges' && (
              <>
                <MoneyField
                  control={form.control}
                  name={`lines.${index}.proposedCost`}
                  label={t('conclusion.proposed')}
                  required
                />
                <CheckboxField
                  control={form.control}
                  name={`lines.${index}.isConfirmed`}
                  label={t('conclusion.confirmed')}
                />
              </>
            )}
          </Stack>
        ))}
        <TextareaField
          control={form.control}
          name="note"
          label={t('conclusion.note')}
          maxLength={2000}
          minRows={2}
        />
      </Form>
    </Modal>
  );
}

function OutcomeField({ control }: { control: Control<Conclusion> }) {
  const { t } = useTranslation('enrollments');
  const label = t('conclusion.outcome');
  const id = useFormField('outcome', label);
  const { field, fieldState } = useController({ control, name: 'outcome' });
  return (
    <Radio.Group
      id={id}
      tabIndex={-1}
      label={label}
      required
      value={field.value}
      onChange={field.onChange}
      error={fieldState.error?.message}
    >
      <Stack gap={6} mt={4}>
        {OUTCOMES.map((outcome) => (
          <Radio key={outcome} value={outcome} label={t(`conclusion.${outcome}`)} />
        ))}
      </Stack>
    </Radio.Group>
  );
}

const approveSchema = z.object({
  decisionNumber: z.string().trim().max(60),
  decisionDate: z.iso.date().nullable(),
  note: z.string().trim().max(2_000),
});

type Approval = z.input<typeof approveSchema>;

function ApproveDialog(props: ActDialogProps) {
  const { t, i18n } = useTranslation('enrollments');
  const send = useSend(props);
  const { answer, onClose, today } = props;
  const subsidy = useQuery(enrollmentSubsidyQuery(answer.data.id, i18n.resolvedLanguage ?? 'vi')).data;
  const form = useForm({
    resolver: zodResolver(approveSchema),
    mode: 'onTouched',
    shouldFocusError: false,
    defaultValues: {
      decisionNumber: '',
      decisionDate: today ?? null,
      note: '',
    } satisfies Approval as Approval,
  });
  return (
    <Modal opened onClose={onClose} title={useTitle(props)} size="md">
      <Text size="sm" mb="sm">
        {t('approve.consequence')}
      </Text>
      {subsidy?.total != null && (
        <div>
          <Text size="sm" c="dimmed">
            {t('approve.preliminary')}
          </Text>
          <Text fz={22} fw={600} className="tabular">
            {formatVnd(subsidy.total)}
          </Text>
          <Text size="sm" mb="sm" lang="vi">
            {subsidy.totalInWords ?? vndInWords(subsidy.total)}
          </Text>
        </div>
      )}
      <Form
        form={form}
        submitLabel={t('acts.approve')}
        allOptional
        onCancel={onClose}
        onSubmit={async ({ decisionNumber, decisionDate, note }) => {
          await send({
            action: 'approve',
            body: {
              decisionNumber: decisionNumber === '' ? null : decisionNumber,
              decisionDate,
              note: note === '' ? null : note,
            },
          });
          onClose();
        }}
      >
        <TextField
          control={form.control}
          name="decisionNumber"
          label={t('approve.number')}
          hint={t('approve.numberHint')}
          maxLength={60}
        />
        <DateField control={form.control} name="decisionDate" label={t('approve.date')} />
        <TextareaField
          control={form.control}
          name="note"
          label={t('approve.note')}
          maxLength={2000}
          minRows={2}
        />
      </Form>
    </Modal>
  );
}

const decisionNumberSchema = z.object({
  decisionNumber: z.string().trim().min(1).max(60),
  decisionDate: z.iso.date(),
});

type DecisionNumber = z.input<typeof decisionNumberSchema>;

function DecisionNumberDialog(props: ActDialogProps) {
  const { t } = useTranslation('enrollments');
  const send = useSend(props);
  const { answer, onClose, today } = props;
  const form = useForm({
    resolver: zodResolver(decisionNumberSchema),
    mode: 'onTouched',
    shouldFocusError: false,
    defaultValues: {
      decisionNumber: '',
      decisionDate: answer.data.decision?.date ?? today ?? '',
    } satisfies DecisionNumber as DecisionNumber,
  });
  return (
    <Modal opened onClose={onClose} title={useTitle(props)} size="md">
      <Text size="sm" mb="sm">
        {t('decisionNumber.consequence')}
      </Text>
      <Form
        form={form}
        submitLabel={t('acts.recordDecisionNumber')}
        onCancel={onClose}
        onSubmit={async (body) => {
          await send({ action: 'recordDecisionNumber', body });
          onClose();
        }}
      >
        <TextField
          control={form.control}
          name="decisionNumber"
          label={t('approve.number')}
          hint={t('decisionNumber.numberHint')}
          maxLength={60}
          required
        />
        <DateField control={form.control} name="decisionDate" label={t('approve.date')} required />
      </Form>
    </Modal>
  );
}
