import { zodResolver } from '@hookform/resolvers/zod';
import { Button, Group, Modal, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { enterpriseChoicesQuery } from '@/api/reference';
import { inLanguage } from '@/shared/lib/labels';
import { useReferenceList } from '@/shared/lib/reference-data';
import { useOnceKey } from '@/shared/lib/use-once';
import { useReturnFocus } from '@/shared/lib/use-return-focus';
import { formatDate } from '@/shared/lib/vi';
import { ConfirmDialog } from '@/shared/ui/confirm-dialog';
import { EmptyState } from '@/shared/ui/empty-state';
import { ErrorState } from '@/shared/ui/error-state';
import { Form } from '@/shared/ui/form';
import { DateField, SelectField, TextareaField } from '@/shared/ui/form-fields';
import { LinkAnchor } from '@/shared/ui/links';
import { notifyDone } from '@/shared/ui/notify';
import { Section } from '@/shared/ui/section';
import { StackedTable } from '@/shared/ui/stacked-table';
import './i18n';
import {
  activeExpertsQuery,
  assignmentsQuery,
  useAssign,
  useAssignmentAct,
  type AssignmentRow,
} from './queries';
import { AssignmentStageBadge } from './status-label';

/** Whose assignments are shown, and whom or what a new one is for. */
export type AssignmentsOf =
  | { expert: { id: string; fullName: string }; seesEnterprises: boolean }
  | { enterprise: { id: string; name: string } };

type AssignmentsProps = { of: AssignmentsOf; today: string; mayAssign: boolean };

type Opened = { dialog: 'assign' } | { dialog: 'end' | 'cancel'; row: AssignmentRow };

/** Where an expert is sent, or who is sent to an enterprise; nothing is shown at an enterprise that nobody is sent to and nobody can be. */
export function Assignments({ of, today, mayAssign }: AssignmentsProps) {
  const { t } = useTranslation('experts');
  const query = useQuery(
    assignmentsQuery('expert' in of ? { expertId: of.expert.id } : { enterpriseId: of.enterprise.id }),
  );
  const [opened, setOpened] = useState<Opened | null>(null);
  const close = () => setOpened(null);
  const rows = query.data ?? [];
  if ('enterprise' in of && rows.length === 0 && !mayAssign && !query.error) return null;
  return (
    <Section
      title={'expert' in of ? t('assignments.title') : t('assignments.atEnterprise')}
      actions={
        mayAssign && (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => setOpened({ dialog: 'assign' })}
          >
            {t('assignments.assign')}
          </Button>
        )
      }
    >
      {query.error ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : query.data && rows.length === 0 ? (
        <EmptyState title={t('assignments.empty')} />
      ) : (
        <StackedTable
          rows={rows}
          rowId={(row) => row.id}
          columns={[
            { header: nameHeader(of, t), cell: (row) => <Other of={of} row={row} /> },
            {
              header: t('assignments.purpose'),
              cell: (row) => inLanguage(row.purposeNameVi, row.purposeNameEn),
            },
            {
              header: t('assignments.period'),
              cell: (row) =>
                row.endsOn
                  ? t('assignments.fromTo', { from: formatDate(row.startsOn), to: formatDate(row.endsOn) })
                  : t('assignments.from', { from: formatDate(row.startsOn) }),
            },
            { header: t('assignments.stage'), cell: (row) => <AssignmentStageBadge stage={row.stage} /> },
            {
              header: t('assignments.notes'),
              cell: (row) => (
                <Text size="sm" style={{ whiteSpace: 'pre-line' }}>
                  {[row.note, row.closingNote].filter(Boolean).join('\n') || '—'}
                </Text>
              ),
            },
          ]}
          actions={
            rows.some(({ allowedActions }) => allowedActions.length > 0)
              ? {
                  header: t('assignments.acts'),
                  cell: (row) => (
                    <Group gap="xs" wrap="nowrap">
                      {row.allowedActions.map((action) => (
                        <Button
                          key={action}
                          size="compact-sm"
                          variant="default"
                          onClick={() => setOpened({ dialog: action, row })}
                        >
                          {t(`assignments.${action}`)}
                        </Button>
                      ))}
                    </Group>
                  ),
                }
              : undefined
          }
        />
      )}
      {opened?.dialog === 'assign' && <AssignDialog of={of} onClose={close} />}
      {opened?.dialog === 'end' && <EndDialog row={opened.row} today={today} onClose={close} />}
      {opened?.dialog === 'cancel' && <CancelDialog row={opened.row} onClose={close} />}
    </Section>
  );
}

function nameHeader(of: AssignmentsOf, t: ReturnType<typeof useTranslation<'experts'>>['t']): string {
  return 'expert' in of ? t('assignments.enterprise') : t('assignments.expert');
}

function Other({ of, row }: { of: AssignmentsOf; row: AssignmentRow }) {
  if ('enterprise' in of) {
    return (
      <LinkAnchor to="/experts/$expertId" params={{ expertId: row.expertId }} size="sm">
        {row.expertName}
      </LinkAnchor>
    );
  }
  return of.seesEnterprises ? (
    <LinkAnchor to="/enterprises/$enterpriseId" params={{ enterpriseId: row.enterpriseId }} size="sm">
      {row.enterpriseName}
    </LinkAnchor>
  ) : (
    row.enterpriseName
  );
}

