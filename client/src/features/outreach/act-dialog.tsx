import { zodResolver } from '@hookform/resolvers/zod';
import { Modal, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { t as translate } from 'i18next';
import { useMemo } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { useReferenceList } from '@/shared/lib/reference-data';
import { useOnceKey } from '@/shared/lib/use-once';
import { useReturnFocus } from '@/shared/lib/use-return-focus';
import { formatDate } from '@/shared/lib/vi';
import { Form } from '@/shared/ui/form';
import {
  CheckboxField,
  DateField,
  MultiSelectField,
  SelectField,
  TextareaField,
  TextField,
} from '@/shared/ui/form-fields';
import { notifyDone } from '@/shared/ui/notify';
import './i18n';
import { applicationsQuery, useProspectAct, type ProspectAct, type VersionedProspect } from './queries';
import { CHANNELS } from './search';

export type ContactAction = 'survey' | 'mobilize' | 'guide' | 'decline';

type DialogProps = {
  answer: VersionedProspect;
  /** Business date, yyyy-MM-dd. */
  today: string;
  onClose: () => void;
};

const contactForm = (action: ContactAction, from: string, today: string) =>
  z
    .object({
      on: z.iso.date().refine((on) => on >= from && on <= today, {
        error: () => translate('outreach:acts.dated', { from: formatDate(from), to: formatDate(today) }),
      }),
      channel: z.enum(CHANNELS),
      carriedOutBy: z.string().trim().max(200),
      metWith: z.string().trim().max(200),
      note: z.string().trim().max(4000),
      heldSystems: z.array(z.string()),
      holdsNone: z.boolean(),
      reasons: action === 'decline' ? z.array(z.string()).min(1) : z.array(z.string()),
      followUpOn: z.iso.date().nullable(),
    })
    .refine(({ on, followUpOn }) => followUpOn === null || followUpOn >= on, {
      path: ['followUpOn'],
      error: () => translate('outreach:acts.later'),
    });

type ContactForm = Omit<z.input<ReturnType<typeof contactForm>>, 'on'> & { on: string | null };
type Contact = z.output<ReturnType<typeof contactForm>>;

const RENAME = {
  'act.on': 'on',
  'act.channel': 'channel',
  'act.carriedOutBy': 'carriedOutBy',
  'act.metWith': 'metWith',
  'act.note': 'note',
};

function toAct(action: ContactAction, values: Contact): ProspectAct {
  const act = {
    on: values.on,
    channel: values.channel,
    carriedOutBy: values.carriedOutBy || null,
    metWith: values.metWith || null,
    note: values.note || null,
  };
  switch (action) {
    case 'survey':
      // Nothing chosen means that it was not asked; that there is none is said.
      return {
        action,
        body: {
          act,
          heldSystems: values.holdsNone ? [] : values.heldSystems.length > 0 ? values.heldSystems : null,
        },
      };
    case 'decline':
      return { action, body: { act, reasons: values.reasons, followUpOn: values.followUpOn } };
    default:
      return { action, body: { act } };
  }
}

/** One contact with an enterprise, entered at the desk or on a phone in the field. */
export function ContactDialog({ answer, action, today, onClose }: DialogProps & { action: ContactAction }) {
  const { t } = useTranslation('outreach');
  useReturnFocus();
  const { mutateAsync } = useProspectAct(answer);
  const keyFor = useOnceKey();
  const systems = useReferenceList('managementSystems');
  const reasons = useReferenceList('nonParticipationReasons');
  const from = answer.data.earliestNextActOn;
  const form = useForm<ContactForm, unknown, Contact>({
    resolver: useMemo(() => zodResolver(contactForm(action, from, today)) as never, [action, from, today]),
    mode: 'onSubmit',
    shouldFocusError: false,
    defaultValues: {
      on: today,
      channel: action === 'survey' ? 'visit' : 'phone',
      carriedOutBy: '',
      metWith: '',
      note: '',
      heldSystems: [],
      holdsNone: false,
      reasons: [],
      followUpOn: null,
    },
  });
  const { control } = form;
  return (
    <Modal
      opened
      onClose={onClose}
      size="md"
      title={t('campaign.confirm', { act: t(`acts.${action}`), name: answer.data.enterpriseName })}
    >
      <Form
        form={form}
        submitLabel={t(`acts.${action}`)}
        onCancel={onClose}
        rename={RENAME}
        onSubmit={async (values) => {
          const act = toAct(action, values);
          await mutateAsync({ act, key: keyFor([answer.etag, act]) });
          notifyDone(t('acts.recorded', { act: t(`acts.${action}`) }));
          onClose();
        }}
      >
        <DateField control={control} name="on" label={t('acts.on')} minDate={from} maxDate={today} required />
        <SelectField
          control={control}
          name="channel"
          label={t('acts.channel')}
          data={CHANNELS.map((value) => ({ value, label: t(`channels.${value}`) }))}
          searchable={false}
          allowDeselect={false}
          required
        />
        {action === 'survey' && (
          <>
            <MultiSelectField
              control={control}
              name="heldSystems"
              label={t('acts.heldSystems')}
              hint={t('acts.heldSystemsHint')}
              data={systems.options}
              clearable
            />
            <CheckboxField control={control} name="holdsNone" label={t('acts.noneHeld')} />
          </>
        )}
        {action === 'decline' && (
          <>
            <MultiSelectField
              control={control}
              name="reasons"
              label={t('acts.reasons')}
              hint={t('acts.reasonsHint')}
              data={reasons.options}
              required
            />
            <DateField
              control={control}
              name="followUpOn"
              label={t('acts.followUpOn')}
              hint={t('acts.followUpHint')}
            />
          </>
        )}
        <TextField control={control} name="metWith" label={t('acts.metWith')} maxLength={200} />
        <TextareaField control={control} name="note" label={t('acts.note')} minRows={2} maxLength={4000} />
        <TextField
          control={control}
          name="carriedOutBy"
          label={t('acts.carriedOutBy')}
          hint={t('acts.carriedOutByHint')}
          maxLength={200}
        />
      </Form>
    </Modal>
  );
}

const applicationForm = z.object({ enrollmentId: z.string().min(1), note: z.string().trim().max(4000) });

type ApplicationForm = { enrollmentId: string | null; note: string };

export function ApplicationDialog({ answer, onClose }: Omit<DialogProps, 'today'>) {
  const { t } = useTranslation('outreach');
  useReturnFocus();
  const { mutateAsync } = useProspectAct(answer);
  const keyFor = useOnceKey();
  const { data: dossiers } = useQuery(applicationsQuery(answer.data));
  const form = useForm<ApplicationForm, unknown, z.output<typeof applicationForm>>({
    resolver: zodResolver(applicationForm) as never,
    mode: 'onSubmit',
    shouldFocusError: false,
    defaultValues: { enrollmentId: null, note: '' },
  });
  return (
    <Modal
      opened
      onClose={onClose}
      size="md"
      title={t('campaign.confirm', { act: t('acts.recordApplication'), name: answer.data.enterpriseName })}
    >
      {dossiers?.length === 0 ? (
        <Text>{t('acts.noEnrollments')}</Text>
      ) : (
        <Form
          form={form}
          submitLabel={t('acts.recordApplication')}
          onCancel={onClose}
          onSubmit={async ({ enrollmentId, note }) => {
            const act: ProspectAct = {
              action: 'recordApplication',
              body: { enrollmentId, note: note || null },
            };
            await mutateAsync({ act, key: keyFor([answer.etag, act]) });
            notifyDone(t('acts.recorded', { act: t('acts.recordApplication') }));
            onClose();
          }}
        >
          <SelectField
            control={form.control}
            name="enrollmentId"
            label={t('acts.enrollment')}
            hint={t('acts.enrollmentHint')}
            data={(dossiers ?? []).map(({ id, code, receivedOn }) => ({
              value: id,
              label: `${code ?? ''} (${receivedOn ? formatDate(receivedOn) : ''})`,
            }))}
            required
          />
          <TextareaField
            control={form.control}
            name="note"
            label={t('acts.note')}
            minRows={2}
            maxLength={4000}
          />
        </Form>
      )}
    </Modal>
  );
}
