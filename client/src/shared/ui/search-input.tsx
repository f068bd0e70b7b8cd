import { CloseButton, TextInput, type TextInputProps } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

type SearchInputProps = Omit<TextInputProps, 'onChange' | 'value' | 'type'> & {
  value: string;
  /** Called once the text stands still: composition over and no key for `delay` ms. */
  onCommit: (value: string) => void;
  delay?: number;
};

/** Search box that waits for the end of Telex or VNI composition and for a pause in typing. */
export function SearchInput({ value, onCommit, delay = 250, ...props }: SearchInputProps) {
  const { t } = useTranslation();
  const [text, setText] = useState(value);
  const composing = useRef(false);
  const timer = useRef<number | undefined>(undefined);
  const committed = useRef(value);

  useEffect(() => {
    if (value === committed.current) return;
    committed.current = value;
    setText(value);
  }, [value]);
  useEffect(() => () => window.clearTimeout(timer.current), []);

  const commitNow = (next: string) => {
    window.clearTimeout(timer.current);
    const normalized = next.normalize('NFC').trim();
    if (normalized === committed.current) return;
    committed.current = normalized;
    onCommit(normalized);
  };
  const commitSoon = (next: string) => {
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => commitNow(next), delay);
  };

  return (
    <TextInput
      data-list-search
      leftSection={<IconSearch size={16} aria-hidden />}
      rightSection={
        text === '' ? null : (
          <CloseButton
            size="sm"
            aria-label={t('form.clearSearch')}
            onClick={() => {
              setText('');
              commitNow('');
            }}
          />
        )
      }
      maxLength={200}
      {...props}
      type="search"
      value={text}
      onCompositionStart={() => {
        composing.current = true;
        window.clearTimeout(timer.current);
      }}
      onCompositionEnd={(event) => {
        composing.current = false;
        commitSoon(event.currentTarget.value);
      }}
      onChange={(event) => {
        setText(event.currentTarget.value);
        const stillComposing = composing.current || (event.nativeEvent as InputEvent).isComposing;
        if (!stillComposing) commitSoon(event.currentTarget.value);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.nativeEvent.isComposing) commitNow(event.currentTarget.value);
      }}
    />
  );
}
