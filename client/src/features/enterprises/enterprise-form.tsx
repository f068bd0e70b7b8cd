import { zodResolver } from '@hookform/resolvers/zod';
import { ActionIcon, Button, Fieldset, Group, List, Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useFieldArray, useForm, useWatch, type UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useDistricts, useReferenceList } from '@/shared/lib/reference-data';
import { Banner, ProblemBanner } from '@/shared/ui/banner';
import { Form } from '@/shared/ui/form';
import {
  DateField,
  MoneyField,
  NumberField,
  SelectField,
  TextareaField,
  TextField,
} from '@/shared/ui/form-fields';
import { LeaveGuard } from '@/shared/ui/leave-guard';
import { LinkAnchor } from '@/shared/ui/links';
import {
  EMPTY_SITE,
  enterpriseForm,
  toForm,
  toInput,
  toSizeQuestion,
  type EnterpriseForm,
} from './form-values';
import './i18n';
import {
  FIELDS,
  similarEnterprisesQuery,
  sizeQuery,
  taxCodeQuery,
  type Enterprise,
  type EnterpriseInput,
} from './queries';
import { ORGANIZATION_TYPES } from './search';
import { SizeClass } from './size-class';

const TYPING_PAUSE_MS = 400;
const OTHER_SECTOR = 'other';

type FormOutput = ReturnType<typeof enterpriseForm.parse>;
type EnterpriseFormApi = UseFormReturn<EnterpriseForm, unknown, FormOutput>;

type EnterpriseEditorProps = {
  enterprise?: Enterprise;
  /** Business date: picks the scale of sizes. */
  today: string;
  mayOverride: boolean;
  submitLabel: string;
  onSubmit: (input: EnterpriseInput) => Promise<unknown>;
  onCancel: () => void;
  onReload?: () => void;
};

export function EnterpriseEditor({
  enterprise,
  today,
  mayOverride,
  submitLabel,
  onSubmit,
  onCancel,
  onReload,
}: EnterpriseEditorProps) {
  const { t } = useTranslation('enterprises');
  const { t: tc } = useTranslation();
  const districts = useDistricts();
  const sectors = useReferenceList('prioritySectors');
  const [saved, setSaved] = useState(false);
  const form = useForm<EnterpriseForm, unknown, FormOutput>({
    resolver: zodResolver(enterpriseForm),
    values: useMemo(() => toForm(enterprise, today), [enterprise, today]),
    // A newer version fills only what was not touched here: neither side's change is lost unseen.
    resetOptions: { keepDirtyValues: true },
    mode: 'onTouched',
  });
  const { control } = form;
  const sectorOptions = [
    ...sectors.options.filter((option) => option.value !== OTHER_SECTOR),
    { value: OTHER_SECTOR, label: t('otherSector') },
  ];

  return (
    <>
      <LeaveGuard when={form.formState.isDirty && !saved} />
      <Form
        form={form}
        submitLabel={submitLabel}
        onCancel={onCancel}
        onReload={onReload}
        onSubmit={async (values) => {
          await onSubmit(toInput(values));
          setSaved(true);
        }}
      >
        <Fieldset legend={t('form.identity')}>
          <Stack gap="md">
            <TaxCode form={form} mayOverride={mayOverride} recorded={enterprise?.taxCode} />
            <TextField
              control={control}
              name="name"
              label={t('form.name')}
              hint={t('form.nameHint')}
              required
              maxLength={300}
            />
            <SimilarNames form={form} exceptId={enterprise?.id} />
            <SelectField
              control={control}
              name="organizationType"
              label={t('form.organizationType')}
              data={ORGANIZATION_TYPES.map((value) => ({ value, label: t(`organizationType.${value}`) }))}
              required
              allowDeselect={false}
            />
            <SelectField
              control={control}
              name="sectorCode"
              label={t('form.sector')}
              hint={t('form.sectorHint')}
              data={sectorOptions}
              required
              allowDeselect={false}
            />
            <DateField
              control={control}
              name="establishedOn"
              label={t('form.establishedOn')}
              maxDate={today}
            />
          </Stack>
        </Fieldset>
        <Fieldset legend={t('form.contact')}>
          <Stack gap="md">
            <SelectField
              control={control}
              name="districtCode"
              label={t('form.district')}
              data={districts.options}
              required
              allowDeselect={false}
            />
            <TextField control={control} name="address" label={t('form.address')} maxLength={500} />
            <TextField
              control={control}
              name="legalRepresentative"
              label={t('form.legalRepresentative')}
              maxLength={200}
            />
            <TextField
              control={control}
              name="phone"
              label={t('form.phone')}
              inputMode="tel"
              maxLength={30}
            />
            <TextField
              control={control}
              name="email"
              label={t('form.email')}
              inputMode="email"
              maxLength={254}
            />
          </Stack>
        </Fieldset>
        <Fieldset legend={t('form.facts')}>
          <Stack gap="md">
            <SelectField
              control={control}
              name="declaredFacts.field"
              label={t('form.field')}
              hint={t('form.fieldHint')}
              data={FIELDS.map((value) => ({ value, label: t(`field.${value}`) }))}
              clearable
              clearButtonProps={{ 'aria-label': tc('form.clear', { name: t('form.field') }) }}
            />
            <NumberField
              control={control}
              name="declaredFacts.year"
              label={t('form.year')}
              thousandSeparator=""
              maxLength={4}
            />
            <NumberField
              control={control}
              name="declaredFacts.insuredEmployees"
              label={t('form.employees')}
              hint={t('form.employeesHint')}
            />
            <MoneyField control={control} name="declaredFacts.annualRevenue" label={t('form.revenue')} />
            <MoneyField control={control} name="declaredFacts.totalCapital" label={t('form.capital')} />
            <LiveSize form={form} today={today} />
          </Stack>
        </Fieldset>
        <Sites form={form} districts={districts.options} />
      </Form>
    </>
  );
}

