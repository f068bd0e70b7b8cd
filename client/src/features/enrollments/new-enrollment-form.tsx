import { zodResolver } from '@hookform/resolvers/zod';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { enterpriseChoicesQuery, openProgramsQuery } from '@/api/reference';
import { formatDate } from '@/shared/lib/vi';
import { EmptyState } from '@/shared/ui/empty-state';
import { Form } from '@/shared/ui/form';
import { CheckboxField, SelectField } from '@/shared/ui/form-fields';
import { LinkButton } from '@/shared/ui/links';
import './i18n';
import { useCreateEnrollment } from './queries';

const schema = z.object({
  programCode: z.string().trim().min(1).max(32),
  enterpriseId: z.string().min(1),
  onPaper: z.boolean(),
});

type NewEnrollmentFormProps = {
  /** Business date, yyyy-MM-dd. */
  today: string;
  /** The enterprises somebody acts for; empty for those who search among all. */
  enterprises: readonly { id: string; name: string }[];
  onCreated: (enrollmentId: string) => void;
  onCancel: () => void;
};

export function NewEnrollmentForm({ today, enterprises, onCreated, onCancel }: NewEnrollmentFormProps) {
  const { t, i18n } = useTranslation('enrollments');
  const create = useCreateEnrollment();
  const [searched, setSearched] = useState('');
  const open = useQuery(openProgramsQuery(today)).data;
  const programs = open ?? [];
  const isOfficer = enterprises.length === 0;
  const found = useQuery(enterpriseChoicesQuery(isOfficer ? searched.trim() : '')).data ?? [];
  const form = useForm({
    resolver: zodResolver(schema),
    mode: 'onTouched',
    shouldFocusError: false,
    defaultValues: {
      programCode: '',
      enterpriseId: enterprises.length === 1 ? enterprises[0]!.id : '',
      onPaper: false,
    },
  });
  const only = programs.length === 1 ? programs[0]!.code : undefined;
  useEffect(() => {
    if (only !== undefined && form.getValues('programCode') === '') form.setValue('programCode', only);
  }, [only, form]);
  const choices = isOfficer
    ? found.map(({ id, name, taxCode }) => ({ value: id, label: `${name} (${taxCode})` }))
    : enterprises.map(({ id, name }) => ({ value: id, label: name }));

  if (open?.length === 0) {
    return (
      <EmptyState
        title={t('new.none', { date: formatDate(today) })}
        hint={t('new.noneHint')}
        action={
          <LinkButton to="/programs" variant="default" mt="xs">
            {t('new.programs')}
          </LinkButton>
        }
      />
    );
  }

  return (
    <Form
      form={form}
      submitLabel={t('new.submit')}
      onCancel={onCancel}
      onSubmit={async ({ programCode, enterpriseId, onPaper }) => {
        const { data } = await create.mutateAsync({
          programCode,
          enterpriseId,
          channel: onPaper ? 'paper' : 'online',
        });
        onCreated(data.id);
      }}
    >
      <SelectField
        control={form.control}
        name="programCode"
        label={t('new.program')}
        data={programs.map(({ code, shortTitle, titleEn }) => ({
          value: code,
          label: `${code} – ${i18n.resolvedLanguage === 'en' ? titleEn : shortTitle}`,
        }))}
        allowDeselect={false}
        required
      />
      <SelectField
        control={form.control}
        name="enterpriseId"
        label={t('new.enterprise')}
        hint={isOfficer ? t('new.enterpriseHint') : undefined}
        data={choices}
        onSearchChange={isOfficer ? setSearched : undefined}
        filter={isOfficer ? ({ options }) => options : undefined}
        required
      />
      {isOfficer && <CheckboxField control={form.control} name="onPaper" label={t('new.paper')} />}
    </Form>
  );
}
