import { zodResolver } from '@hookform/resolvers/zod';
import { Button, Stack } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useFieldArray, useForm, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { enterpriseChoicesQuery, policyItemChoicesQuery, programChoicesQuery } from '@/api/reference';
import { MAX_MONEY } from '@/shared/lib/vi';
import { EmptyState } from '@/shared/ui/empty-state';
import { Form } from '@/shared/ui/form';
import { DateField, MoneyField, SelectField, TextField } from '@/shared/ui/form-fields';
import { PageHeader } from '@/shared/ui/page-header';
import { Section } from '@/shared/ui/section';
import classes from './calculator.module.css';
import { SubsidyExplanation } from './explanation';
import './i18n';
import { useCalculateSubsidy, type Breakdown } from './queries';

const money = z.number().int().min(0).max(MAX_MONEY);

const schema = z.object({
  programCode: z.string().trim().min(1).max(32),
  asOf: z.iso.date(),
  enterpriseId: z.string().nullable(),
  lines: z
    .array(
      z.object({
        itemCode: z.string().trim().min(1).max(40),
        unitKey: z.string().trim().min(1).max(120),
        eligibleCost: money,
        otherPublicSupport: money.nullable(),
      }),
    )
    .min(1),
});

type Input = z.input<typeof schema>;

function emptyLine(): Input['lines'][number] {
  return {
    itemCode: '',
    unitKey: '',
    eligibleCost: null as unknown as number,
    otherPublicSupport: null,
  };
}

type CalculatorProps = {
  /** Business date, yyyy-MM-dd. */
  today: string;
  enterprises: readonly { id: string; name: string }[];
  maySearchEnterprises: boolean;
};

/** What the policy would give, worked out on the spot with every step; nothing is stored. */
export function Calculator({ today, enterprises, maySearchEnterprises }: CalculatorProps) {
  const { t, i18n } = useTranslation('subsidies');
  const calculate = useCalculateSubsidy();
  const [result, setResult] = useState<Breakdown | null>(null);
  const [searched, setSearched] = useState('');
  const language = i18n.resolvedLanguage ?? 'vi';
  const isEnglish = language === 'en';
  const form = useForm({
    resolver: zodResolver(schema),
    mode: 'onTouched',
    shouldFocusError: false,
    defaultValues: {
      programCode: '',
      asOf: today,
      enterpriseId: enterprises.length === 1 ? enterprises[0]!.id : null,
      lines: [emptyLine()],
    } satisfies Input as Input,
  });
  const { control } = form;
  const lines = useFieldArray({ control, name: 'lines' });
  const programCode = useWatch({ control, name: 'programCode' });
  const asOf = useWatch({ control, name: 'asOf' });
  const programs = useQuery(programChoicesQuery).data ?? [];
  const only = programs.length === 1 ? programs[0]!.code : undefined;
  useEffect(() => {
    if (only !== undefined && form.getValues('programCode') === '') form.setValue('programCode', only);
  }, [only, form]);
  const programId = programs.find(({ code }) => code === programCode)?.id;
  const inForce = useQuery(policyItemChoicesQuery(programId, asOf)).data;
  const items = inForce ?? [];
  const isSearching = maySearchEnterprises && enterprises.length === 0;
  const found = useQuery(enterpriseChoicesQuery(isSearching ? searched.trim() : '')).data ?? [];
  const titleOf = (item: (typeof items)[number]) => (isEnglish ? item.titleEn : item.title);
  const itemTitles = new Map(items.map((item) => [item.code, titleOf(item)]));
  const choices = isSearching
    ? found.map(({ id, name, taxCode }) => ({ value: id, label: `${name} (${taxCode})` }))
    : enterprises.map(({ id, name }) => ({ value: id, label: name }));

  return (
    <>
      <PageHeader title={t('calculator.title')} sub={t('calculator.sub')} />
      <div className={classes.columns}>
        <Form
          form={form}
          submitLabel={t('calculator.submit')}
          onSubmit={async (request) => {
            setResult(await calculate.mutateAsync({ request, language }));
          }}
        >
          <SelectField
            control={control}
            name="programCode"
            label={t('calculator.program')}
            data={programs.map(({ code, shortTitle, titleEn }) => ({
              value: code,
              label: `${code} – ${isEnglish ? titleEn : shortTitle}`,
            }))}
            allowDeselect={false}
            required
          />
          <DateField control={control} name="asOf" label={t('calculator.asOf')} required />
          {(isSearching || enterprises.length > 0) && (
            <SelectField
              control={control}
              name="enterpriseId"
              label={t('calculator.enterprise')}
              hint={t('calculator.enterpriseHint')}
              data={choices}
              clearable
              onSearchChange={isSearching ? setSearched : undefined}
              filter={isSearching ? ({ options }) => options : undefined}
            />
          )}
          {lines.fields.map((row, index) => {
            const number = index + 1;
            return (
              <fieldset key={row.id} className={classes.line}>
                <legend className={classes.legend}>{t('calculator.line', { number })}</legend>
                <Stack gap="sm">
                  <SelectField
                    control={control}
                    name={`lines.${index}.itemCode`}
                    label={t('calculator.item')}
                    hint={inForce?.length === 0 ? t('calculator.noPolicy') : undefined}
                    data={items.map((item) => ({ value: item.code, label: titleOf(item) }))}
                    required
                  />
                  <TextField
                    control={control}
                    name={`lines.${index}.unitKey`}
                    label={t('calculator.unit')}
                    maxLength={120}
                    required
                  />
                  <MoneyField
                    control={control}
                    name={`lines.${index}.eligibleCost`}
                    label={t('calculator.cost')}
                    required
                  />
                  <MoneyField
                    control={control}
                    name={`lines.${index}.otherPublicSupport`}
                    label={t('calculator.other')}
                  />
                  {lines.fields.length > 1 && (
                    <div>
                      <Button
                        variant="subtle"
                        color="red"
                        leftSection={<IconTrash size={16} aria-hidden />}
                        onClick={() => lines.remove(index)}
                      >
                        {t('calculator.remove', { number })}
                      </Button>
                    </div>
                  )}
                </Stack>
              </fieldset>
            );
          })}
          <div>
            <Button
              variant="default"
              leftSection={<IconPlus size={16} aria-hidden />}
              onClick={() => lines.append(emptyLine())}
            >
              {t('calculator.add')}
            </Button>
          </div>
        </Form>
        <Section title={t('calculator.result')}>
          {result === null ? (
            <EmptyState title={t('calculator.empty')} hint={t('calculator.emptyHint')} />
          ) : (
            <SubsidyExplanation
              breakdown={result}
              itemTitles={itemTitles}
              standing={t('calculator.standing')}
            />
          )}
        </Section>
      </div>
    </>
  );
}
