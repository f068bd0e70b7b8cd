import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { enterpriseProductsQuery, type PolicyItemChoice } from '@/api/reference';
import { useReferenceList } from '@/shared/lib/reference-data';
import { filterVi } from '@/shared/ui/form-fields';
import type { DraftFormApi } from './draft-form';
import './i18n';
import { chosenUnit, OTHER_UNIT, unitKindOf, type UnitKind } from './units';

type UnitPickerProps = {
  form: DraftFormApi;
  index: number;
  /** What the item's cap counts; without one any words name the unit. */
  capUnit: PolicyItemChoice['capUnit'];
  enterpriseId: string;
};

/**
 * What the support is counted by: a system of the catalogue or a product of the enterprise. The name beside it stays free, and what
 * no list knows is known by its name.
 */
export function UnitPicker({ form, index, capUnit, enterpriseId }: UnitPickerProps) {
  const kind = unitKindOf(capUnit);
  const previous = useRef(kind);
  useEffect(() => {
    // A system's code names no product, nor the other way round.
    if (previous.current !== undefined && kind !== undefined && previous.current !== kind) {
      form.setValue(`supportLines.${index}.unitKey`, '', { shouldDirty: true });
    }
    previous.current = kind ?? previous.current;
  }, [kind, form, index]);
  if (kind === undefined) return null;
  return kind === 'system' ? (
    <SystemPicker form={form} index={index} />
  ) : (
    <ProductPicker form={form} index={index} enterpriseId={enterpriseId} />
  );
}

function SystemPicker({ form, index }: Pick<UnitPickerProps, 'form' | 'index'>) {
  const systems = useReferenceList('managementSystems').options;
  const tools = useReferenceList('tools').options;
  return <Picker form={form} index={index} kind="system" options={[...systems, ...tools]} />;
}

function ProductPicker({ form, index, enterpriseId }: Omit<UnitPickerProps, 'capUnit'>) {
  const products = useQuery(enterpriseProductsQuery(enterpriseId)).data ?? [];
  const options = products.map(({ id, name }) => ({ value: id, label: name }));
  return <Picker form={form} index={index} kind="product" options={options} />;
}

type PickerProps = Pick<UnitPickerProps, 'form' | 'index'> & {
  kind: UnitKind;
  options: readonly { value: string; label: string }[];
};

function Picker({ form, index, kind, options }: PickerProps) {
  const { t } = useTranslation('enrollments');
  const { t: tc } = useTranslation();
  const line = useWatch({ control: form.control, name: `supportLines.${index}` });

  const choose = (value: string | null) => {
    if (value === null) return;
    const before = options.find((option) => option.value === line.unitKey)?.label ?? '';
    const chosen = options.find((option) => option.value === value);
    form.setValue(`supportLines.${index}.unitKey`, chosen?.value ?? '', { shouldDirty: true });
    // A name that was typed stays; one that came with the last choice goes with it.
    if (chosen && (line.unitName.trim() === '' || line.unitName === before)) {
      form.setValue(`supportLines.${index}.unitName`, chosen.label, {
        shouldDirty: true,
        shouldValidate: true,
      });
    }
  };

  return (
    <Select
      // The field keeps the words of its first choice: it starts anew when the list has come.
      key={options.length}
      label={t(`units.${kind}`)}
      placeholder={t(`units.${kind}Hint`)}
      data={[...options, { value: OTHER_UNIT, label: t(`units.${kind}Other`) }]}
      value={chosenUnit(line, options)}
      onChange={choose}
      allowDeselect={false}
      searchable
      filter={filterVi}
      nothingFoundMessage={tc('form.noMatch')}
    />
  );
}
