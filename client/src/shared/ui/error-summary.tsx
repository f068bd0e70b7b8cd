import { Anchor, List } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Banner } from './banner';

export type SummaryItem = { id: string; label: string; message: string };

/** What must be corrected, each entry leading to its field with the same words as there. */
export function ErrorSummary({ items }: { items: readonly SummaryItem[] }) {
  const { t } = useTranslation();
  if (items.length === 0) return null;
  return (
    <Banner tone="error" title={t('form.summary', { count: items.length })}>
      <List size="sm" listStyleType="none">
        {items.map(({ id, label, message }) => (
          <List.Item key={id}>
            <Anchor
              size="sm"
              c="red.8"
              underline="always"
              display="inline-block"
              py={4}
              href={`#${id}`}
              onClick={(event) => {
                event.preventDefault();
                document.getElementById(id)?.focus();
              }}
            >
              {label === '' ? message : `${label}: ${message}`}
            </Anchor>
          </List.Item>
        ))}
      </List>
    </Banner>
  );
}
