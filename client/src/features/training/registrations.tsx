import { Button, Group, Select, Text } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useListState } from '@/shared/lib/use-list-state';
import { formatDateTime, formatInt } from '@/shared/lib/vi';
import { ConfirmDialog } from '@/shared/ui/confirm-dialog';
import { DataTable, type Column } from '@/shared/ui/data-table';
import { DownloadButton } from '@/shared/ui/download-button';
import { EmptyState } from '@/shared/ui/empty-state';
import { FilterBar } from '@/shared/ui/filter-bar';
import { LinkButton } from '@/shared/ui/links';
import { notifyDone } from '@/shared/ui/notify';
import { SearchInput } from '@/shared/ui/search-input';
import { Section } from '@/shared/ui/section';
import './i18n';
import { downloadRegistrations } from './list-queries';
import {
  registrationListQuery,
  useRegistrationAct,
  type Course,
  type RegistrationRow,
  type RegistrationAction,
} from './queries';
import type { RegistrationSearch } from './search';
import { PARTICIPANT_KINDS, REGISTRATION_STATUSES, type RegistrationStatus } from './status';
import { RegistrationStatusBadge } from './status-label';

type Chosen = { action: RegistrationAction; registration: RegistrationRow };
const ACTIONS = ['approve', 'confirm', 'decline', 'cancel'] as const satisfies readonly RegistrationAction[];

function useColumns(choose: (chosen: Chosen) => void): Column<RegistrationRow>[] {
  const { t } = useTranslation('training');
  return useMemo(() => {
    const words = {
      approve: t('registrations.approve'),
      confirm: t('registrations.confirmSeat'),
      decline: t('registrations.decline'),
      cancel: t('registrations.cancel'),
    };
    return [
      {
        key: 'queueNumber',
        header: t('registrations.queue'),
        align: 'end',
        width: 80,
        cell: (row) => formatInt(row.queueNumber),
      },
      {
        key: 'fullName',
        header: t('registrations.name'),
        fixed: true,
        grow: true,
        cell: (row) => (
          <Text size="sm" truncate title={row.fullName}>
            {row.fullName}
            {row.homonym > 1 && ` (${t('registrations.homonym', { number: row.homonym })})`}
          </Text>
        ),
      },
      {
        key: 'organizationName',
        header: t('registrations.organization'),
        grow: true,
        cell: (row) => (
          <Text size="sm" truncate title={row.organizationName ?? undefined}>
            {row.organizationName ?? '—'}
          </Text>
        ),
      },
      {
        key: 'participantKind',
        header: t('registrations.participantKind'),
        cell: (row) => t(`participantKinds.${row.participantKind}`),
      },
      {
        key: 'status',
        header: t('registrations.status'),
        cell: (row) => (
          <div>
            <RegistrationStatusBadge status={row.status} />
            {row.status === 'waitlisted' && row.position != null && (
              <Text size="xs" c="dimmed">
                {t('registrations.position', { position: row.position })}
              </Text>
            )}
            {row.status === 'offered' && row.confirmBy != null && (
              <Text size="xs" c="dimmed">
                {t('registrations.confirmBy', { time: formatDateTime(row.confirmBy) })}
              </Text>
            )}
          </div>
        ),
      },
      {
        key: 'seatNumber',
        header: t('registrations.seat'),
        align: 'end',
        cell: (row) => formatInt(row.seatNumber),
      },
      {
        key: 'registeredAt',
        header: t('registrations.registeredAt'),
        hidden: true,
        cell: (row) => formatDateTime(row.registeredAt),
      },
      {
        key: 'contact',
        header: t('registrations.contact'),
        hidden: true,
        cell: (row) => [row.phone, row.email].filter(Boolean).join(' · ') || '—',
      },
      {
        key: 'acts',
        header: t('registrations.acts'),
        cell: (row) => (
          <Group gap={4} className="no-print">
            {ACTIONS.filter((action) => row.allowedActions.includes(action)).map((action) => (
              <Button
                key={action}
                size="compact-sm"
                variant={action === 'approve' || action === 'confirm' ? 'light' : 'subtle'}
                color={action === 'decline' || action === 'cancel' ? 'red' : undefined}
                aria-label={`${words[action]}: ${row.fullName}`}
                onClick={() => choose({ action, registration: row })}
              >
                {words[action]}
              </Button>
            ))}
          </Group>
        ),
      },
    ];
  }, [t, choose]);
}

type RegistrationsProps = { course: Course; search: RegistrationSearch; isOffice: boolean };

