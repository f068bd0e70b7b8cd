import { SimpleGrid } from '@mantine/core';
import { createFileRoute } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { visibleNavItems } from '@/app/nav';
import { WaitingForMe } from '@/features/enrollments/waiting-for-me';
import { roleLabelKey } from '@/features/identity/queries';
import { EmptyState } from '@/shared/ui/empty-state';
import { LinkNav } from '@/shared/ui/links';
import { PageHeader } from '@/shared/ui/page-header';
import { Section } from '@/shared/ui/section';

export const Route = createFileRoute('/_signed-in/')({ component: HomePage });

function HomePage() {
  const { t } = useTranslation();
  const { session } = Route.useRouteContext();
  const { user, roles, province } = session;
  const places = visibleNavItems(session.permissions).filter((item) => item.path !== '/');
  return (
    <>
      <PageHeader
        title={t('home.title', { name: user.fullName })}
        sub={[...roles.map((role) => t(roleLabelKey(role))), province?.name].filter(Boolean).join(' · ')}
      />
      {session.permissions.has('enrollments.read') && <WaitingForMe />}
      <Section title={t('home.work')}>
        {places.length === 0 ? (
          <EmptyState title={t('home.noWork')} hint={t('home.noWorkHint')} />
        ) : (
          <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }} spacing="xs">
            {places.map(({ path, label, icon: PlaceIcon }) => (
              <LinkNav
                key={path}
                to={path}
                label={t(label)}
                leftSection={<PlaceIcon size={20} aria-hidden />}
              />
            ))}
          </SimpleGrid>
        )}
      </Section>
    </>
  );
}
