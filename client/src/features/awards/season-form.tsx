import { zodResolver } from '@hookform/resolvers/zod';
import { Button, Fieldset, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useForm, useWatch, type UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { programChoicesQuery } from '@/api/reference';
import { inLanguage } from '@/shared/lib/labels';
import { Form } from '@/shared/ui/form';
import { DateField, NumberField, SelectField, TextField } from '@/shared/ui/form-fields';
import { LeaveGuard } from '@/shared/ui/leave-guard';
import './i18n';
import { regimesQuery, type Regime, type Season, type SeasonInput } from './queries';
import { RegimeRules } from './regime-rules';
import {
  seasonForm,
  toSeasonForm,
  toSeasonInput,
  type SeasonForm,
  type SeasonFormOutput,
} from './season-values';
import { DEADLINE_KINDS } from './status';
import { holdsIn } from './words';

/** A fault in the order of the dates is shown where the dates begin. */
const RENAME = { deadlines: 'registration' };

type SeasonEditorProps = {
  season?: Season;
  /** Of a season that is being planned, until another is typed. */
  year: number;
  submitLabel: string;
  onSubmit: (input: SeasonInput) => Promise<unknown>;
  onCancel: () => void;
  onReload?: () => void;
};

export function SeasonEditor({ season, year, submitLabel, onSubmit, onCancel, onReload }: SeasonEditorProps) {
  const { t, i18n } = useTranslation('awards');
  const [saved, setSaved] = useState(false);
  const form = useForm<SeasonForm, unknown, SeasonFormOutput>({
    resolver: zodResolver(seasonForm),
    values: useMemo(() => toSeasonForm(season, year), [season, year]),
    // A newer version fills only what was not touched here: neither side's change is lost unseen.
    resetOptions: { keepDirtyValues: true },
    mode: 'onTouched',
  });
  const { control } = form;
  const programs = useQuery(programChoicesQuery).data ?? [];
  const regimes = useQuery(regimesQuery).data;
  const typedYear = useWatch({ control, name: 'year' });
  const regime = season?.regime ?? regimes?.find((known) => holdsIn(known, typedYear));
  return (
    <>
      <LeaveGuard when={form.formState.isDirty && !saved} />
      <Form
        form={form}
        submitLabel={submitLabel}
        rename={RENAME}
        onCancel={onCancel}
        onReload={onReload}
        onSubmit={async (values) => {
          await onSubmit(toSeasonInput(values));
          setSaved(true);
        }}
      >
        <Fieldset legend={t('form.content')}>
          <Stack gap="md">
            <NumberField
              control={control}
              name="year"
              label={t('form.year')}
              hint={season ? t('form.yearKept') : t('form.yearHint')}
              thousandSeparator={false}
              maxLength={4}
              readOnly={season !== undefined}
              required
            />
            <TextField
              control={control}
              name="title"
              label={t('form.title')}
              hint={t('form.titleHint')}
              maxLength={300}
              required
            />
            <SelectField
              control={control}
              name="programId"
              label={t('form.program')}
              hint={t('form.programHint')}
              data={programs.map(({ id, code, shortTitle, titleEn }) => ({
                value: id,
                label: `${code} – ${i18n.resolvedLanguage === 'en' ? titleEn : shortTitle}`,
              }))}
              clearable
            />
          </Stack>
        </Fieldset>
        <Fieldset legend={t('form.deadlines')}>
          <Stack gap="md">
            <Text size="sm" c="dimmed">
              {t('form.deadlinesHint')}
            </Text>
            {DEADLINE_KINDS.map((kind) => (
              <DateField
                key={kind}
                control={control}
                name={kind}
                label={t(`deadlines.${kind}`)}
                hint={t(`deadlineHints.${kind}`)}
              />
            ))}
          </Stack>
        </Fieldset>
        <Fieldset legend={t('form.conditions')}>
          <Conditions form={form} regime={regime} />
        </Fieldset>
        {regime && (
          <Fieldset legend={t('form.regime')}>
            <RegimeRules
              regime={regime}
              year={typedYear}
              operationMonths={regime.operationMonths}
              productMarketMonths={regime.productMarketMonths}
              order={2}
            />
          </Fieldset>
        )}
      </Form>
    </>
  );
}

type ConditionsProps = {
  form: UseFormReturn<SeasonForm, unknown, SeasonFormOutput>;
  regime: Regime | undefined;
};

/** What the season decides by itself: the guides disagree on the waiting time, so the one that is followed is named. */
function Conditions({ form, regime }: ConditionsProps) {
  const { t } = useTranslation('awards');
  const { control, setValue } = form;
  const take = (years: number, source: string) => {
    const options = { shouldDirty: true, shouldTouch: true, shouldValidate: true };
    setValue('reentryYears', years, options);
    setValue('reentrySource', source, options);
  };
  return (
    <Stack gap="md">
      <NumberField
        control={control}
        name="reentryYears"
        label={t('form.reentryYears')}
        hint={t('form.reentryYearsHint')}
      />
      {regime && regime.reentry.length > 0 && (
        <Stack gap={4}>
          <Text size="sm">{t('form.reentryGuides')}</Text>
          {regime.reentry.map(({ years, sourceVi, sourceEn }) => (
            <Group key={`${years}${sourceVi}`} gap="xs">
              <Button
                variant="default"
                size="xs"
                mih={36}
                onClick={() => take(years, inLanguage(sourceVi, sourceEn))}
              >
                {t('form.reentryTake', { count: years, source: inLanguage(sourceVi, sourceEn) })}
              </Button>
            </Group>
          ))}
        </Stack>
      )}
      <TextField
        control={control}
        name="reentrySource"
        label={t('form.reentrySource')}
        hint={t('form.reentrySourceHint')}
        maxLength={500}
      />
      <NumberField
        control={control}
        name="operationMonths"
        label={t('form.operationMonths')}
        hint={regime && t('form.asRegime', { months: regime.operationMonths })}
      />
      <NumberField
        control={control}
        name="productMarketMonths"
        label={t('form.productMarketMonths')}
        hint={
          regime &&
          (regime.productMarketMonths == null
            ? t('form.notAskedByRegime')
            : t('form.asRegime', { months: regime.productMarketMonths }))
        }
      />
    </Stack>
  );
}
