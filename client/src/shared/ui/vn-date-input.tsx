import { DateInput, type DateInputProps } from '@mantine/dates';
import { IconCalendar } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { parseViDate } from '@/shared/lib/vi';

export type VnDateInputProps = Omit<DateInputProps, 'dateParser' | 'valueFormat' | 'value' | 'onChange'> & {
  /** yyyy-MM-dd */
  value: string | null;
  onChange: (value: string | null) => void;
};

/** Date field, day first: Mantine's own parser would read 5/3/2026 as 3 May. */
export function VnDateInput({ value, onChange, ...props }: VnDateInputProps) {
  const { t } = useTranslation();
  return (
    <DateInput
      valueFormat="DD/MM/YYYY"
      placeholder={t('form.datePlaceholder')}
      leftSection={<IconCalendar size={16} aria-hidden />}
      clearable
      clearButtonProps={{ 'aria-label': t('form.clearDate') }}
      {...props}
      dateParser={(text) => parseViDate(text)}
      value={value}
      onChange={onChange}
    />
  );
}
