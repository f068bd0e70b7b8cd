import { zodResolver } from '@hookform/resolvers/zod';
import { Anchor, Button, Group, Modal, SegmentedControl, Stack, Text } from '@mantine/core';
import { IconPlus, IconTrash, IconUpload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { useOnceKey } from '@/shared/lib/use-once';
import { useReturnFocus } from '@/shared/lib/use-return-focus';
import { formatDate } from '@/shared/lib/vi';
import { ConfirmDialog } from '@/shared/ui/confirm-dialog';
import { EmptyState } from '@/shared/ui/empty-state';
import { FileDrop } from '@/shared/ui/file-drop';
import { Form } from '@/shared/ui/form';
import { DateField, SelectField, TextField } from '@/shared/ui/form-fields';
import { LinkAnchor } from '@/shared/ui/links';
import { notifyDone } from '@/shared/ui/notify';
import { Section } from '@/shared/ui/section';
import { StackedTable } from '@/shared/ui/stacked-table';
import { StatusBadge } from '@/shared/ui/status-badge';
import './i18n';
import {
  candidatesQuery,
  evidenceUrl,
  useAddQualification,
  useAttachEvidence,
  useRemoveQualification,
  type Qualification,
  type VersionedExpert,
} from './queries';

const PAPER_TYPES = ['.pdf', '.docx', '.xlsx', '.jpg', '.jpeg', '.png'] as const;
const PAPER_MAX_BYTES = 20 * 1024 * 1024;

const daysOf = ({ startsOn, endsOn }: { startsOn: string; endsOn: string }) =>
  startsOn === endsOn ? formatDate(startsOn) : `${formatDate(startsOn)} – ${formatDate(endsOn)}`;

type Opened = { dialog: 'add' } | { dialog: 'remove' | 'attach'; row: Qualification };

/** Deep training: at a course of ours, whose list proves it, or elsewhere, by a paper. */
export function Trainings({ answer, today }: { answer: VersionedExpert; today: string }) {
  const { t } = useTranslation('experts');
  const { data: expert } = answer;
  const [opened, setOpened] = useState<Opened | null>(null);
  const close = () => setOpened(null);
  const mayAdd = expert.allowedActions.includes('addQualification');
  const mayRemove = expert.allowedActions.includes('removeQualification');
  return (
    <Section
      title={t('trainings.title')}
      actions={
        mayAdd && (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => setOpened({ dialog: 'add' })}
          >
            {t('trainings.add')}
          </Button>
        )
      }
    >
      {expert.qualifications.length === 0 ? (
        <EmptyState title={t('trainings.empty')} />
      ) : (
        <StackedTable
          rows={expert.qualifications}
          rowId={(row) => row.id}
          columns={[
            {
              header: t('trainings.name'),
              cell: (row) =>
                row.courseId ? (
                  <LinkAnchor to="/courses/$courseId" params={{ courseId: row.courseId }} size="sm">
                    {row.title}
                  </LinkAnchor>
                ) : (
                  row.title
                ),
            },
            { header: t('trainings.place'), cell: (row) => row.place ?? '—' },
            { header: t('trainings.days'), cell: daysOf },
            {
              header: t('trainings.proof'),
              cell: (row) => <Proof expertId={expert.id} row={row} mayOpen={mayAdd} />,
            },
          ]}
          actions={
            mayAdd || mayRemove
              ? {
                  header: t('trainings.acts'),
                  cell: (row) => (
                    <Group gap="xs" wrap="nowrap">
                      {mayAdd && row.kind === 'outside' && (
                        <Button
                          size="compact-sm"
                          variant="default"
                          leftSection={<IconUpload size={14} aria-hidden />}
                          onClick={() => setOpened({ dialog: 'attach', row })}
                        >
                          {row.evidence ? t('trainings.replace') : t('trainings.attach')}
                        </Button>
                      )}
                      {mayRemove && (
                        <Button
                          size="compact-sm"
                          variant="default"
                          leftSection={<IconTrash size={14} aria-hidden />}
                          onClick={() => setOpened({ dialog: 'remove', row })}
                        >
                          {t('trainings.remove')}
                        </Button>
                      )}
                    </Group>
                  ),
                }
              : undefined
          }
        />
      )}
      {opened?.dialog === 'add' && <AddDialog answer={answer} today={today} onClose={close} />}
      {opened?.dialog === 'attach' && <AttachDialog expertId={expert.id} row={opened.row} onClose={close} />}
      {opened?.dialog === 'remove' && <RemoveDialog answer={answer} row={opened.row} onClose={close} />}
    </Section>
  );
}

function Proof({ expertId, row, mayOpen }: { expertId: string; row: Qualification; mayOpen: boolean }) {
  const { t } = useTranslation('experts');
  if (row.kind === 'ownCourse') return t('trainings.ownList');
  if (!row.evidence) return <StatusBadge tone="supplement">{t('trainings.noPaper')}</StatusBadge>;
  return mayOpen ? (
    <Anchor
      underline="always"
      href={evidenceUrl(expertId, row.id)}
      download={row.evidence.fileName}
      size="sm"
    >
      {row.evidence.fileName}
    </Anchor>
  ) : (
    t('trainings.hasPaper')
  );
}