/** Who has registered, in the order of the line; what may be done with each comes from the API. */
export function Registrations({ course, search, isOffice }: RegistrationsProps) {
  const { t } = useTranslation('training');
  const { t: tc } = useTranslation();
  const list = useListState(search);
  const query = useQuery(registrationListQuery(course.id, search, list.limit));
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const columns = useColumns(setChosen);
  const clearName = (name: string) => ({ 'aria-label': tc('form.clear', { name }) });
  return (
    <Section
      title={t('page.registrations')}
      sub={query.data?.count == null ? '' : t('registrations.count', { count: query.data.count })}
      actions={
        isOffice && (
          <>
            {course.allowedActions.includes('register') && (
              <LinkButton
                to="/courses/$courseId/import"
                params={{ courseId: course.id }}
                variant="default"
                leftSection={<IconFileImport size={16} aria-hidden />}
              >
                {t('excel.link')}
              </LinkButton>
            )}
            <DownloadButton label={t('excel.export')} download={downloadRegistrations(course.id)} />
          </>
        )
      }
    >
      <FilterBar
        isFiltered={list.isFiltered}
        onClear={list.clear}
        printed={[search.q, search.status && t(`registrationStatuses.${search.status}`)]
          .filter(Boolean)
          .join(' · ')}
      >
        <SearchInput
          label={t('list.search')}
          value={search.q ?? ''}
          onCommit={(q) => list.set({ q: q === '' ? undefined : q })}
          w={{ base: '100%', sm: 220 }}
        />
        <Select
          label={t('registrations.status')}
          placeholder={t('list.any')}
          data={REGISTRATION_STATUSES.map((value) => ({ value, label: t(`registrationStatuses.${value}`) }))}
          value={search.status ?? null}
          onChange={(value) => list.set({ status: (value as RegistrationStatus | null) ?? undefined })}
          clearable
          clearButtonProps={clearName(t('registrations.status'))}
          w={{ base: '100%', sm: 180 }}
        />
        <Select
          label={t('registrations.participantKind')}
          placeholder={t('list.any')}
          data={PARTICIPANT_KINDS.map((value) => ({ value, label: t(`participantKinds.${value}`) }))}
          value={search.participantKind ?? null}
          onChange={(value) =>
            list.set({ participantKind: (value as (typeof PARTICIPANT_KINDS)[number] | null) ?? undefined })
          }
          clearable
          clearButtonProps={clearName(t('registrations.participantKind'))}
          w={{ base: '100%', sm: 180 }}
        />
      </FilterBar>
      <DataTable
        name="course-registrations"
        caption={t('registrations.caption')}
        columns={columns}
        query={query}
        list={list}
        rowId={(row) => row.id}
        rowName={(row) => row.fullName}
        empty={<EmptyState title={t('registrations.empty')} hint={t('registrations.emptyHint')} />}
      />
      {chosen && (
        <RegistrationActDialog courseId={course.id} chosen={chosen} onClose={() => setChosen(null)} />
      )}
    </Section>
  );
}

type RegistrationActDialogProps = { courseId: string; chosen: Chosen; onClose: () => void };

function RegistrationActDialog({
  courseId,
  chosen: { action, registration },
  onClose,
}: RegistrationActDialogProps) {
  const { t } = useTranslation('training');
  const { mutateAsync } = useRegistrationAct(courseId);
  const name = registration.fullName;
  const texts = {
    approve: {
      title: t('registrations.approveNamed', { name }),
      verb: t('registrations.approve'),
      consequence: '',
      done: t('registrations.approved', { name }),
    },
    confirm: {
      title: t('registrations.confirmSeatNamed', { name }),
      verb: t('registrations.confirmSeat'),
      consequence: '',
      done: t('registrations.confirmed', { name }),
    },
    decline: {
      title: t('registrations.declineNamed', { name }),
      verb: t('registrations.decline'),
      consequence: t('registrations.declineConsequence'),
      done: t('registrations.declined', { name }),
    },
    cancel: {
      title: t('registrations.cancelNamed', { name }),
      verb: t('registrations.cancel'),
      consequence: t('registrations.cancelConsequence'),
      done: t('registrations.cancelled', { name }),
    },
  }[action];
  const takesReason = action === 'cancel' || action === 'decline';
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={texts.title}
      consequence={texts.consequence}
      verb={texts.verb}
      danger={takesReason}
      {...(takesReason && { reason: { label: t('confirm.reason'), required: action === 'decline' } })}
      onConfirm={async (reason) => {
        await mutateAsync({ action, registrationId: registration.id, reason });
        notifyDone(texts.done);
      }}
    />
  );
}
