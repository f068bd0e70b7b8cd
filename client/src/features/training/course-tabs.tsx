import { Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '@/shared/ui/links';
import './i18n';

type Tab = 'about' | 'attendance' | 'certificates';

const ROUTES = {
  about: '/courses/$courseId',
  attendance: '/courses/$courseId/attendance',
  certificates: '/courses/$courseId/certificates',
} as const satisfies Record<Tab, string>;

/** The pages of one course. */
export function CourseTabs({ courseId, current }: { courseId: string; current: Tab }) {
  const { t } = useTranslation('training');
  return (
    <Group component="nav" gap="xs" mb="md" aria-label={t('tabs.label')} className="no-print">
      {(Object.keys(ROUTES) as Tab[]).map((tab) => (
        <LinkButton
          key={tab}
          to={ROUTES[tab]}
          params={{ courseId }}
          size="sm"
          variant={tab === current ? 'light' : 'subtle'}
          aria-current={tab === current ? 'page' : undefined}
        >
          {t(`tabs.${tab}`)}
        </LinkButton>
      ))}
    </Group>
  );
}
