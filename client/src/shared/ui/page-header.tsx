import { Group, Text, Title } from '@mantine/core';
import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

type PageHeaderProps = {
  title: string;
  /** Under the title: the count of a list, the state of an object. */
  sub?: ReactNode;
  /** On the right; at most one filled button. */
  actions?: ReactNode;
  /** Links back to where this page belongs. */
  above?: ReactNode;
};

/** The one h1 of a page. It can take the focus, so that a change of page is announced. */
export function PageHeader({ title, sub, actions, above }: PageHeaderProps) {
  const { t } = useTranslation();
  const appName = t('app.shortName');
  useEffect(() => {
    document.title = `${title} – ${appName}`;
  }, [title, appName]);

  return (
    <Group justify="space-between" align="flex-end" gap="sm" mb="md">
      <div className="page-header-text">
        {above}
        <Title order={1} tabIndex={-1} className="page-title">
          {title}
        </Title>
        {sub !== undefined && (
          <Text component="div" size="sm" c="dimmed" mih="1.5em">
            {sub}
          </Text>
        )}
      </div>
      {actions !== undefined && (
        <Group gap="xs" className="no-print">
          {actions}
        </Group>
      )}
    </Group>
  );
}
