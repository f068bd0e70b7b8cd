import { NumberInput, Select } from '@mantine/core';
import { IconChartBar, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { may, type Permissions } from '@/shared/lib/permissions';
import { useListState } from '@/shared/lib/use-list-state';
import { formatDate, formatInt } from '@/shared/lib/vi';
import { DataTable, type Column } from '@/shared/ui/data-table';
import { EmptyState } from '@/shared/ui/empty-state';
import { FilterBar } from '@/shared/ui/filter-bar';
import { LinkAnchor, LinkButton } from '@/shared/ui/links';
import { PageHeader } from '@/shared/ui/page-header';
import './i18n';
import { CAMPAIGN_SORT, campaignListQuery, type CampaignRow } from './queries';
import { CAMPAIGN_STATUSES, type CampaignSearch } from './search';
import { CampaignStatusBadge } from './status-label';

function useColumns(): Column<CampaignRow>[] {
  const { t } = useTranslation('outreach');
  return useMemo(
    () => [
      {
        key: 'title',
        header: t('list.name'),
        sortable: true,
        fixed: true,
        grow: true,
        cell: (row) => (
          <LinkAnchor to="/outreach/$campaignId" params={{ campaignId: row.id }} size="sm">
            {row.title}
          </LinkAnchor>
        ),
      },
      { key: 'program', header: t('list.program'), cell: (row) => row.programCode },
      {
        key: 'startsOn',
        header: t('list.period'),
        sortable: true,
        cell: (row) => t('campaign.fromTo', { from: formatDate(row.startsOn), to: formatDate(row.endsOn) }),
      },
      {
        key: 'prospects',
        header: t('list.prospects'),
        align: 'end',
        cell: (row) => formatInt(row.prospects),
      },
      { key: 'surveyed', header: t('list.surveyed'), align: 'end', cell: (row) => formatInt(row.surveyed) },
      { key: 'applied', header: t('list.applied'), align: 'end', cell: (row) => formatInt(row.applied) },
      { key: 'status', header: t('list.status'), cell: (row) => <CampaignStatusBadge status={row.status} /> },
    ],
    [t],
  );
}

/** Rounds of surveying enterprises and asking them to take part. */
export function CampaignList({ search, permissions }: { search: CampaignSearch; permissions: Permissions }) {
  const { t } = useTranslation('outreach');
  const { t: tc } = useTranslation();
  const navigate = useNavigate();
  const list = useListState(search, CAMPAIGN_SORT);
  const query = useQuery(campaignListQuery(search, list.limit));
  const columns = useColumns();
  const plan = may(permissions, 'outreach.manage') && (
    <LinkButton to="/outreach/new" leftSection={<IconPlus size={16} aria-hidden />}>
      {t('plan')}
    </LinkButton>
  );
  const printed = [search.year, search.status && t(`statuses.${search.status}`)].filter(Boolean).join(' · ');
  return (
    <>
      <PageHeader
        title={t('title')}
        sub={query.data?.count == null ? '' : t('count', { count: query.data.count })}
        actions={
          <>
            <LinkButton
              to="/outreach/statistics"
              variant="default"
              leftSection={<IconChartBar size={16} aria-hidden />}
            >
              {t('statistics')}
            </LinkButton>
            {plan}
          </>
        }
      />
      <FilterBar isFiltered={list.isFiltered} onClear={list.clear} printed={printed}>
        <NumberInput
          label={t('list.year')}
          placeholder={t('list.any')}
          value={search.year ?? ''}
          onChange={(value) => {
            const year = Number(value);
            list.set({ year: year >= 2000 && year <= 2199 ? year : undefined });
          }}
          hideControls
          allowDecimal={false}
          allowNegative={false}
          maxLength={4}
          w={{ base: '100%', sm: 140 }}
        />
        <Select
          label={t('list.status')}
          placeholder={t('list.any')}
          data={CAMPAIGN_STATUSES.map((value) => ({ value, label: t(`statuses.${value}`) }))}
          value={search.status ?? null}
          onChange={(value) =>
            list.set({ status: CAMPAIGN_STATUSES.find((status) => status === value) ?? undefined })
          }
          clearable
          clearButtonProps={{ 'aria-label': tc('form.clear', { name: t('list.status') }) }}
          w={{ base: '100%', sm: 180 }}
        />
      </FilterBar>
      <DataTable
        name="outreach-campaigns"
        caption={t('title')}
        columns={columns}
        query={query}
        list={list}
        rowId={(row) => row.id}
        rowName={(row) => row.title}
        onOpen={(row) => void navigate({ to: '/outreach/$campaignId', params: { campaignId: row.id } })}
        empty={<EmptyState title={t('empty')} hint={t('emptyHint')} action={plan} />}
      />
    </>
  );
}
