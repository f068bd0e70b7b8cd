import { zodResolver } from '@hookform/resolvers/zod';
import { Modal, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { t } from 'i18next';
import { useMemo, useRef, useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { ApiError, newIdempotencyKey } from '@/api/client';
import { enterpriseChoicesQuery } from '@/api/reference';
import { useReturnFocus } from '@/shared/lib/use-return-focus';
import { Banner } from '@/shared/ui/banner';
import { Form } from '@/shared/ui/form';
import { CheckboxField, SelectField, TextField } from '@/shared/ui/form-fields';
import { notifyDone } from '@/shared/ui/notify';
import './i18n';
import { useRegister, type Course, type Registration, type RegistrationRequest } from './queries';
import { PARTICIPANT_KINDS } from './status';

const POSSIBLE_DUPLICATE = 'courseRegistration.possibleDuplicate';

/** Whoever registers for others needs a way to reach them; an officer may enter a paper form without one. */
const registrationForm = (isOfficer: boolean) =>
  z
    .object({
      fullName: z.string().trim().min(1).max(200),
      participantKind: z.enum(PARTICIPANT_KINDS),
      enterpriseId: z.string().nullable(),
      organizationName: z.string().trim().max(300),
      phone: z.string().trim().max(30),
      email: z.union([z.literal(''), z.email()]),
      paper: z.boolean(),
      isDifferentPerson: z.boolean(),
    })
    .superRefine((values, context) => {
      if (values.participantKind === 'civilServant' && values.organizationName === '') {
        context.addIssue({
          code: 'custom',
          path: ['organizationName'],
          message: t('training:register.agencyNeeded'),
        });
      } else if (values.enterpriseId === null && values.organizationName === '') {
        context.addIssue({
          code: 'custom',
          path: ['organizationName'],
          message: t('training:register.organizationNeeded'),
        });
      }

      if (!isOfficer && values.phone === '' && values.email === '') {
        context.addIssue({ code: 'custom', path: ['phone'], message: t('training:register.contactNeeded') });
      }
    });

type RegistrationForm = z.infer<ReturnType<typeof registrationForm>>;

const orNull = (value: string) => (value === '' ? null : value);

function toRequest({ paper, ...values }: RegistrationForm): RegistrationRequest {
  const isCivilServant = values.participantKind === 'civilServant';
  return {
    ...values,
    enterpriseId: isCivilServant ? null : values.enterpriseId,
    organizationName: orNull(values.organizationName),
    phone: orNull(values.phone),
    email: orNull(values.email),
    districtCode: null,
    channel: paper ? 'paper' : null,
  };
}

type RegisterDialogProps = {
  course: Course;
  /** The enterprises somebody acts for; empty for those who search among all. */
  enterprises: readonly { id: string; name: string }[];
  isOfficer: boolean;
  onClose: () => void;
};

export function RegisterDialog({ course, enterprises, isOfficer, onClose }: RegisterDialogProps) {
  useReturnFocus();
  const { t } = useTranslation('training');
  const register = useRegister(course.id);
  const [searched, setSearched] = useState('');
  const [asksAboutPerson, setAsksAboutPerson] = useState(false);
  const sent = useRef({ content: '', key: '' });
  const searches = enterprises.length === 0;
  const found = useQuery(enterpriseChoicesQuery(searches ? searched.trim() : '')).data ?? [];
  const kinds = course.audience.length === 0 ? PARTICIPANT_KINDS : course.audience;
  const form = useForm<RegistrationForm, unknown, RegistrationForm>({
    resolver: useMemo(() => zodResolver(registrationForm(isOfficer)), [isOfficer]),
    // A message under the focused first field would move the button away from the press that makes it appear.
    mode: 'onSubmit',
    shouldFocusError: false,
    defaultValues: {
      fullName: '',
      participantKind: kinds[0] ?? 'enterprise',
      enterpriseId: enterprises.length === 1 ? enterprises[0]!.id : null,
      organizationName: '',
      phone: '',
      email: '',
      paper: false,
      isDifferentPerson: false,
    },
  });
  const participantKind = useWatch({ control: form.control, name: 'participantKind' });
  const choices = searches
    ? found.map(({ id, name, taxCode }) => ({ value: id, label: `${name} (${taxCode})` }))
    : enterprises.map(({ id, name }) => ({ value: id, label: name }));

  const submit = async (values: RegistrationForm) => {
    const request = toRequest(values);
    const content = JSON.stringify(request);
    if (sent.current.content !== content) sent.current = { content, key: newIdempotencyKey() };
    try {
      const answer = await register.mutateAsync({ request, key: sent.current.key });
      notifyDone(doneText(answer));
      onClose();
    } catch (error) {
      if (error instanceof ApiError && error.code === POSSIBLE_DUPLICATE) setAsksAboutPerson(true);
      throw error;
    }
  };

  return (
    <Modal opened onClose={onClose} title={t('register.title', { name: course.title })} size="lg">
      {course.counts.free === 0 && (
        <Banner tone="info" title={t('register.full', { waiting: course.counts.waiting })} />
      )}
      <Form form={form} submitLabel={t('register.verb')} onCancel={onClose} onSubmit={submit}>
        <TextField
          control={form.control}
          name="fullName"
          label={t('register.fullName')}
          maxLength={200}
          required
          data-autofocus
        />
        <SelectField
          control={form.control}
          name="participantKind"
          label={t('register.participantKind')}
          data={kinds.map((value) => ({ value, label: t(`participantKinds.${value}`) }))}
          allowDeselect={false}
          required
        />
        {participantKind !== 'civilServant' && (
          <SelectField
            control={form.control}
            name="enterpriseId"
            label={t('register.enterprise')}
            hint={searches ? t('register.enterpriseHint') : undefined}
            data={choices}
            onSearchChange={searches ? setSearched : undefined}
            filter={searches ? ({ options }) => options : undefined}
            clearable
          />
        )}
        {(searches || participantKind === 'civilServant') && (
          <TextField
            control={form.control}
            name="organizationName"
            label={t('register.organizationName')}
            maxLength={300}
            required={participantKind === 'civilServant'}
          />
        )}
        <TextField
          control={form.control}
          name="phone"
          label={t('register.phone')}
          hint={t('register.contactHint')}
          inputMode="tel"
          maxLength={30}
        />
        <TextField
          control={form.control}
          name="email"
          label={t('register.email')}
          inputMode="email"
          maxLength={254}
        />
        {isOfficer && <CheckboxField control={form.control} name="paper" label={t('register.paper')} />}
        {asksAboutPerson && (
          <CheckboxField
            control={form.control}
            name="isDifferentPerson"
            label={t('register.isDifferentPerson')}
          />
        )}
        {course.noticeText && (
          <Text size="sm" c="dimmed" style={{ whiteSpace: 'pre-line' }}>
            <strong>{t('register.notice')}</strong>
            {'\n'}
            {course.noticeText}
          </Text>
        )}
      </Form>
    </Modal>
  );
}

function doneText(answer: Registration): string {
  const name = answer.fullName;
  switch (answer.status) {
    case 'waitlisted':
      return t('training:register.waitlisted', { name, position: answer.position });
    case 'awaitingApproval':
      return t('training:register.awaitingApproval', { name });
    default:
      return t('training:register.registered', { name, seat: answer.seatNumber });
  }
}
