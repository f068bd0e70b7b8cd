import { zodResolver } from '@hookform/resolvers/zod';
import { t as translate } from 'i18next';
import { useMemo, useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { ApiError } from '@/api/client';
import { Form } from '@/shared/ui/form';
import { CheckboxField, DateField, SelectField, TextField } from '@/shared/ui/form-fields';
import { LeaveGuard } from '@/shared/ui/leave-guard';
import './i18n';
import type { Expert, ExpertInput } from './queries';
import { SOURCE_GROUPS } from './search';

const expertForm = z
  .object({
    fullName: z.string().trim().min(1).max(200),
    sourceGroup: z.enum(SOURCE_GROUPS),
    agencyName: z.string().trim().min(1).max(300),
    position: z.string().trim().max(200),
    phone: z.string().trim().max(30),
    email: z.union([z.literal(''), z.email()]),
    appointmentNumber: z.string().trim().max(80),
    appointedOn: z.iso.date().nullable(),
    userName: z.string().trim().max(256),
    isDifferentPerson: z.boolean(),
  })
  .superRefine(({ appointmentNumber, appointedOn }, context) => {
    if ((appointmentNumber === '') === (appointedOn === null)) return;
    context.addIssue({
      code: 'custom',
      path: [appointmentNumber === '' ? 'appointmentNumber' : 'appointedOn'],
      message: translate('experts:form.appointmentBoth'),
    });
  });

type ExpertForm = z.infer<typeof expertForm>;

const orNull = (value: string) => (value === '' ? null : value);

function toInput(values: Omit<ExpertForm, 'isDifferentPerson'>): ExpertInput {
  return {
    ...values,
    position: orNull(values.position),
    phone: orNull(values.phone),
    email: orNull(values.email),
    appointmentNumber: orNull(values.appointmentNumber),
    userName: orNull(values.userName),
  };
}

type ExpertEditorProps = {
  expert?: Expert;
  today: string;
  submitLabel: string;
  onSubmit: (input: ExpertInput, isDifferentPerson: boolean) => Promise<unknown>;
  onCancel: () => void;
  onReload?: () => void;
};

export function ExpertEditor({
  expert,
  today,
  submitLabel,
  onSubmit,
  onCancel,
  onReload,
}: ExpertEditorProps) {
  const { t } = useTranslation('experts');
  const [saved, setSaved] = useState(false);
  const [asksAboutPerson, setAsksAboutPerson] = useState(false);
  const form = useForm<ExpertForm>({
    resolver: zodResolver(expertForm),
    values: useMemo(
      () => ({
        fullName: expert?.fullName ?? '',
        sourceGroup: expert?.sourceGroup ?? 'officials',
        agencyName: expert?.agencyName ?? '',
        position: expert?.position ?? '',
        phone: expert?.phone ?? '',
        email: expert?.email ?? '',
        appointmentNumber: expert?.appointmentNumber ?? '',
        appointedOn: expert?.appointedOn ?? null,
        userName: expert?.userName ?? '',
        isDifferentPerson: false,
      }),
      [expert],
    ),
    resetOptions: { keepDirtyValues: true },
    mode: 'onTouched',
  });
  const { control } = form;
  return (
    <>
      <LeaveGuard when={form.formState.isDirty && !saved} />
      <Form
        form={form}
        submitLabel={submitLabel}
        onCancel={onCancel}
        onReload={onReload}
        onSubmit={async ({ isDifferentPerson, ...rest }) => {
          try {
            await onSubmit(toInput(rest), isDifferentPerson);
            setSaved(true);
          } catch (error) {
            if (error instanceof ApiError && error.code === 'expert.possibleDuplicate') {
              setAsksAboutPerson(true);
            }
            throw error;
          }
        }}
      >
        <TextField control={control} name="fullName" label={t('form.fullName')} maxLength={200} required />
        {asksAboutPerson && (
          <CheckboxField control={control} name="isDifferentPerson" label={t('form.isDifferentPerson')} />
        )}
        <SelectField
          control={control}
          name="sourceGroup"
          label={t('form.sourceGroup')}
          data={SOURCE_GROUPS.map((value) => ({ value, label: t(`groups.${value}`) }))}
          allowDeselect={false}
          required
        />
        <TextField
          control={control}
          name="agencyName"
          label={t('form.agency')}
          hint={t('form.agencyHint')}
          maxLength={300}
          required
        />
        <TextField control={control} name="position" label={t('form.position')} maxLength={200} />
        <TextField
          control={control}
          name="phone"
          label={t('form.phone')}
          hint={t('form.contactHint')}
          inputMode="tel"
          maxLength={30}
        />
        <TextField control={control} name="email" label={t('form.email')} inputMode="email" maxLength={254} />
        <TextField
          control={control}
          name="appointmentNumber"
          label={t('form.appointmentNumber')}
          hint={t('form.appointmentHint')}
          maxLength={80}
        />
        <DateField control={control} name="appointedOn" label={t('form.appointedOn')} maxDate={today} />
        <TextField
          control={control}
          name="userName"
          label={t('form.userName')}
          hint={t('form.userNameHint')}
          maxLength={256}
        />
      </Form>
    </>
  );
}
