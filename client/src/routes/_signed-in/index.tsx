import { SimpleGrid } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { createFileRoute } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { visibleNavItems } from '@/app/nav';
import { DeclarationsWaiting } from '@/features/appraisals/waiting';
import { AwardsForEnterprise, AwardsToCheck } from '@/features/awards/waiting';
import { businessClockQuery } from '@/features/calendar/queries';
import { EnrollmentOverview } from '@/features/enrollments/overview';
import { LatestEnrollments } from '@/features/enrollments/latest';
import { WaitingForMe } from '@/features/enrollments/waiting-for-me';
import { roleLabelKey } from '@/features/identity/queries';
import { CurrentPrograms } from '@/features/programs/current-programs';
import { inLanguage } from '@/shared/lib/labels';
import { may } from '@/shared/lib/permissions';
import { EmptyState } from '@/shared/ui/empty-state';
import { LinkNav } from '@/shared/ui/links';
import { PageHeader } from '@/shared/ui/page-header';
import { Section } from '@/shared/ui/section';

export const Route = createFileRoute('/_signed-in/')({ component: HomePage });

/** Whoever may do one of these has dossiers that wait for them; everybody else reads. */
const STEPS = [
  'enrollments.submit',
  'enrollments.check',
  'enrollments.recordCouncilConclusion',
  'enrollments.proposeApproval',
  'enrollments.approve',
  'enrollments.publishDecision',
];

/** What waits for the reader, how the work stands, and where everything is. */
function HomePage() {
  const { t } = useTranslation();
  const { session } = Route.useRouteContext();
  const { user, roles, province, enterprises, permissions } = session;
  const clock = useQuery(businessClockQuery).data;
  const places = visibleNavItems(permissions).filter((item) => item.path !== '/');
  const readsEnrollments = may(permissions, 'enrollments.read');
  const isApplicant = enterprises.length > 0;
  return (
    <>
      <PageHeader
        title={t('home.title', { name: user.fullName })}
        sub={[
          ...roles.map((role) => t(roleLabelKey(role))),
          ...(isApplicant
            ? enterprises.map(({ name }) => name)
            : [province && inLanguage(province.name, province.nameEn)]),
        ]
          .filter(Boolean)
          .join(' · ')}
      />
      {readsEnrollments && may(permissions, STEPS) && <WaitingForMe />}
      {readsEnrollments && !isApplicant && <EnrollmentOverview />}
      {readsEnrollments && (isApplicant || !may(permissions, STEPS)) && (
        <LatestEnrollments isApplicant={isApplicant} />
      )}
      {isApplicant && may(permissions, 'awards.nominate') && <AwardsForEnterprise />}
      {may(permissions, 'awards.check') && <AwardsToCheck />}
      {may(permissions, 'councils.declare') && <DeclarationsWaiting />}
      {!readsEnrollments && may(permissions, 'programs.read') && <CurrentPrograms today={clock?.today} />}
      <Section title={t('home.work')}>
        {places.length === 0 ? (
          <EmptyState title={t('home.noWork')} hint={t('home.noWorkHint')} />
        ) : (
          <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }} spacing="xs">
            {places.map(({ path, label, hint, icon: PlaceIcon }) => (
              <LinkNav
                key={path}
                to={path}
                label={t(label)}
                description={hint && t(hint)}
                leftSection={<PlaceIcon size={20} aria-hidden />}
              />
            ))}
          </SimpleGrid>
        )}
      </Section>
    </>
  );
}
