import { zodResolver } from '@hookform/resolvers/zod';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { programChoicesQuery } from '@/api/reference';
import { useDistricts } from '@/shared/lib/reference-data';
import { Form } from '@/shared/ui/form';
import { DateField, MultiSelectField, SelectField, TextareaField, TextField } from '@/shared/ui/form-fields';
import { LeaveGuard } from '@/shared/ui/leave-guard';
import './i18n';
import type { Campaign, CampaignInput } from './queries';

const campaignForm = z
  .object({
    programId: z.string().min(1),
    title: z.string().trim().min(1).max(300),
    startsOn: z.iso.date(),
    endsOn: z.iso.date(),
    districts: z.array(z.string()),
    note: z.string().trim().max(4000),
  })
  .refine(({ startsOn, endsOn }) => endsOn >= startsOn, { path: ['endsOn'] });

type CampaignForm = Omit<z.input<typeof campaignForm>, 'startsOn' | 'endsOn' | 'programId'> & {
  programId: string | null;
  startsOn: string | null;
  endsOn: string | null;
};

const RENAME = {
  'campaign.title': 'title',
  'campaign.startsOn': 'startsOn',
  'campaign.endsOn': 'endsOn',
  'campaign.districts': 'districts',
  'campaign.note': 'note',
};

type CampaignEditorProps = {
  campaign?: Campaign;
  submitLabel: string;
  onSubmit: (programId: string, input: CampaignInput) => Promise<unknown>;
  onCancel: () => void;
  onReload?: () => void;
};

export function CampaignEditor({ campaign, submitLabel, onSubmit, onCancel, onReload }: CampaignEditorProps) {
  const { t } = useTranslation('outreach');
  const [saved, setSaved] = useState(false);
  const { data: programs = [] } = useQuery(programChoicesQuery);
  const districts = useDistricts();
  const form = useForm<CampaignForm, unknown, z.output<typeof campaignForm>>({
    resolver: zodResolver(campaignForm) as never,
    values: useMemo(
      () => ({
        programId: campaign?.programId ?? null,
        title: campaign?.title ?? '',
        startsOn: campaign?.startsOn ?? null,
        endsOn: campaign?.endsOn ?? null,
        districts: campaign?.districts.map(({ code }) => code) ?? [],
        note: campaign?.note ?? '',
      }),
      [campaign],
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
        rename={RENAME}
        {...(onReload && { onReload })}
        onSubmit={async ({ programId, note, ...values }) => {
          await onSubmit(programId, { ...values, note: note || null });
          setSaved(true);
        }}
      >
        {!campaign && (
          <SelectField
            control={control}
            name="programId"
            label={t('form.program')}
            data={programs.map(({ id, code, shortTitle }) => ({
              value: id,
              label: `${code} – ${shortTitle}`,
            }))}
            required
          />
        )}
        <TextField
          control={control}
          name="title"
          label={t('form.title')}
          hint={t('form.titleHint')}
          maxLength={300}
          required
        />
        <DateField control={control} name="startsOn" label={t('form.startsOn')} required />
        <DateField
          control={control}
          name="endsOn"
          label={t('form.endsOn')}
          hint={t('form.endsOnHint')}
          required
        />
        <MultiSelectField
          control={control}
          name="districts"
          label={t('form.districts')}
          hint={t('form.districtsHint')}
          data={districts.options}
          clearable
        />
        <TextareaField control={control} name="note" label={t('form.note')} minRows={3} maxLength={4000} />
      </Form>
    </>
  );
}
