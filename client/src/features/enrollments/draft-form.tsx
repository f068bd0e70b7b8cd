import { Button, Group, Radio, Stack, Text, Title } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useEffect, useId, useMemo, useState } from 'react';
import {
  useController,
  useFieldArray,
  useFormState,
  useWatch,
  type Control,
  type UseFormReturn,
} from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { PolicyItemChoice } from '@/api/reference';
import type { AppliedProblem } from '@/shared/lib/problem';
import { formatVnd } from '@/shared/lib/vi';
import { ProblemBanner } from '@/shared/ui/banner';
import { FormContext, useFormField } from '@/shared/ui/form-context';
import { CheckboxField, MoneyField, SelectField, TextareaField, TextField } from '@/shared/ui/form-fields';
import { draftSchema, emptyLine, openPoints, remaining, SOURCES, type Draft } from './draft';
import classes from './draft-form.module.css';
import './i18n';
import { UnitPicker } from './unit-picker';

export type DraftFormApi = UseFormReturn<Draft>;

type DraftFormProps = {
  form: DraftFormApi;
  /** What the policy offers. */
  items: readonly PolicyItemChoice[];
  /** Whose products can be chosen. */
  enterpriseId: string;
  onChange: (draft: Draft) => void;
  /** What the API refused last and no field could take. */
  refused: AppliedProblem | null;
  /** Shown instead of the banner when somebody else has changed the dossier. */
  conflict: React.ReactNode;
};

/** The part of a dossier that its applicant writes. It has no button: it saves itself. */
export function DraftForm({ form, items, enterpriseId, onChange, refused, conflict }: DraftFormProps) {
  const { t } = useTranslation('enrollments');
  const formId = useId();
  const [labels] = useState(() => new Map<string, string>());
  const context = useMemo(() => ({ formId, labels }), [formId, labels]);
  const { control } = form;
  const lines = useFieldArray({ control, name: 'supportLines' });
  const receives = useWatch({ control, name: 'declarations.receivesOtherPublicSupport' });

  useEffect(() => {
    const subscription = form.watch((_values, { type, name }) => {
      // A reset to what the server holds is no change of the user.
      if (type === undefined && name === undefined) return;
      const draft = form.getValues();
      if (draftSchema.safeParse(draft).success) onChange(structuredClone(draft));
    });
    return () => subscription.unsubscribe();
  }, [form, onChange]);

  return (
    <FormContext.Provider value={context}>
      <form noValidate className="form-column" onSubmit={(event) => event.preventDefault()}>
        <Stack gap="md">
          {conflict ?? (refused?.banner && <ProblemBanner error={refused.banner} others={refused.others} />)}
          {lines.fields.length === 0 && (
            <Text size="sm" c="dimmed">
              {t('lines.none')}
            </Text>
          )}
          {lines.fields.map((row, index) => (
            <LineFields
              key={row.id}
              form={form}
              index={index}
              items={items}
              enterpriseId={enterpriseId}
              onRemove={() => lines.remove(index)}
            />
          ))}
          <div>
            <Button
              variant="default"
              leftSection={<IconPlus size={16} aria-hidden />}
              mih={44}
              onClick={() => lines.append(emptyLine())}
            >
              {t('lines.add')}
            </Button>
          </div>
          <OpenPoints control={control} />
          <TextareaField
            control={control}
            name="statement"
            label={t('draft.statement')}
            hint={t('draft.statementHint')}
            maxLength={20_000}
          />
          <Title order={3} fz={15}>
            {t('draft.declarations')}
          </Title>
          <ReceivesField control={control} />
          {receives === 'yes' && (
            <TextareaField
              control={control}
              name="declarations.otherPublicSupportDetails"
              label={t('draft.receivesDetails')}
              maxLength={2_000}
              minRows={2}
            />
          )}
          <CheckboxField
            control={control}
            name="declarations.commitsCounterpart"
            label={t('draft.commits')}
          />
        </Stack>
      </form>
    </FormContext.Provider>
  );
}

type LineFieldsProps = {
  form: DraftFormApi;
  index: number;
  items: readonly PolicyItemChoice[];
  enterpriseId: string;
  onRemove: () => void;
};

