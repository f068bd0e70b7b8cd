import { zodResolver } from '@hookform/resolvers/zod';
import { Text } from '@mantine/core';
import { t } from 'i18next';
import { useMemo, useRef, useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { ApiError, newIdempotencyKey } from '@/api/client';
import { inLanguage } from '@/shared/lib/labels';
import { Form } from '@/shared/ui/form';
import { CheckboxField, SelectField, TextField } from '@/shared/ui/form-fields';
import './i18n';
import { useRegisterYourself, type OpenCourse, type SelfRegistration } from './public-queries';
import { PARTICIPANT_KINDS } from './status';

const NAMESAKE = 'courseRegistration.namesakeOnList';

const selfRegistration = (hasNotice: boolean) =>
  z
    .object({
      fullName: z.string().trim().min(1).max(200),
      participantKind: z.enum(PARTICIPANT_KINDS),
      organizationName: z.string().trim().min(1).max(300),
      districtCode: z.string().nullable(),
      phone: z.string().trim().max(30),
      email: z.union([z.literal(''), z.email()]),
      acceptsNotice: z.boolean(),
      isDifferentPerson: z.boolean(),
    })
    .superRefine((values, context) => {
      if (values.phone === '' && values.email === '') {
        context.addIssue({ code: 'custom', path: ['phone'], message: t('training:register.contactNeeded') });
      }

      if (hasNotice && !values.acceptsNotice) {
        context.addIssue({
          code: 'custom',
          path: ['acceptsNotice'],
          message: t('training:open.acceptNeeded'),
        });
      }
    });

type Values = z.infer<ReturnType<typeof selfRegistration>>;

const orNull = (value: string) => (value === '' ? null : value);

type SelfRegistrationFormProps = { course: OpenCourse; onRegistered: (secret: string) => void };

/** Somebody registers himself. What was typed stays whatever the server answers. */
export function SelfRegistrationForm({ course, onRegistered }: SelfRegistrationFormProps) {
  const { t } = useTranslation('training');
  const register = useRegisterYourself(course.id);
  const [asksAboutPerson, setAsksAboutPerson] = useState(false);
  const sent = useRef({ content: '', key: '' });
  const hasNotice = course.noticeText != null;
  const kinds = course.audience.length === 0 ? PARTICIPANT_KINDS : course.audience;
  const form = useForm<Values, unknown, Values>({
    resolver: useMemo(() => zodResolver(selfRegistration(hasNotice)), [hasNotice]),
    mode: 'onSubmit',
    shouldFocusError: false,
    defaultValues: {
      fullName: '',
      participantKind: kinds[0] ?? 'enterprise',
      organizationName: '',
      districtCode: null,
      phone: '',
      email: '',
      acceptsNotice: false,
      isDifferentPerson: false,
    },
  });

  const submit = async (values: Values) => {
    const request: SelfRegistration = {
      ...values,
      phone: orNull(values.phone),
      email: orNull(values.email),
      noticeVersion: course.noticeVersion,
    };
    const content = JSON.stringify(request);
    if (sent.current.content !== content) sent.current = { content, key: newIdempotencyKey() };
    try {
      const { secret } = await register.mutateAsync({ request, key: sent.current.key });
      onRegistered(secret);
    } catch (error) {
      if (error instanceof ApiError && error.code === NAMESAKE) setAsksAboutPerson(true);
      throw error;
    }
  };

  return (
    <Form form={form} submitLabel={t('register.verb')} onSubmit={submit}>
      <TextField
        control={form.control}
        name="fullName"
        label={t('register.fullName')}
        maxLength={200}
        autoComplete="name"
        required
      />
      <SelectField
        control={form.control}
        name="participantKind"
        label={t('register.participantKind')}
        data={kinds.map((value) => ({ value, label: t(`participantKinds.${value}`) }))}
        allowDeselect={false}
        searchable={false}
        required
      />
      <TextField
        control={form.control}
        name="organizationName"
        label={t('register.organizationName')}
        hint={t('open.organizationHint')}
        maxLength={300}
        autoComplete="organization"
        required
      />
      {course.districts.length > 0 && (
        <SelectField
          control={form.control}
          name="districtCode"
          label={t('form.district')}
          data={course.districts.map(({ code, nameVi, nameEn }) => ({
            value: code,
            label: inLanguage(nameVi, nameEn),
          }))}
          clearable
        />
      )}
      <TextField
        control={form.control}
        name="phone"
        label={t('register.phone')}
        hint={t('register.contactHint')}
        inputMode="tel"
        autoComplete="tel"
        maxLength={30}
      />
      <TextField
        control={form.control}
        name="email"
        label={t('register.email')}
        inputMode="email"
        autoComplete="email"
        maxLength={254}
      />
      {asksAboutPerson && (
        <CheckboxField
          control={form.control}
          name="isDifferentPerson"
          label={t('register.isDifferentPerson')}
        />
      )}
      {hasNotice && (
        <>
          <div>
            <Text size="sm" fw={600}>
              {t('register.notice')}
            </Text>
            <Text size="sm" style={{ whiteSpace: 'pre-line' }}>
              {course.noticeText}
            </Text>
          </div>
          <CheckboxField control={form.control} name="acceptsNotice" label={t('open.accept')} required />
        </>
      )}
    </Form>
  );
}