const assignForm = z
  .object({
    other: z.string(),
    purpose: z.string(),
    startsOn: z.iso.date(),
    endsOn: z.iso.date().nullable(),
    note: z.string().trim().max(2000),
  })
  .refine(({ startsOn, endsOn }) => endsOn === null || endsOn >= startsOn, { path: ['endsOn'] });

type AssignForm = Omit<z.input<typeof assignForm>, 'other' | 'purpose' | 'startsOn'> & {
  other: string | null;
  purpose: string | null;
  startsOn: string | null;
};

function AssignDialog({ of, onClose }: { of: AssignmentsOf; onClose: () => void }) {
  const { t } = useTranslation('experts');
  useReturnFocus();
  const { mutateAsync } = useAssign();
  const keyFor = useOnceKey();
  const purposes = useReferenceList('assignmentPurposes');
  const [typed, setTyped] = useState('');
  const [q] = useDebouncedValue(typed.trim(), 250);
  const isExpert = 'expert' in of;
  const enterprises =
    useQuery({ ...enterpriseChoicesQuery(q), enabled: isExpert && q.length > 1 }).data ?? [];
  const experts = useQuery({ ...activeExpertsQuery(q), enabled: !isExpert }).data ?? [];
  const form = useForm<AssignForm, unknown, z.output<typeof assignForm>>({
    resolver: zodResolver(assignForm) as never,
    mode: 'onSubmit',
    shouldFocusError: false,
    defaultValues: { other: null, purpose: null, startsOn: null, endsOn: null, note: '' },
  });
  const { control } = form;
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t('assignments.assignTitle', { name: isExpert ? of.expert.fullName : of.enterprise.name })}
    >
      <Form
        form={form}
        submitLabel={t('assignments.assign')}
        onCancel={onClose}
        onSubmit={async ({ other, note, ...values }) => {
          const request = {
            ...values,
            note: note || null,
            expertId: isExpert ? of.expert.id : other,
            enterpriseId: isExpert ? other : of.enterprise.id,
          };
          await mutateAsync({ request, key: keyFor(request) });
          notifyDone(t('assignments.assigned'));
          onClose();
        }}
      >
        <SelectField
          control={control}
          name="other"
          label={isExpert ? t('assignments.enterprise') : t('assignments.expert')}
          hint={isExpert ? t('assignments.enterpriseHint') : undefined}
          data={
            isExpert
              ? enterprises.map(({ id, name, taxCode }) => ({ value: id, label: `${name} (${taxCode})` }))
              : experts.map(({ id, fullName, agencyName }) => ({
                  value: id,
                  label: `${fullName} (${agencyName})`,
                }))
          }
          filter={({ options }) => options}
          onSearchChange={setTyped}
          required
        />
        <SelectField
          control={control}
          name="purpose"
          label={t('assignments.purpose')}
          data={purposes.options}
          required
        />
        <DateField control={control} name="startsOn" label={t('assignments.startsOn')} required />
        <DateField
          control={control}
          name="endsOn"
          label={t('assignments.endsOn')}
          hint={t('assignments.endsOnHint')}
        />
        <TextareaField
          control={control}
          name="note"
          label={t('assignments.note')}
          minRows={2}
          maxLength={2000}
        />
      </Form>
    </Modal>
  );
}

const endForm = z.object({ endedOn: z.iso.date(), note: z.string().trim().min(1).max(2000) });

type EndForm = { endedOn: string | null; note: string };

function EndDialog({ row, today, onClose }: { row: AssignmentRow; today: string; onClose: () => void }) {
  const { t } = useTranslation('experts');
  useReturnFocus();
  const { mutateAsync } = useAssignmentAct(row.id);
  const last = row.endsOn && row.endsOn < today ? row.endsOn : today;
  const form = useForm<EndForm, unknown, z.output<typeof endForm>>({
    resolver: zodResolver(endForm) as never,
    mode: 'onSubmit',
    shouldFocusError: false,
    defaultValues: { endedOn: last, note: '' },
  });
  return (
    <Modal
      opened
      onClose={onClose}
      size="md"
      title={t('assignments.endTitle', { expert: row.expertName, enterprise: row.enterpriseName })}
    >
      <Form
        form={form}
        submitLabel={t('assignments.end')}
        onCancel={onClose}
        onSubmit={async (values) => {
          await mutateAsync({ action: 'end', ...values });
          notifyDone(t('assignments.ended'));
          onClose();
        }}
      >
        <DateField
          control={form.control}
          name="endedOn"
          label={t('assignments.endedOn')}
          required
          minDate={row.startsOn}
          maxDate={last}
        />
        <TextareaField
          control={form.control}
          name="note"
          label={t('assignments.result')}
          hint={t('assignments.resultHint')}
          minRows={3}
          maxLength={2000}
          required
        />
      </Form>
    </Modal>
  );
}

function CancelDialog({ row, onClose }: { row: AssignmentRow; onClose: () => void }) {
  const { t } = useTranslation('experts');
  const { mutateAsync } = useAssignmentAct(row.id);
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t('assignments.cancelTitle', { expert: row.expertName, enterprise: row.enterpriseName })}
      consequence={t('assignments.cancelConsequence')}
      verb={t('assignments.cancel')}
      danger
      reason={{ label: t('reason'), required: true }}
      onConfirm={async (reason) => {
        await mutateAsync({ action: 'cancel', reason });
        notifyDone(t('assignments.cancelled'));
      }}
    />
  );
}
