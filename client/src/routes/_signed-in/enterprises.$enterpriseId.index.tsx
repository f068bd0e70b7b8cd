import { IconEdit, IconFiles } from '@tabler/icons-react';
import { Stack } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { createFileRoute } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { WinHistory } from '@/features/awards/win-history';
import { businessClockQuery } from '@/features/calendar/queries';
import { Certificates } from '@/features/enterprises/certificates';
import { Products } from '@/features/enterprises/products';
import { DeclaredFacts, Profile, SiteList } from '@/features/enterprises/profile';
import { enterpriseQuery } from '@/features/enterprises/queries';
import { Assignments } from '@/features/experts/assignments';
import { EnterpriseOutreach } from '@/features/outreach/enterprise-outreach';
import { may } from '@/shared/lib/permissions';
import { useDistricts } from '@/shared/lib/reference-data';
import { LinkAnchor, LinkButton } from '@/shared/ui/links';
import { PageHeader } from '@/shared/ui/page-header';

export const Route = createFileRoute('/_signed-in/enterprises/$enterpriseId/')({
  loader: ({ context, params }) =>
    Promise.all([
      context.queryClient.ensureQueryData(enterpriseQuery(params.enterpriseId)),
      context.queryClient.ensureQueryData(businessClockQuery),
    ]),
  component: EnterprisePage,
});

function EnterprisePage() {
  const { t } = useTranslation('enterprises');
  const { enterpriseId } = Route.useParams();
  const { session } = Route.useRouteContext();
  const query = useSuspenseQuery(enterpriseQuery(enterpriseId));
  const { data: clock } = useSuspenseQuery(businessClockQuery);
  const districts = useDistricts();
  const { data: enterprise, etag } = query.data;
  const mayEdit = may(session.permissions, 'enterprises.update');
  const reload = () => void query.refetch();
  return (
    <>
      <PageHeader
        title={enterprise.name}
        sub={`${t('form.taxCode')} ${enterprise.taxCode} · ${districts.nameOf(enterprise.districtCode)}`}
        above={
          <LinkAnchor to="/enterprises" size="sm">
            {t('title')}
          </LinkAnchor>
        }
        actions={
          <>
            {may(session.permissions, 'enrollments.read') && (
              <LinkButton
                to="/enrollments"
                search={{ enterpriseId }}
                variant="default"
                leftSection={<IconFiles size={16} aria-hidden />}
              >
                {t('dossiers')}
              </LinkButton>
            )}
            {mayEdit && (
              <LinkButton
                to="/enterprises/$enterpriseId/edit"
                params={{ enterpriseId }}
                leftSection={<IconEdit size={16} aria-hidden />}
              >
                {t('editProfile')}
              </LinkButton>
            )}
          </>
        }
      />
      <Stack gap={0}>
        <Profile enterprise={enterprise} />
        <DeclaredFacts enterprise={enterprise} />
        <Products enterprise={enterprise} etag={etag} mayEdit={mayEdit} onReload={reload} />
        <Certificates
          enterprise={enterprise}
          etag={etag}
          today={clock.today}
          mayEdit={mayEdit}
          onReload={reload}
        />
        <SiteList enterprise={enterprise} />
        {may(session.permissions, 'outreach.read') && <EnterpriseOutreach enterpriseId={enterpriseId} />}
        {may(session.permissions, 'experts.read') && (
          <Assignments
            of={{ enterprise }}
            today={clock.today}
            mayAssign={may(session.permissions, 'experts.manage')}
          />
        )}
        {may(session.permissions, 'awards.read') && <WinHistory enterpriseId={enterpriseId} />}
      </Stack>
    </>
  );
}