const outsideForm = z
  .object({
    title: z.string().trim().min(1).max(300),
    place: z.string().trim().min(1).max(300),
    startsOn: z.iso.date(),
    endsOn: z.iso.date(),
  })
  .refine(({ startsOn, endsOn }) => endsOn >= startsOn, { path: ['endsOn'] });

type OutsideForm = { title: string; place: string; startsOn: string | null; endsOn: string | null };

type DialogProps = { answer: VersionedExpert; onClose: () => void };

function AddDialog({ answer, today, onClose }: DialogProps & { today: string }) {
  const { t } = useTranslation('experts');
  useReturnFocus();
  const [kind, setKind] = useState<Qualification['kind']>('ownCourse');
  return (
    <Modal opened onClose={onClose} title={t('trainings.addTitle', { name: answer.data.fullName })} size="lg">
      <Stack>
        <SegmentedControl
          aria-label={t('trainings.kind')}
          value={kind}
          onChange={(next) => setKind(next as Qualification['kind'])}
          data={(['ownCourse', 'outside'] as const).map((value) => ({
            value,
            label: t(`trainings.kinds.${value}`),
          }))}
        />
        {kind === 'ownCourse' ? (
          <OwnCourseForm answer={answer} onClose={onClose} />
        ) : (
          <OutsideTrainingForm answer={answer} today={today} onClose={onClose} />
        )}
      </Stack>
    </Modal>
  );
}

const ownForm = z.object({ registrationId: z.string() });

function OwnCourseForm({ answer, onClose }: DialogProps) {
  const { t } = useTranslation('experts');
  const { mutateAsync } = useAddQualification(answer);
  const keyFor = useOnceKey();
  const { data: candidates } = useQuery(candidatesQuery(answer.data.id));
  const form = useForm<{ registrationId: string | null }, unknown, z.output<typeof ownForm>>({
    resolver: zodResolver(ownForm) as never,
    mode: 'onSubmit',
    shouldFocusError: false,
    defaultValues: { registrationId: null },
  });
  if (candidates?.length === 0) {
    return (
      <EmptyState
        title={t('trainings.nobody', { name: answer.data.fullName })}
        hint={t('trainings.nobodyHint')}
      />
    );
  }
  return (
    <Form
      form={form}
      submitLabel={t('trainings.save')}
      onCancel={onClose}
      onSubmit={async (training) => {
        await mutateAsync({ training, key: keyFor(training) });
        notifyDone(t('trainings.added'));
        onClose();
      }}
    >
      <SelectField
        control={form.control}
        name="registrationId"
        label={t('trainings.course')}
        hint={t('trainings.courseHint')}
        data={(candidates ?? []).map((row) => ({
          value: row.registrationId,
          label: `${row.courseTitle} (${daysOf(row)}) – ${row.fullName}${row.organizationName ? `, ${row.organizationName}` : ''}`,
        }))}
        required
      />
    </Form>
  );
}

function OutsideTrainingForm({ answer, today, onClose }: DialogProps & { today: string }) {
  const { t } = useTranslation('experts');
  const { mutateAsync } = useAddQualification(answer);
  const keyFor = useOnceKey();
  const form = useForm<OutsideForm, unknown, z.output<typeof outsideForm>>({
    resolver: zodResolver(outsideForm) as never,
    mode: 'onSubmit',
    shouldFocusError: false,
    defaultValues: { title: '', place: '', startsOn: null, endsOn: null },
  });
  const { control } = form;
  return (
    <Form
      form={form}
      submitLabel={t('trainings.save')}
      onCancel={onClose}
      onSubmit={async (training) => {
        await mutateAsync({ training, key: keyFor(training) });
        notifyDone(t('trainings.addedOutside'));
        onClose();
      }}
    >
      <TextField
        control={control}
        name="title"
        label={t('trainings.name')}
        hint={t('trainings.nameHint')}
        maxLength={300}
        required
      />
      <TextField control={control} name="place" label={t('trainings.place')} maxLength={300} required />
      <DateField control={control} name="startsOn" label={t('trainings.startsOn')} required maxDate={today} />
      <DateField control={control} name="endsOn" label={t('trainings.endsOn')} required maxDate={today} />
    </Form>
  );
}

function AttachDialog({
  expertId,
  row,
  onClose,
}: {
  expertId: string;
  row: Qualification;
  onClose: () => void;
}) {
  const { t } = useTranslation('experts');
  useReturnFocus();
  const attach = useAttachEvidence(expertId, row.id);
  return (
    <Modal opened onClose={onClose} title={t('trainings.attachTitle', { name: row.title })} size="lg">
      <Stack>
        {row.evidence && <Text size="sm">{t('trainings.replaceHint')}</Text>}
        <FileDrop
          label={t('trainings.file')}
          accept={PAPER_TYPES}
          maxBytes={PAPER_MAX_BYTES}
          upload={attach}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('close')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

function RemoveDialog({ answer, row, onClose }: DialogProps & { row: Qualification }) {
  const { t } = useTranslation('experts');
  const { mutateAsync } = useRemoveQualification(answer);
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t('trainings.removeTitle', { name: row.title })}
      consequence={t('trainings.removeConsequence')}
      verb={t('trainings.remove')}
      danger
      onConfirm={async () => {
        await mutateAsync(row.id);
        notifyDone(t('trainings.removed'));
      }}
    />
  );
}
