import { zodResolver } from '@hookform/resolvers/zod';
import { Button, List, Modal, Text } from '@mantine/core';
import { IconCalendarPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { may, type Permissions } from '@/shared/lib/permissions';
import { useOnceKey } from '@/shared/lib/use-once';
import { useReturnFocus } from '@/shared/lib/use-return-focus';
import { formatDate } from '@/shared/lib/vi';
import { DescriptionList } from '@/shared/ui/description-list';
import { ErrorState } from '@/shared/ui/error-state';
import { Form } from '@/shared/ui/form';
import { DateField, MultiSelectField, TextField } from '@/shared/ui/form-fields';
import { LinkAnchor } from '@/shared/ui/links';
import { notifyDone } from '@/shared/ui/notify';
import { PageHeader } from '@/shared/ui/page-header';
import { Section } from '@/shared/ui/section';
import { StackedTable } from '@/shared/ui/stacked-table';
import './i18n';
import {
  sessionListQuery,
  useCallSession,
  type Council,
  type CouncilSession,
  type SubjectKind,
} from './queries';

/** A matter that a session can be called over. */
export type Matter = { id: string; kind: SubjectKind; title: string };

type CouncilPageProps = {
  council: Council;
  permissions: Permissions;
  /** Business date, yyyy-MM-dd. */
  today: string | undefined;
  matters: readonly Matter[];
};

/** One council: who sits in it, when it can decide, its sessions. */
export function CouncilPage({ council, permissions, today, matters }: CouncilPageProps) {
  const { t } = useTranslation('appraisals');
  const navigate = useNavigate();
  const sessions = useQuery(sessionListQuery({ councilId: council.id }));
  const [calling, setCalling] = useState(false);
  const { quorum } = council;
  return (
    <>
      <PageHeader
        title={council.name}
        sub={t(council.isInOffice ? 'councils.inOffice' : 'councils.notInOffice', {
          kind: t(`kinds.${council.kind}`),
        })}
        above={
          <LinkAnchor to="/councils" size="sm" className="no-print">
            {t('title')}
          </LinkAnchor>
        }
        actions={
          may(permissions, 'councils.manage') && (
            <Button leftSection={<IconCalendarPlus size={16} aria-hidden />} onClick={() => setCalling(true)}>
              {t('call.button')}
            </Button>
          )
        }
      />
      <Section title={t('councils.foundation')}>
        <DescriptionList
          items={[
            {
              term: t('councils.decision'),
              value: t('councils.decisionOf', {
                number: council.decisionNumber,
                date: formatDate(council.decisionDate),
              }),
            },
            {
              term: t('councils.term'),
              value: `${formatDate(council.termFrom)} – ${formatDate(council.termTo)}`,
            },
            {
              term: t('councils.quorum'),
              value: t(quorum.needsChair ? 'councils.quorumChair' : 'councils.quorumShare', {
                numerator: quorum.numerator,
                denominator: quorum.denominator,
              }),
            },
          ]}
        />
      </Section>
      <Section title={t('councils.members')}>
        <StackedTable
          columns={[
            { header: t('found.fullName'), cell: (member) => member.fullName },
            {
              header: t('found.role'),
              cell: (member) =>
                member.alternateFor == null
                  ? t(`roles.${member.role}`)
                  : t('councils.alternate', {
                      role: t(`roles.${member.role}`),
                      name: council.members.find(({ id }) => id === member.alternateFor)?.fullName,
                    }),
            },
            { header: t('found.agency'), cell: (member) => member.agency ?? '—' },
          ]}
          rows={council.members}
          rowId={({ id }) => id}
        />
      </Section>
      <Section title={t('sessions.title')}>
        {sessions.error && <ErrorState error={sessions.error} onRetry={() => void sessions.refetch()} />}
        {sessions.data?.length === 0 && (
          <Text size="sm" c="dimmed">
            {t('sessions.none')}
          </Text>
        )}
        <List size="sm" listStyleType="none" spacing="xs">
          {sessions.data?.map((session) => (
            <List.Item key={session.id}>
              <LinkAnchor to="/council-sessions/$sessionId" params={{ sessionId: session.id }} size="sm">
                {t('sessions.of', { date: formatDate(session.heldOn) })}
              </LinkAnchor>{' '}
              <Text component="span" size="sm" c="dimmed">
                {[session.place, t('sessions.subjects', { count: session.subjects.length })]
                  .filter(Boolean)
                  .join(' · ')}
              </Text>
            </List.Item>
          ))}
        </List>
      </Section>
      {calling && (
        <CallDialog
          council={council}
          today={today}
          matters={matters}
          onClose={() => setCalling(false)}
          onCalled={({ id }) =>
            void navigate({ to: '/council-sessions/$sessionId', params: { sessionId: id } })
          }
        />
      )}
    </>
  );
}

const sessionForm = z.object({
  heldOn: z.iso.date(),
  place: z.string().trim().max(300),
  subjects: z.array(z.string()).min(1),
});

type CallDialogProps = {
  council: Council;
  today: string | undefined;
  matters: readonly Matter[];
  onClose: () => void;
  onCalled: (session: CouncilSession) => void;
};

function CallDialog({ council, today, matters, onClose, onCalled }: CallDialogProps) {
  useReturnFocus();
  const { t } = useTranslation('appraisals');
  const { mutateAsync } = useCallSession(council.id);
  const keyFor = useOnceKey();
  const form = useForm<z.input<typeof sessionForm>>({
    resolver: zodResolver(sessionForm),
    mode: 'onTouched',
    shouldFocusError: false,
    defaultValues: { heldOn: today ?? '', place: '', subjects: [] },
  });
  return (
    <Modal opened onClose={onClose} title={t('call.title')} size="lg">
      <Form
        form={form}
        submitLabel={t('call.verb')}
        onCancel={onClose}
        onSubmit={async ({ heldOn, place, subjects }) => {
          const request = {
            heldOn,
            place: place === '' ? null : place,
            subjects: matters.filter(({ id }) => subjects.includes(id)).map(({ id, kind }) => ({ id, kind })),
          };
          const session = await mutateAsync({ request, key: keyFor(request) });
          notifyDone(t('call.done'));
          onCalled(session);
        }}
      >
        <DateField control={form.control} name="heldOn" label={t('call.heldOn')} required />
        <TextField control={form.control} name="place" label={t('call.place')} maxLength={300} />
        <MultiSelectField
          control={form.control}
          name="subjects"
          label={t('call.subjects')}
          hint={t('call.subjectsHint')}
          data={matters.map(({ id, title }) => ({ value: id, label: title }))}
          required
        />
      </Form>
    </Modal>
  );
}