function LineFields({ form, index, items, enterpriseId, onRemove }: LineFieldsProps) {
  const { t, i18n } = useTranslation('enrollments');
  const { control } = form;
  const isEnglish = i18n.resolvedLanguage === 'en';
  const itemCode = useWatch({ control, name: `supportLines.${index}.itemCode` });
  const unitName = useController({ control, name: `supportLines.${index}.unitName` });
  const number = index + 1;
  return (
    <fieldset className={classes.line}>
      <legend className={classes.legend}>{t('lines.line', { number })}</legend>
      <Stack gap="sm">
        <SelectField
          control={control}
          name={`supportLines.${index}.itemCode`}
          label={t('lines.item')}
          data={items.map(({ code, title, titleEn }) => ({
            value: code,
            label: isEnglish ? titleEn : title,
          }))}
          required
        />
        <UnitPicker
          form={form}
          index={index}
          capUnit={items.find(({ code }) => code === itemCode)?.capUnit}
          enterpriseId={enterpriseId}
        />
        <TextField
          control={control}
          name={`supportLines.${index}.unitName`}
          label={t('lines.unit')}
          hint={unitName.field.value === '' ? t('lines.unitHint') : undefined}
          maxLength={300}
          required
        />
        <MoneyField
          control={control}
          name={`supportLines.${index}.eligibleCost`}
          label={t('lines.cost')}
          required
        />
        <MoneyField
          control={control}
          name={`supportLines.${index}.otherPublicSupport`}
          label={t('lines.other')}
        />
        <SourceFields form={form} index={index} />
        <div>
          <Button
            variant="subtle"
            color="red"
            leftSection={<IconTrash size={16} aria-hidden />}
            mih={44}
            onClick={onRemove}
          >
            {t('lines.remove', { number })}
          </Button>
        </div>
      </Stack>
    </fieldset>
  );
}

function SourceFields({ form, index }: { form: DraftFormApi; index: number }) {
  const { t } = useTranslation('enrollments');
  const { control } = form;
  const sources = useFieldArray({ control, name: `supportLines.${index}.sources` });
  const row = useWatch({ control, name: `supportLines.${index}` });
  const rest = remaining(row);
  const taken = new Set(row.sources.map(({ source }) => source));
  const free = SOURCES.filter((source) => !taken.has(source));

  const fillCounterpart = () => {
    const at = row.sources.findIndex(({ source }) => source === 'counterpart');
    if (at === -1) {
      sources.append({ source: 'counterpart', amount: rest });
    } else {
      const amount = (row.sources[at]!.amount ?? 0) + rest;
      form.setValue(`supportLines.${index}.sources.${at}.amount`, amount, { shouldDirty: true });
    }
  };

  return (
    <Stack gap="xs" role="group" aria-label={t('lines.sources')}>
      <Text size="sm" fw={500} aria-hidden>
        {t('lines.sources')}
      </Text>
      {sources.fields.map((part, at) => {
        const current = row.sources[at]?.source ?? part.source;
        return (
          <div key={part.id} className={classes.source}>
            <SelectField
              control={control}
              name={`supportLines.${index}.sources.${at}.source`}
              label={t('lines.source')}
              data={SOURCES.filter((source) => source === current || !taken.has(source)).map((source) => ({
                value: source,
                label: t(`sources.${source}`),
              }))}
              allowDeselect={false}
            />
            <MoneyField
              control={control}
              name={`supportLines.${index}.sources.${at}.amount`}
              label={t('lines.amount')}
            />
            <Button
              variant="subtle"
              color="red"
              px={8}
              mih={36}
              className={classes.removeSource}
              aria-label={t('lines.removeSource', { name: t(`sources.${current}`) })}
              onClick={() => sources.remove(at)}
            >
              <IconTrash size={16} aria-hidden />
            </Button>
          </div>
        );
      })}
      <Group gap="xs">
        {free.length > 0 && (
          <Button
            variant="default"
            size="xs"
            mih={36}
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => sources.append({ source: free[0]!, amount: rest > 0 ? rest : null })}
          >
            {t('lines.addSource')}
          </Button>
        )}
        {rest > 0 && (
          <Button variant="default" size="xs" mih={36} onClick={fillCounterpart}>
            {t('lines.fillCounterpart')}
          </Button>
        )}
      </Group>
      <Text size="sm" role="status" c={rest === 0 ? 'dimmed' : 'orange.9'} className="tabular">
        {rest === 0
          ? row.sources.length > 0 && t('lines.balanced')
          : t(rest > 0 ? 'lines.remaining' : 'lines.exceeds', { amount: formatVnd(Math.abs(rest)) })}
      </Text>
    </Stack>
  );
}

function OpenPoints({ control }: { control: Control<Draft> }) {
  const { t } = useTranslation('enrollments');
  const draft = useWatch({ control }) as Draft;
  const points = openPoints(draft);
  return (
    <div role="status">
      {points.map(({ line, what }) => (
        <Text key={`${line} ${what}`} size="sm" c="orange.9">
          {t(what === 'incomplete' ? 'lines.incomplete' : 'lines.sourcesOpen', { line })}
        </Text>
      ))}
    </div>
  );
}

function ReceivesField({ control }: { control: Control<Draft> }) {
  const { t } = useTranslation('enrollments');
  const name = 'declarations.receivesOtherPublicSupport';
  const label = t('draft.receives');
  const id = useFormField(name, label);
  const { field } = useController({ control, name });
  const { errors } = useFormState({ control, name });
  return (
    <Radio.Group
      id={id}
      tabIndex={-1}
      label={label}
      value={field.value ?? ''}
      onChange={field.onChange}
      error={errors.declarations?.receivesOtherPublicSupport?.message}
    >
      <Group gap="lg" mt={4}>
        <Radio value="yes" label={t('draft.yes')} />
        <Radio value="no" label={t('draft.no')} />
      </Group>
    </Radio.Group>
  );
}
