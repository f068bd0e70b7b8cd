import { zodResolver } from '@hookform/resolvers/zod';
import { Anchor, Button, Group, List, Modal, SegmentedControl, Stack, Text } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { IconPlus, IconUpload } from '@tabler/icons-react';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { ApiError, newIdempotencyKey } from '@/api/client';
import { problemText } from '@/shared/lib/problem';
import { useReturnFocus } from '@/shared/lib/use-return-focus';
import { formatDate, formatVnd } from '@/shared/lib/vi';
import { ConfirmDialog } from '@/shared/ui/confirm-dialog';
import { DescriptionList } from '@/shared/ui/description-list';
import { EmptyState } from '@/shared/ui/empty-state';
import { FileDrop, formatBytes } from '@/shared/ui/file-drop';
import { Form } from '@/shared/ui/form';
import { DateField, MoneyField, TextareaField, TextField } from '@/shared/ui/form-fields';
import { notifyDone } from '@/shared/ui/notify';
import { Section } from '@/shared/ui/section';
import { StatusBadge, type Tone } from '@/shared/ui/status-badge';
import {
  contractPaperUrl,
  contractsQuery,
  useAcceptContract,
  useAttachPaper,
  useSaveContract,
  useTerminateContract,
  type Contract,
  type PaperKind,
  type VersionedContract,
} from './contract-queries';
import { formatDays } from './course-list';
import './i18n';
import type { Course } from './queries';

const TONES: Record<Contract['status'], Tone> = {
  signed: 'review',
  accepted: 'approved',
  terminated: 'neutral',
};

const PAPER_KINDS = ['contract', 'acceptanceMinutes', 'other'] as const satisfies readonly PaperKind[];
const PAPER_TYPES = ['.pdf', '.docx', '.xlsx', '.jpg', '.jpeg', '.png'] as const;
const PAPER_MAX_BYTES = 20 * 1024 * 1024;

type Opened = { dialog: 'save' | 'accept' | 'terminate' | 'attach'; of: VersionedContract | null };

type ContractsProps = { course: Course; today: string; mayManage: boolean };

/** The contract with those who teach: from its signing over its papers to the acceptance after the course. */
export function Contracts({ course, today, mayManage }: ContractsProps) {
  const { t } = useTranslation('training');
  const { data: contracts } = useSuspenseQuery(contractsQuery(course.id));
  const [opened, setOpened] = useState<Opened | null>(null);
  const close = () => setOpened(null);
  const mayRecord =
    mayManage && course.status !== 'cancelled' && contracts.every(({ data }) => data.status === 'terminated');
  return (
    <Section
      title={t('contracts.title')}
      sub={t('contracts.sub')}
      actions={
        mayRecord && (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => setOpened({ dialog: 'save', of: null })}
          >
            {t('contracts.record')}
          </Button>
        )
      }
    >
      {contracts.length === 0 ? (
        <EmptyState title={t('contracts.empty')} hint={mayRecord ? t('contracts.emptyHint') : undefined} />
      ) : (
        <Stack gap="lg">
          {contracts.map((answer) => (
            <ContractCard
              key={answer.data.id}
              answer={answer}
              onAct={(dialog) => setOpened({ dialog, of: answer })}
            />
          ))}
        </Stack>
      )}
      {opened?.dialog === 'save' && (
        <SaveDialog course={course} today={today} of={opened.of} onClose={close} />
      )}
      {opened?.dialog === 'accept' && opened.of && (
        <AcceptDialog course={course} today={today} of={opened.of} onClose={close} />
      )}
      {opened?.dialog === 'terminate' && opened.of && <TerminateDialog of={opened.of} onClose={close} />}
      {opened?.dialog === 'attach' && opened.of && <AttachDialog of={opened.of} onClose={close} />}
    </Section>
  );
}

