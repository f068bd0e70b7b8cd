import { NumberInput, Text, type NumberInputProps } from '@mantine/core';
import { useState, type ClipboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { MAX_MONEY, numberMarks, parseVnd, vndInWords } from '@/shared/lib/vi';

export type MoneyInputProps = Omit<
  NumberInputProps,
  'value' | 'onChange' | 'min' | 'max' | 'decimalScale'
> & {
  /** Whole đồng. */
  value: number | null;
  onChange: (value: number | null) => void;
};

/** Amount in whole đồng with thousands set apart, and its words below, so that a zero too many is noticed. */
export function MoneyInput({ value, onChange, error, ...props }: MoneyInputProps) {
  const { t } = useTranslation();
  const [refused, setRefused] = useState(false);

  const onPaste = (event: ClipboardEvent<HTMLInputElement>) => {
    const input = event.currentTarget;
    const replacesAll = input.selectionStart === 0 && input.selectionEnd === input.value.length;
    if (value !== null && !replacesAll) return;
    event.preventDefault();
    const pasted = parseVnd(event.clipboardData.getData('text'));
    setRefused(pasted === null);
    if (pasted !== null) onChange(pasted);
  };

  return (
    <div>
      <NumberInput
        {...numberMarks()}
        suffix=" ₫"
        allowDecimal={false}
        allowNegative={false}
        hideControls
        inputMode="numeric"
        {...props}
        max={MAX_MONEY}
        value={value ?? ''}
        onPaste={onPaste}
        onChange={(next) => {
          setRefused(false);
          onChange(next === '' ? null : Number(next));
        }}
        error={refused ? t('form.wrongMoney') : error}
      />
      {value !== null && (
        <Text fz={13} c="dimmed" mt={4} lang="vi">
          {vndInWords(value)}
        </Text>
      )}
    </div>
  );
}