type TaxCodeProps = { form: EnterpriseFormApi; mayOverride: boolean; recorded: string | undefined };

/** The code is checked when the field is left; a wrong check digit can be insisted on with a reason. */
function TaxCode({ form, mayOverride, recorded }: TaxCodeProps) {
  const { t } = useTranslation('enterprises');
  const taxCode = useWatch({ control: form.control, name: 'taxCode' });
  const reason = useWatch({ control: form.control, name: 'taxCodeOverrideReason' });
  const [asked, setAsked] = useState('');
  const current = taxCode.trim();
  const verdict = useQuery(taxCodeQuery(asked === current && current !== recorded ? current : ''));
  const answer = verdict.data;
  const canInsist = mayOverride && (answer?.reason === 'checkDigitMismatch' || reason !== '');
  return (
    <>
      <div onBlur={() => setAsked(current)}>
        <TextField
          control={form.control}
          name="taxCode"
          label={t('form.taxCode')}
          hint={t('form.taxCodeHint')}
          inputMode="numeric"
          autoComplete="off"
          maxLength={30}
          required
        />
      </div>
      <div role="status">
        {verdict.error !== null && <ProblemBanner error={verdict.error} />}
        {answer?.valid && (
          <Text size="sm" c="#1b5e32">
            {t('taxCode.valid', { code: answer.normalized, kind: t(`taxCodeKind.${answer.kind}`) })}
          </Text>
        )}
        {answer?.reason && (
          <Text size="sm" c="red.8">
            {t(`taxCodeFault.${answer.reason}`)}{' '}
            {answer.reason === 'checkDigitMismatch' &&
              t(mayOverride ? 'taxCode.mayInsist' : 'taxCode.mayNotInsist')}
          </Text>
        )}
      </div>
      {canInsist && (
        <TextareaField
          control={form.control}
          name="taxCodeOverrideReason"
          label={t('form.overrideReason')}
          hint={t('form.overrideReasonHint')}
          minRows={2}
          maxLength={500}
        />
      )}
    </>
  );
}

