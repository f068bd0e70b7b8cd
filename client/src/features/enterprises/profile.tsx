import { List, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useDistricts, useReferenceList } from '@/shared/lib/reference-data';
import { formatDate, formatInt, formatVnd } from '@/shared/lib/vi';
import { DescriptionList } from '@/shared/ui/description-list';
import { EmptyState } from '@/shared/ui/empty-state';
import { Section } from '@/shared/ui/section';
import './i18n';
import type { Enterprise } from './queries';
import { sectorName } from './sectors';
import { SizeClass } from './size-class';

export function Profile({ enterprise }: { enterprise: Enterprise }) {
  const { t } = useTranslation('enterprises');
  const districts = useDistricts();
  const sectors = useReferenceList('prioritySectors');
  return (
    <Section title={t('profile.title')}>
      <DescriptionList
        items={[
          {
            term: t('form.taxCode'),
            value: `${enterprise.taxCode} (${t(`taxCodeKind.${enterprise.taxCodeKind}`)})`,
          },
          ...(enterprise.taxCodeOverrideReason
            ? [{ term: t('form.overrideReason'), value: enterprise.taxCodeOverrideReason }]
            : []),
          { term: t('form.organizationType'), value: t(`organizationType.${enterprise.organizationType}`) },
          {
            term: t('form.sector'),
            value: sectorName(enterprise.sectorCode, sectors.nameOf, t('otherSector')),
          },
          { term: t('form.district'), value: districts.nameOf(enterprise.districtCode) },
          { term: t('form.address'), value: enterprise.address },
          { term: t('form.legalRepresentative'), value: enterprise.legalRepresentative },
          { term: t('form.phone'), value: enterprise.phone },
          { term: t('form.email'), value: enterprise.email },
          {
            term: t('form.establishedOn'),
            value: enterprise.establishedOn && formatDate(enterprise.establishedOn),
          },
        ]}
      />
    </Section>
  );
}

export function DeclaredFacts({ enterprise }: { enterprise: Enterprise }) {
  const { t } = useTranslation('enterprises');
  const facts = enterprise.declaredFacts;
  return (
    <Section
      title={t('size.title')}
      sub={facts ? t('profile.factsOf', { year: facts.year }) : t('profile.noFacts')}
    >
      <Stack gap="md">
        {facts && (
          <DescriptionList
            items={[
              { term: t('form.field'), value: t(`field.${facts.field}`) },
              { term: t('form.employees'), value: formatInt(facts.insuredEmployees) },
              { term: t('form.revenue'), value: formatVnd(facts.annualRevenue) },
              { term: t('form.capital'), value: formatVnd(facts.totalCapital) },
            ]}
          />
        )}
        <SizeClass
          sizeClass={enterprise.sizeClass}
          legs={enterprise.sizeLegs}
          legalBasis={enterprise.sizeLegalBasis}
        />
      </Stack>
    </Section>
  );
}

export function SiteList({ enterprise }: { enterprise: Enterprise }) {
  const { t } = useTranslation('enterprises');
  const districts = useDistricts();
  return (
    <Section title={t('form.sites')} sub={t('form.sitesHint')}>
      {enterprise.sites.length === 0 ? (
        <EmptyState title={t('profile.noSites')} />
      ) : (
        <List size="sm" spacing={4}>
          {enterprise.sites.map((site) => (
            <List.Item key={site.id}>
              <Text span size="sm" fw={500}>
                {site.name}
              </Text>
              {` – ${[site.address, districts.nameOf(site.districtCode)].filter(Boolean).join(', ')}`}
            </List.Item>
          ))}
        </List>
      )}
    </Section>
  );
}
