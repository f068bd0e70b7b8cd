import { Group, Progress, Radio, Stack, Text, Title } from '@mantine/core';
import { useEffect, useId, useMemo, useState, type ReactNode } from 'react';
import { useController, useWatch, type Control, type UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { inLanguage } from '@/shared/lib/labels';
import type { AppliedProblem } from '@/shared/lib/problem';
import { formatInt } from '@/shared/lib/vi';
import { ProblemBanner } from '@/shared/ui/banner';
import { FormContext, useFormField } from '@/shared/ui/form-context';
import { DateField, NumberField, SelectField, TextareaField } from '@/shared/ui/form-fields';
import { SaveStatus } from '@/shared/ui/save-status';
import { Section } from '@/shared/ui/section';
import { draftSchema, tally, type Declared, type Draft } from './draft';
import './i18n';
import classes from './nomination.module.css';
import type { Season } from './queries';
import { ACTIVITIES } from './status';

type DraftFormProps = {
  form: UseFormReturn<Draft>;
  season: Season;
  onChange: (draft: Draft) => void;
  saving: Parameters<typeof SaveStatus>[0];
  /** What the API refused last and no field could take. */
  refused: AppliedProblem | null;
  /** Shown instead of the banner when somebody else has changed the nomination. */
  conflict: ReactNode;
};

/** What an organization writes of itself. It has no button: it saves itself. */
export function DraftForm({ form, season, onChange, saving, refused, conflict }: DraftFormProps) {
  const { t } = useTranslation('awards');
  const formId = useId();
  const [labels] = useState(() => new Map<string, string>());
  const context = useMemo(() => ({ formId, labels }), [formId, labels]);
  const { control } = form;
  const { regime } = season;

  useEffect(() => {
    const schema = draftSchema(regime);
    const subscription = form.watch((_values, { type, name }) => {
      // A reset to what the server holds is no change of the user.
      if (type === undefined && name === undefined) return;
      const draft = form.getValues();
      if (schema.safeParse(draft).success) onChange(structuredClone(draft));
    });
    return () => subscription.unsubscribe();
  }, [form, onChange, regime]);

  return (
    <FormContext.Provider value={context}>
      <form noValidate onSubmit={(event) => event.preventDefault()}>
        {conflict ?? (refused?.banner && <ProblemBanner error={refused.banner} others={refused.others} />)}
        <Section title={t('profile.title')} sub={<SaveStatus {...saving} />}>
          <Stack gap="md" className="form-column">
            <SelectField
              control={control}
              name="activity"
              label={t('profile.activity')}
              data={ACTIVITIES.map((value) => ({ value, label: t(`activities.${value}`) }))}
              allowDeselect={false}
            />
            <NumberField
              control={control}
              name="officialEmployees"
              label={t('profile.officialEmployees')}
              hint={t('profile.officialEmployeesHint')}
            />
            <AnswerField control={control} name="isLegalPerson" />
            <AnswerField control={control} name="operatesContinuously" />
            <AnswerField control={control} name="hasViolation" />
            {season.productMarketMonths != null && (
              <DateField
                control={control}
                name="declarations.marketedSince"
                label={t('profile.marketedSince')}
                hint={t('profile.marketedSinceHint')}
              />
            )}
          </Stack>
        </Section>
        <Section title={t('self.title')} sub={t('self.sub')} id="self">
          <Stack gap="lg" className="form-column">
            <Total control={control} season={season} />
            {regime.criteria.map((criterion, index) => (
              <fieldset key={criterion.code} className={classes.criterion}>
                <legend className={classes.legend}>
                  {t('self.criterion', {
                    number: index + 1,
                    name: inLanguage(criterion.nameVi, criterion.nameEn),
                  })}
                </legend>
                <Stack gap="sm">
                  <NumberField
                    control={control}
                    name={`selfAssessment.${index}.points`}
                    label={t('self.points', { max: formatInt(criterion.maxPoints) })}
                    w={{ base: '100%', sm: 200 }}
                  />
                  <TextareaField
                    control={control}
                    name={`selfAssessment.${index}.text`}
                    label={t('self.text')}
                    hint={t('self.textHint')}
                    maxLength={8000}
                  />
                  <TextareaField
                    control={control}
                    name={`selfAssessment.${index}.evidence`}
                    label={t('self.evidence')}
                    hint={t('self.evidenceHint')}
                    minRows={2}
                  />
                </Stack>
              </fieldset>
            ))}
          </Stack>
        </Section>
      </form>
    </FormContext.Provider>
  );
}

/** The running total; it is told again only when the typing rests on another figure. */
function Total({ control, season }: { control: Control<Draft>; season: Season }) {
  const { t } = useTranslation('awards');
  const { points, complete } = tally(useWatch({ control, name: 'selfAssessment' }));
  const { maxPoints, criteria } = season.regime;
  return (
    <div>
      <Title order={3} fz={15}>
        {t('self.total', { points: formatInt(points), max: formatInt(maxPoints) })}
      </Title>
      <Progress value={(points / maxPoints) * 100} aria-label={t('self.totalLabel')} my={4} />
      <Text size="sm" c="dimmed" role="status">
        {t('self.complete', { complete, count: criteria.length })}
      </Text>
    </div>
  );
}

function AnswerField({ control, name }: { control: Control<Draft>; name: Declared }) {
  const { t } = useTranslation('awards');
  const path = `declarations.${name}` as const;
  const label = t(`profile.${name}`);
  const id = useFormField(path, label);
  const { field, fieldState } = useController({ control, name: path });
  return (
    <Radio.Group
      id={id}
      tabIndex={-1}
      label={label}
      value={field.value ?? ''}
      onChange={field.onChange}
      error={fieldState.error?.message}
    >
      <Group gap="lg" mt={4}>
        <Radio value="yes" label={t('yes')} />
        <Radio value="no" label={t('no')} />
      </Group>
    </Radio.Group>
  );
}