function ContractCard({
  answer: { data: contract },
  onAct,
}: {
  answer: VersionedContract;
  onAct: (dialog: Opened['dialog']) => void;
}) {
  const { t } = useTranslation('training');
  const may = (action: Contract['allowedActions'][number]) => contract.allowedActions.includes(action);
  const blockedAccept = contract.blockedActions.find(({ action }) => action === 'accept');
  return (
    <div>
      <Group gap="xs" mb="xs">
        <Text fw={600}>{t('contracts.number', { number: contract.number })}</Text>
        <StatusBadge tone={TONES[contract.status]}>{t(`contracts.statuses.${contract.status}`)}</StatusBadge>
      </Group>
      <DescriptionList
        items={[
          {
            term: t('contracts.provider'),
            value: contract.providerTaxCode
              ? t('contracts.providerWithTaxCode', {
                  name: contract.providerName,
                  taxCode: contract.providerTaxCode,
                })
              : contract.providerName,
          },
          {
            term: t('contracts.value'),
            value: t('contracts.valueInWords', {
              value: formatVnd(contract.value),
              words: contract.valueInWords,
            }),
          },
          { term: t('contracts.signedOn'), value: formatDate(contract.signedOn) },
          { term: t('contracts.days'), value: formatDays(contract.startsOn, contract.endsOn) },
          { term: t('contracts.note'), value: contract.note },
          {
            term: t('contracts.acceptance'),
            value:
              contract.acceptance &&
              [
                t('contracts.acceptedFor', {
                  date: formatDate(contract.acceptance.acceptedOn),
                  value: formatVnd(contract.acceptance.value),
                }),
                contract.acceptance.minutesNumber &&
                  t('contracts.minutes', { number: contract.acceptance.minutesNumber }),
                contract.acceptance.note,
              ]
                .filter(Boolean)
                .join(' · '),
          },
          {
            term: t('contracts.termination'),
            value:
              contract.terminatedOn &&
              `${formatDate(contract.terminatedOn)} · ${contract.terminationReason ?? ''}`,
          },
        ]}
      />
      {contract.documents.length > 0 && (
        <List size="sm" mt="xs">
          {contract.documents.map(({ id, kind, fileName, sizeBytes }) => (
            <List.Item key={id}>
              {t(`contracts.paperKinds.${kind}`)}:{' '}
              <Anchor
                underline="always"
                href={contractPaperUrl(contract.courseId, contract.id, id)}
                download={fileName}
                size="sm"
              >
                {fileName}
              </Anchor>{' '}
              ({formatBytes(sizeBytes)})
            </List.Item>
          ))}
        </List>
      )}
      {blockedAccept && (
        <Text size="sm" c="dimmed" mt="xs">
          {t('page.blockedAct', {
            act: t('contracts.accept'),
            reason: problemText(new ApiError(409, { code: blockedAccept.code, args: blockedAccept.args }))
              .title,
          })}
        </Text>
      )}
      <Group gap="xs" mt="sm" className="no-print">
        {may('accept') && (
          <Button size="xs" onClick={() => onAct('accept')}>
            {t('contracts.accept')}
          </Button>
        )}
        {may('attachDocument') && (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconUpload size={14} aria-hidden />}
            onClick={() => onAct('attach')}
          >
            {t('contracts.attach')}
          </Button>
        )}
        {may('update') && (
          <Button size="xs" variant="default" onClick={() => onAct('save')}>
            {t('contracts.correct')}
          </Button>
        )}
        {may('terminate') && (
          <Button size="xs" variant="default" color="red" onClick={() => onAct('terminate')}>
            {t('contracts.terminate')}
          </Button>
        )}
      </Group>
    </div>
  );
}

const contractForm = z.object({
  number: z.string().trim().min(1).max(80),
  signedOn: z.iso.date(),
  providerName: z.string().trim().min(1).max(300),
  providerTaxCode: z.string().trim().max(20),
  value: z.int().min(1),
  startsOn: z.iso.date(),
  endsOn: z.iso.date(),
  note: z.string().trim().max(2000),
});

type ContractForm = Omit<z.input<typeof contractForm>, 'signedOn' | 'value' | 'startsOn' | 'endsOn'> & {
  signedOn: string | null;
  value: number | null;
  startsOn: string | null;
  endsOn: string | null;
};

type DialogProps = { course: Course; today: string; of: VersionedContract; onClose: () => void };

function SaveDialog({
  course,
  today,
  of,
  onClose,
}: Omit<DialogProps, 'of'> & { of: VersionedContract | null }) {
  const { t } = useTranslation('training');
  useReturnFocus();
  const [key] = useState(newIdempotencyKey);
  const { mutateAsync } = useSaveContract(course.id);
  const known = of?.data;
  const form = useForm<ContractForm, unknown, z.output<typeof contractForm>>({
    resolver: zodResolver(contractForm) as never,
    mode: 'onTouched',
    defaultValues: {
      number: known?.number ?? '',
      signedOn: known?.signedOn ?? null,
      providerName: known?.providerName ?? course.provider ?? '',
      providerTaxCode: known?.providerTaxCode ?? '',
      value: known?.value ?? null,
      startsOn: known?.startsOn ?? course.startsOn,
      endsOn: known?.endsOn ?? course.endsOn,
      note: known?.note ?? '',
    },
  });
  const { control } = form;
  return (
    <Modal
      opened
      onClose={onClose}
      title={of === null ? t('contracts.record') : t('contracts.correct')}
      size="lg"
    >
      <Form
        form={form}
        submitLabel={t('contracts.save')}
        onCancel={onClose}
        onSubmit={async ({ providerTaxCode, note, ...values }) => {
          await mutateAsync({
            of,
            key,
            input: { ...values, providerTaxCode: providerTaxCode || null, note: note || null },
          });
          notifyDone(t('contracts.saved'));
          onClose();
        }}
      >
        <TextField
          control={control}
          name="number"
          label={t('contracts.numberLabel')}
          hint={t('contracts.numberHint')}
          required
          maxLength={80}
        />
        <DateField
          control={control}
          name="signedOn"
          label={t('contracts.signedOn')}
          required
          maxDate={today}
        />
        <TextField
          control={control}
          name="providerName"
          label={t('contracts.provider')}
          required
          maxLength={300}
        />
        <TextField
          control={control}
          name="providerTaxCode"
          label={t('contracts.providerTaxCode')}
          maxLength={20}
        />
        <MoneyField control={control} name="value" label={t('contracts.value')} required />
        <DateField control={control} name="startsOn" label={t('contracts.startsOn')} required />
        <DateField control={control} name="endsOn" label={t('contracts.endsOn')} required />
        <TextareaField
          control={control}
          name="note"
          label={t('contracts.note')}
          minRows={2}
          maxLength={2000}
        />
      </Form>
    </Modal>
  );
}

