import { zodResolver } from '@hookform/resolvers/zod';
import { Modal, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { t as translate } from 'i18next';
import { useMemo, useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { enterpriseChoicesQuery } from '@/api/reference';
import { useReturnFocus } from '@/shared/lib/use-return-focus';
import { formatDate } from '@/shared/lib/vi';
import { Form } from '@/shared/ui/form';
import { DateField, NumberField, SelectField, TextareaField } from '@/shared/ui/form-fields';
import { notifyDone } from '@/shared/ui/notify';
import './i18n';
import { useNominate, type Nomination, type Season } from './queries';
import { ACTIVITIES } from './status';
import { useOnceKey } from '@/shared/lib/use-once';

const nominationForm = (today: string) =>
  z.object({
    enterpriseId: z.string().min(1),
    activity: z.enum(ACTIVITIES).nullable(),
    officialEmployees: z.number().int().min(0).max(1_000_000).nullable(),
    registeredOn: z.iso
      .date()
      .nullable()
      .refine((date) => date === null || date <= today, {
        error: () => translate('awards:nominate.notAfter', { date: formatDate(today) }),
      }),
    outreachNote: z.string().trim().max(2_000),
  });

type NominationForm = z.infer<ReturnType<typeof nominationForm>>;

type NominateDialogProps = {
  season: Season;
  /** Business date, yyyy-MM-dd. */
  today: string;
  /** The enterprises somebody acts for; empty for an officer, who searches among all. */
  enterprises: readonly { id: string; name: string }[];
  onNominated: (nomination: Nomination) => void;
  onClose: () => void;
};

/** An organization commits itself to take part, by itself or through an officer after outreach. */
export function NominateDialog({ season, today, enterprises, onNominated, onClose }: NominateDialogProps) {
  useReturnFocus();
  const { t } = useTranslation('awards');
  const { mutateAsync } = useNominate(season.id);
  const keyFor = useOnceKey();
  const [searched, setSearched] = useState('');
  const isOfficer = enterprises.length === 0;
  const found = useQuery(enterpriseChoicesQuery(isOfficer ? searched.trim() : '')).data ?? [];
  const form = useForm<NominationForm>({
    resolver: useMemo(() => zodResolver(nominationForm(today)), [today]),
    // A message under the focused first field would move the button away from the press that makes it appear.
    mode: 'onSubmit',
    shouldFocusError: false,
    defaultValues: {
      enterpriseId: enterprises.length === 1 ? enterprises[0]!.id : '',
      activity: null,
      officialEmployees: null,
      registeredOn: isOfficer ? today : null,
      outreachNote: '',
    },
  });
  const choices = isOfficer
    ? found.map(({ id, name, taxCode }) => ({ value: id, label: `${name} (${taxCode})` }))
    : enterprises.map(({ id, name }) => ({ value: id, label: name }));
  const verb = isOfficer ? t('nominate.officerVerb') : t('nominate.ownVerb');

  const submit = async ({ outreachNote, ...values }: NominationForm) => {
    const request = { ...values, outreachNote: outreachNote === '' ? null : outreachNote };
    const { data } = await mutateAsync({ request, key: keyFor(request) });
    notifyDone(t('nominate.done', { code: data.code, name: data.enterpriseName }));
    onNominated(data);
  };

  return (
    <Modal opened onClose={onClose} title={t('nominate.title', { verb, season: season.title })} size="lg">
      <Text size="sm" mb="md">
        {isOfficer ? t('nominate.officerIntro') : t('nominate.ownIntro')}
      </Text>
      <Form form={form} submitLabel={verb} onCancel={onClose} onSubmit={submit}>
        <SelectField
          control={form.control}
          name="enterpriseId"
          label={t('nominate.enterprise')}
          hint={isOfficer ? t('nominate.enterpriseHint') : undefined}
          data={choices}
          onSearchChange={isOfficer ? setSearched : undefined}
          filter={isOfficer ? ({ options }) => options : undefined}
          required
        />
        <SelectField
          control={form.control}
          name="activity"
          label={t('profile.activity')}
          hint={t('nominate.later')}
          data={ACTIVITIES.map((value) => ({ value, label: t(`activities.${value}`) }))}
          clearable
        />
        <NumberField
          control={form.control}
          name="officialEmployees"
          label={t('profile.officialEmployees')}
          hint={t('profile.officialEmployeesHint')}
        />
        {isOfficer && (
          <>
            <DateField
              control={form.control}
              name="registeredOn"
              label={t('nominate.registeredOn')}
              hint={t('nominate.registeredOnHint')}
              required
            />
            <TextareaField
              control={form.control}
              name="outreachNote"
              label={t('nominate.outreachNote')}
              hint={t('nominate.outreachNoteHint')}
              maxLength={2000}
              minRows={2}
            />
          </>
        )}
      </Form>
    </Modal>
  );
}
