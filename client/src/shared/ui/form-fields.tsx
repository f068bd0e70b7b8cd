import {
  Checkbox,
  MultiSelect,
  NumberInput,
  Select,
  Textarea,
  TextInput,
  type CheckboxProps,
  type ComboboxItem,
  type MultiSelectProps,
  type NumberInputProps,
  type OptionsFilter,
  type SelectProps,
  type TextareaProps,
  type TextInputProps,
} from '@mantine/core';
import { useController, type Control, type FieldPath, type FieldValues } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { matchesVi, numberMarks } from '@/shared/lib/vi';
import { useFormField } from './form-context';
import { MoneyInput, type MoneyInputProps } from './money-input';
import { VnDateInput, type VnDateInputProps } from './vn-date-input';

type Bound<T extends FieldValues> = {
  control: Control<T>;
  name: FieldPath<T>;
  label: string;
  hint?: string;
};

type Own =
  'name' | 'label' | 'value' | 'defaultValue' | 'onChange' | 'onBlur' | 'error' | 'id' | 'description';

/** Everything an input needs from its form, except how its value is read and written. */
function useBound<T extends FieldValues>({ control, name, label, hint }: Bound<T>) {
  const id = useFormField(name, label);
  const { field, fieldState } = useController({ control, name });
  const { ref, value, onChange, onBlur } = field;
  return {
    input: { ref, name: field.name, onBlur, id, label, description: hint, error: fieldState.error?.message },
    value: value as unknown,
    onChange,
  };
}

/** Finds options without marks: "dak to" finds "Đắk Tô". */
export const filterVi: OptionsFilter = ({ options, search }) =>
  (options as ComboboxItem[]).filter((option) => matchesVi(option.label, search));

export function TextField<T extends FieldValues>({
  control,
  name,
  label,
  hint,
  ...props
}: Bound<T> & Omit<TextInputProps, Own>) {
  const { input, value, onChange } = useBound({ control, name, label, hint });
  return (
    <TextInput {...props} {...input} value={(value as string | null | undefined) ?? ''} onChange={onChange} />
  );
}

export function TextareaField<T extends FieldValues>({
  control,
  name,
  label,
  hint,
  ...props
}: Bound<T> & Omit<TextareaProps, Own>) {
  const { input, value, onChange } = useBound({ control, name, label, hint });
  return (
    <Textarea
      autosize
      minRows={3}
      maxRows={12}
      {...props}
      {...input}
      value={(value as string | null | undefined) ?? ''}
      onChange={onChange}
    />
  );
}

export function NumberField<T extends FieldValues>({
  control,
  name,
  label,
  hint,
  ...props
}: Bound<T> & Omit<NumberInputProps, Own>) {
  const { input, value, onChange } = useBound({ control, name, label, hint });
  return (
    <NumberInput
      {...numberMarks()}
      hideControls
      allowNegative={false}
      allowDecimal={false}
      inputMode="numeric"
      {...props}
      {...input}
      value={(value as number | null | undefined) ?? ''}
      onChange={(next) => onChange(next === '' ? null : Number(next))}
    />
  );
}

export function MoneyField<T extends FieldValues>({
  control,
  name,
  label,
  hint,
  ...props
}: Bound<T> & Omit<MoneyInputProps, Own>) {
  const { input, value, onChange } = useBound({ control, name, label, hint });
  return (
    <MoneyInput
      {...props}
      {...input}
      value={(value as number | null | undefined) ?? null}
      onChange={onChange}
    />
  );
}

export function DateField<T extends FieldValues>({
  control,
  name,
  label,
  hint,
  ...props
}: Bound<T> & Omit<VnDateInputProps, Own>) {
  const { input, value, onChange } = useBound({ control, name, label, hint });
  return (
    <VnDateInput
      {...props}
      {...input}
      value={(value as string | null | undefined) ?? null}
      onChange={onChange}
    />
  );
}

export function SelectField<T extends FieldValues>({
  control,
  name,
  label,
  hint,
  ...props
}: Bound<T> & Omit<SelectProps, Own>) {
  const { t } = useTranslation();
  const { input, value, onChange } = useBound({ control, name, label, hint });
  return (
    <Select
      searchable
      filter={filterVi}
      nothingFoundMessage={t('form.noMatch')}
      clearButtonProps={{ 'aria-label': t('form.clear', { name: label }) }}
      {...props}
      {...input}
      value={(value as string | null | undefined) ?? null}
      onChange={(next) => onChange(next)}
    />
  );
}

export function MultiSelectField<T extends FieldValues>({
  control,
  name,
  label,
  hint,
  ...props
}: Bound<T> & Omit<MultiSelectProps, Own>) {
  const { t } = useTranslation();
  const { input, value, onChange } = useBound({ control, name, label, hint });
  return (
    <MultiSelect
      searchable
      filter={filterVi}
      nothingFoundMessage={t('form.noMatch')}
      clearButtonProps={{ 'aria-label': t('form.clear', { name: label }) }}
      {...props}
      {...input}
      value={(value as string[] | null | undefined) ?? []}
      onChange={(next) => onChange(next)}
    />
  );
}

export function CheckboxField<T extends FieldValues>({
  control,
  name,
  label,
  hint,
  ...props
}: Bound<T> & Omit<CheckboxProps, Own | 'checked'>) {
  const { input, value, onChange } = useBound({ control, name, label, hint });
  return (
    <Checkbox
      {...props}
      {...input}
      checked={Boolean(value)}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  );
}