const acceptForm = z.object({
  acceptedOn: z.iso.date(),
  acceptedValue: z.int().min(0),
  minutesNumber: z.string().trim().max(80),
  note: z.string().trim().max(2000),
});

type AcceptForm = Omit<z.input<typeof acceptForm>, 'acceptedOn' | 'acceptedValue'> & {
  acceptedOn: string | null;
  acceptedValue: number | null;
};

function AcceptDialog({ course, today, of, onClose }: DialogProps) {
  const { t } = useTranslation('training');
  useReturnFocus();
  const { mutateAsync } = useAcceptContract(course.id);
  const form = useForm<AcceptForm, unknown, z.output<typeof acceptForm>>({
    resolver: zodResolver(acceptForm) as never,
    mode: 'onTouched',
    defaultValues: { acceptedOn: null, acceptedValue: of.data.value, minutesNumber: '', note: '' },
  });
  const { control } = form;
  return (
    <Modal opened onClose={onClose} title={t('contracts.acceptTitle', { number: of.data.number })} size="lg">
      <Text size="sm" mb="sm">
        {t('contracts.acceptConsequence', { value: formatVnd(of.data.value) })}
      </Text>
      <Form
        form={form}
        submitLabel={t('contracts.accept')}
        onCancel={onClose}
        onSubmit={async ({ minutesNumber, note, ...values }) => {
          await mutateAsync({
            of,
            acceptance: { ...values, minutesNumber: minutesNumber || null, note: note || null },
          });
          notifyDone(t('contracts.accepted'));
          onClose();
        }}
      >
        <DateField
          control={control}
          name="acceptedOn"
          label={t('contracts.acceptedOn')}
          required
          minDate={course.endsOn}
          maxDate={today}
        />
        <MoneyField control={control} name="acceptedValue" label={t('contracts.acceptedValue')} required />
        <TextField
          control={control}
          name="minutesNumber"
          label={t('contracts.minutesNumber')}
          maxLength={80}
        />
        <TextareaField
          control={control}
          name="note"
          label={t('contracts.note')}
          minRows={2}
          maxLength={2000}
        />
      </Form>
    </Modal>
  );
}

function TerminateDialog({ of, onClose }: { of: VersionedContract; onClose: () => void }) {
  const { t } = useTranslation('training');
  const { mutateAsync } = useTerminateContract(of.data.courseId);
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t('contracts.terminateTitle', { number: of.data.number })}
      consequence={t('contracts.terminateConsequence')}
      verb={t('contracts.terminate')}
      danger
      reason={{ label: t('confirm.reason'), required: true }}
      onConfirm={async (reason) => {
        await mutateAsync({ of, reason });
        notifyDone(t('contracts.terminated'));
      }}
    />
  );
}

function AttachDialog({ of: { data: contract }, onClose }: { of: VersionedContract; onClose: () => void }) {
  const { t } = useTranslation('training');
  useReturnFocus();
  const attach = useAttachPaper(contract.courseId, contract.id);
  const [kind, setKind] = useState<PaperKind>(
    contract.status === 'accepted' ? 'acceptanceMinutes' : 'contract',
  );
  return (
    <Modal opened onClose={onClose} title={t('contracts.attachTitle', { number: contract.number })} size="lg">
      <Stack>
        <SegmentedControl
          aria-label={t('contracts.paperKind')}
          value={kind}
          onChange={(next) => setKind(next as PaperKind)}
          data={PAPER_KINDS.map((value) => ({ value, label: t(`contracts.paperKinds.${value}`) }))}
        />
        <FileDrop
          key={kind}
          label={t('contracts.file')}
          accept={PAPER_TYPES}
          maxBytes={PAPER_MAX_BYTES}
          upload={(file, onProgress, signal) => attach(kind, file, onProgress, signal)}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('contracts.close')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
