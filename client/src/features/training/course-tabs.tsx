import { Group } from '@mantine/core';
import { useRouteContext } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { may } from '@/shared/lib/permissions';
import { LinkButton } from '@/shared/ui/links';
import './i18n';

type Tab = 'about' | 'attendance' | 'evaluation' | 'certificates';

const ROUTES = {
  about: '/courses/$courseId',
  attendance: '/courses/$courseId/attendance',
  evaluation: '/courses/$courseId/evaluation',
  certificates: '/courses/$courseId/certificates',
} as const satisfies Record<Tab, string>;

/** The pages of one course. */
export function CourseTabs({ courseId, current }: { courseId: string; current: Tab }) {
  const { t } = useTranslation('training');
  const { session } = useRouteContext({ from: '/_signed-in' });
  const tabs = (Object.keys(ROUTES) as Tab[]).filter(
    (tab) => tab !== 'evaluation' || may(session.permissions, 'courses.readEvaluation'),
  );
  return (
    <Group component="nav" gap="xs" mb="md" aria-label={t('tabs.label')} className="no-print">
      {tabs.map((tab) => (
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
