import { zodResolver } from '@hookform/resolvers/zod';
import { Radio, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useController, useForm, useWatch, type Control } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { enterpriseChoicesQuery, programChoicesQuery } from '@/api/reference';
import { useReferenceList } from '@/shared/lib/reference-data';
import { Form } from '@/shared/ui/form';
import { useFormField } from '@/shared/ui/form-context';
import { NumberField, SelectField, TextareaField, TextField } from '@/shared/ui/form-fields';
import { LeaveGuard } from '@/shared/ui/leave-guard';
import {
  contentForm,
  proposalForm,
  toValues,
  type ContentValues,
  type FormValues,
  type Period,
  type ProposalValues,
} from './form-values';
import './i18n';
import type { Commendation } from './queries';
import { KINDS } from './status';

/** The faults of what is proposed stand below the proposal in the request. */
const RENAME = {
  'proposal.kind': 'kind',
  'proposal.name': 'name',
  'proposal.agency': 'agency',
  'proposal.enterpriseId': 'enterpriseId',
  'proposal.form': 'form',
  'proposal.achievement': 'achievement',
};

type EditorProps = { submitLabel: string; onCancel: () => void };

type NewCommendationProps = EditorProps & {
  /** Of the business date. */
  year: number;
  onSubmit: (values: ProposalValues) => Promise<unknown>;
};

/** A proposal that is being written: its programme and year decide in which plan period it counts. */
export function NewCommendationEditor({ year, submitLabel, onCancel, onSubmit }: NewCommendationProps) {
  const { t, i18n } = useTranslation('commendations');
  const [saved, setSaved] = useState(false);
  const { data: programs } = useQuery(programChoicesQuery);
  const running = programs?.find(
    ({ periodFrom, periodTo }) => yearOf(periodFrom) <= year && year <= yearOf(periodTo),
  );
  const periods = useMemo(
    () =>
      new Map<string, Period>(
        programs?.map(({ id, periodFrom, periodTo }) => [
          id,
          { from: yearOf(periodFrom), to: yearOf(periodTo) },
        ]),
      ),
    [programs],
  );
  const form = useForm<FormValues, unknown, ProposalValues>({
    resolver: useMemo(
      () => zodResolver(proposalForm((programId) => periods.get(programId))) as never,
      [periods],
    ),
    values: useMemo(() => toValues(undefined, year, running?.id ?? null), [year, running?.id]),
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
        rename={RENAME}
        onCancel={onCancel}
        onSubmit={async (values) => {
          await onSubmit(values);
          setSaved(true);
        }}
      >
        <SelectField
          control={control}
          name="programId"
          label={t('form.program')}
          hint={t('form.programHint')}
          data={(programs ?? []).map(({ id, code, shortTitle, titleEn }) => ({
            value: id,
            label: `${code} – ${i18n.resolvedLanguage === 'en' ? titleEn : shortTitle}`,
          }))}
          allowDeselect={false}
          required
        />
        <NumberField
          control={control}
          name="year"
          label={t('form.year')}
          thousandSeparator={false}
          maxLength={4}
          required
        />
        <Content control={control} />
      </Form>
    </>
  );
}

type EditCommendationProps = EditorProps & {
  proposal: Commendation;
  onSubmit: (values: ContentValues) => Promise<unknown>;
  onReload: () => void;
};

/** What is said of a proposal, to be corrected; its programme and year stay. */
export function EditCommendationEditor({
  proposal,
  submitLabel,
  onCancel,
  onSubmit,
  onReload,
}: EditCommendationProps) {
  const [saved, setSaved] = useState(false);
  const form = useForm<FormValues, unknown, ContentValues>({
    resolver: zodResolver(contentForm) as never,
    values: useMemo(() => toValues(proposal, proposal.year, proposal.programId), [proposal]),
    // A newer version fills only what was not touched here: neither side's change is lost unseen.
    resetOptions: { keepDirtyValues: true },
    mode: 'onTouched',
  });
  return (
    <>
      <LeaveGuard when={form.formState.isDirty && !saved} />
      <Form
        form={form}
        submitLabel={submitLabel}
        onCancel={onCancel}
        onReload={onReload}
        onSubmit={async (values) => {
          await onSubmit(values);
          setSaved(true);
        }}
      >
        <Content
          control={form.control}
          known={
            proposal.enterpriseId != null && proposal.enterpriseName != null
              ? { value: proposal.enterpriseId, label: proposal.enterpriseName }
              : undefined
          }
        />
      </Form>
    </>
  );
}

type ContentProps = {
  control: Control<FormValues>;
  /** The enterprise on record, which may not be among those found. */
  known?: { value: string; label: string } | undefined;
};

function Content({ control, known }: ContentProps) {
  const { t } = useTranslation('commendations');
  const forms = useReferenceList('commendationForms');
  const kind = useWatch({ control, name: 'kind' });
  const chosen = useWatch({ control, name: 'enterpriseId' });
  const [searched, setSearched] = useState('');
  const found = useQuery(enterpriseChoicesQuery(searched.trim())).data ?? [];
  const [kept, setKept] = useState(known);
  const choices = found.map(({ id, name, taxCode }) => ({ value: id, label: `${name} (${taxCode})` }));
  const isKeptShown =
    kept !== undefined && chosen === kept.value && !choices.some(({ value }) => value === chosen);
  return (
    <>
      <KindField control={control} />
      <TextField
        control={control}
        name="name"
        label={t(`form.names.${kind}`)}
        hint={t(`form.nameHints.${kind}`)}
        maxLength={300}
        required
      />
      <TextField
        control={control}
        name="agency"
        label={t('form.agency')}
        hint={t('form.agencyHint')}
        maxLength={300}
      />
      <SelectField
        control={control}
        name="enterpriseId"
        label={t('form.enterprise')}
        hint={t('form.enterpriseHint')}
        data={isKeptShown ? [kept, ...choices] : choices}
        onSearchChange={setSearched}
        onOptionSubmit={(value) => setKept(choices.find((choice) => choice.value === value) ?? kept)}
        filter={({ options }) => options}
        clearable
      />
      <SelectField
        control={control}
        name="form"
        label={t('form.form')}
        hint={t('form.formHint')}
        data={forms.options}
        allowDeselect={false}
        required
      />
      <TextareaField
        control={control}
        name="achievement"
        label={t('form.achievement')}
        hint={t('form.achievementHint')}
        minRows={5}
        maxLength={8000}
        required
      />
    </>
  );
}

function KindField({ control }: { control: Control<FormValues> }) {
  const { t } = useTranslation('commendations');
  const label = t('form.kind');
  const id = useFormField('kind', label);
  const { field, fieldState } = useController({ control, name: 'kind' });
  return (
    <Radio.Group
      id={id}
      tabIndex={-1}
      label={label}
      required
      value={field.value}
      onChange={field.onChange}
      error={fieldState.error?.message}
    >
      <Group gap="lg" mt={4}>
        {KINDS.map((value) => (
          <Radio key={value} value={value} label={t(`kinds.${value}`)} />
        ))}
      </Group>
    </Radio.Group>
  );
}

function yearOf(date: string): number {
  return Number(date.slice(0, 4));
}