/** Names much alike may be two companies: a warning with the way to look, never a refusal. */
function SimilarNames({ form, exceptId }: { form: EnterpriseFormApi; exceptId: string | undefined }) {
  const { t } = useTranslation('enterprises');
  const districts = useDistricts();
  const [name, taxCode] = useWatch({ control: form.control, name: ['name', 'taxCode'] });
  const [typed] = useDebouncedValue(`${name.trim()}\n${taxCode.trim()}`, TYPING_PAUSE_MS);
  const [typedName = '', typedCode = ''] = typed.split('\n');
  const { data } = useQuery(similarEnterprisesQuery({ name: typedName, taxCode: typedCode, exceptId }));
  if (!data || data.items.length === 0) return null;
  return (
    <Banner tone="warning" title={t('similar.title', { count: data.items.length })}>
      <Text size="sm">{t('similar.hint')}</Text>
      <List size="sm" mt={4}>
        {data.items.map((item) => (
          <List.Item key={item.id}>
            <LinkAnchor
              to="/enterprises/$enterpriseId"
              params={{ enterpriseId: item.id }}
              target="_blank"
              size="sm"
              underline="always"
            >
              {item.name}
            </LinkAnchor>
            {` – ${item.taxCode}, ${districts.nameOf(item.districtCode)}`}
            {item.sameTaxCode && ` – ${t('similar.sameTaxCode')}`}
          </List.Item>
        ))}
      </List>
    </Banner>
  );
}

function LiveSize({ form, today }: { form: EnterpriseFormApi; today: string }) {
  const { t } = useTranslation('enterprises');
  const [organizationType, declaredFacts] = useWatch({
    control: form.control,
    name: ['organizationType', 'declaredFacts'],
  });
  const question = toSizeQuestion({ organizationType, declaredFacts }, today);
  const [asked] = useDebouncedValue(JSON.stringify(question), TYPING_PAUSE_MS);
  const { data, error } = useQuery(sizeQuery(JSON.parse(asked) as typeof question));
  const isExempt = organizationType !== 'enterprise';
  return (
    <div role="status" aria-label={t('size.title')}>
      <Text size="sm" fw={500} mb={4}>
        {t('size.title')}
      </Text>
      {error !== null && <ProblemBanner error={error} />}
      {error === null && (
        <SizeClass
          sizeClass={isExempt ? 'notApplicable' : question === null ? null : data?.sizeClass}
          legs={isExempt || question === null ? [] : (data?.legs ?? [])}
          legalBasis={isExempt || question === null ? null : data?.legalBasis}
        />
      )}
    </div>
  );
}

function Sites({
  form,
  districts,
}: {
  form: EnterpriseFormApi;
  districts: { value: string; label: string }[];
}) {
  const { t } = useTranslation('enterprises');
  const { fields, append, remove } = useFieldArray({
    control: form.control,
    name: 'sites',
    keyName: 'rowKey',
  });
  return (
    <Fieldset legend={t('form.sites')}>
      <Stack gap="md">
        <Text size="sm" c="dimmed">
          {t('form.sitesHint')}
        </Text>
        {fields.map((field, index) => (
          <Fieldset key={field.rowKey} legend={t('form.site', { number: index + 1 })}>
            <Stack gap="sm">
              <TextField
                control={form.control}
                name={`sites.${index}.name`}
                label={t('form.siteName')}
                required
                maxLength={200}
              />
              <SelectField
                control={form.control}
                name={`sites.${index}.districtCode`}
                label={t('form.siteDistrict')}
                data={districts}
                required
                allowDeselect={false}
              />
              <TextField
                control={form.control}
                name={`sites.${index}.address`}
                label={t('form.siteAddress')}
                maxLength={500}
              />
              <Group justify="flex-end">
                <ActionIcon
                  variant="subtle"
                  color="red"
                  aria-label={t('form.removeSite', { number: index + 1 })}
                  onClick={() => remove(index)}
                >
                  <IconTrash size={16} aria-hidden />
                </ActionIcon>
              </Group>
            </Stack>
          </Fieldset>
        ))}
        <Group>
          <Button
            variant="default"
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={() => append(EMPTY_SITE)}
          >
            {t('form.addSite')}
          </Button>
        </Group>
      </Stack>
    </Fieldset>
  );
}
