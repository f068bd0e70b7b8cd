import { Group, Select, Text } from '@mantine/core';
import { IconFileImport, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { may, type Permissions } from '@/shared/lib/permissions';
import { useDistricts, useReferenceList } from '@/shared/lib/reference-data';
import { useListState } from '@/shared/lib/use-list-state';
import { formatVnd } from '@/shared/lib/vi';
import { DataTable, type Column } from '@/shared/ui/data-table';
import { DownloadButton } from '@/shared/ui/download-button';
import { EmptyState } from '@/shared/ui/empty-state';
import { FilterBar } from '@/shared/ui/filter-bar';
import { filterVi } from '@/shared/ui/form-fields';
import { LinkAnchor, LinkButton } from '@/shared/ui/links';
import { PageHeader } from '@/shared/ui/page-header';
import { SearchInput } from '@/shared/ui/search-input';

import './i18n';
import { downloadEnterprises, enterprisesQuery, type EnterpriseItem } from './queries';
import { ENROLLMENT_STATUSES, ORGANIZATION_TYPES, SIZE_CLASSES, type EnterpriseSearch } from './search';
import { sectorName } from './sectors';

type EnterpriseListProps = { search: EnterpriseSearch; permissions: Permissions };

export function EnterpriseList({ search, permissions }: EnterpriseListProps) {
  const { t } = useTranslation('enterprises');
  const { t: tc } = useTranslation();
  const navigate = useNavigate();
  const list = useListState(search, 'name');
  const query = useQuery(enterprisesQuery(search));
  const districts = useDistricts();
  const sectors = useReferenceList('prioritySectors');
  const mayRegister = may(permissions, 'enterprises.register');
  const mayImport = may(permissions, 'enterprises.import');
  const mayExport = may(permissions, 'enterprises.export');
  const seesDossiers = may(permissions, 'enrollments.read');

  const columns = useMemo<Column<EnterpriseItem>[]>(
    () => [
      {
        key: 'name',
        header: t('form.name'),
        sortable: true,
        fixed: true,
        grow: true,
        cell: (row) => (
          <LinkAnchor
            to="/enterprises/$enterpriseId"
            params={{ enterpriseId: row.id }}
            size="sm"
            title={row.name}
            truncate="end"
            display="block"
          >
            {row.name}
          </LinkAnchor>
        ),
      },
      { key: 'taxCode', header: t('form.taxCode'), width: 130, cell: (row) => row.taxCode },
      {
        key: 'organizationType',
        hidden: true,
        header: t('form.organizationType'),
        cell: (row) => t(`organizationType.${row.organizationType}`),
      },
      {
        key: 'districtCode',
        header: t('form.district'),
        cell: (row) => districts.nameOf(row.districtCode),
      },
      {
        key: 'sectorCode',
        header: t('form.sector'),
        cell: (row) => {
          const name = sectorName(row.sectorCode, sectors.nameOf, t('otherSector'));
          return (
            <Text size="sm" truncate maw={170} title={name}>
              {name}
            </Text>
          );
        },
      },
      {
        key: 'sizeClass',
        header: t('size.short'),
        cell: (row) => (
          <Text
            size="sm"
            truncate
            maw={110}
            title={row.sizeClass ? t(`sizeClass.${row.sizeClass}`) : undefined}
          >
            {row.sizeClass ? t(`sizeClass.${row.sizeClass}`) : '—'}
          </Text>
        ),
      },
      {
        key: 'annualRevenue',
        header: t('form.revenueShort'),
        sortable: true,
        align: 'end',
        cell: (row) => formatVnd(row.declaredFacts?.annualRevenue),
      },
    ],
    [t, districts, sectors],
  );

  const sectorOptions = [
    ...sectors.options.filter((option) => option.value !== 'other'),
    { value: 'other', label: t('otherSector') },
  ];
  const clearName = (name: string) => ({ 'aria-label': tc('form.clear', { name }) });
  const printed = [
    search.q && `“${search.q}”`,
    search.districtCode && districts.nameOf(search.districtCode),
    search.sectorCode && sectorName(search.sectorCode, sectors.nameOf, t('otherSector')),
    search.organizationType && t(`organizationType.${search.organizationType}`),
    search.sizeClass && t(`sizeClass.${search.sizeClass}`),
    search.enrollmentStatus && t(`enrollmentStatus.${search.enrollmentStatus}`),
  ]
    .filter(Boolean)
    .join(' · ');

  return (
    <>
      <PageHeader
        title={t('title')}
        sub={query.data?.count == null ? undefined : t('count', { count: query.data.count })}
        actions={
          <Group gap="xs" align="flex-start">
            {mayExport && (
              <DownloadButton
                label={t('export')}
                download={(language) => downloadEnterprises(search, language)}
              />
            )}
            {mayImport && (
              <LinkButton
                to="/enterprises/import"
                variant="default"
                leftSection={<IconFileImport size={16} aria-hidden />}
              >
                {t('import.link')}
              </LinkButton>
            )}
            {mayRegister && (
              <LinkButton to="/enterprises/new" leftSection={<IconPlus size={16} aria-hidden />}>
                {t('register')}
              </LinkButton>
            )}
          </Group>
        }
      />
      <FilterBar isFiltered={list.isFiltered} onClear={list.clear} printed={printed}>
        <SearchInput
          label={t('filters.search')}
          placeholder={t('filters.searchHint')}
          value={search.q ?? ''}
          onCommit={(q) => list.set({ q: q || undefined })}
          w={240}
        />
        <Select
          label={t('form.district')}
          placeholder={t('filters.any')}
          data={districts.options}
          value={search.districtCode ?? null}
          onChange={(value) => list.set({ districtCode: value ?? undefined })}
          searchable
          filter={filterVi}
          nothingFoundMessage={tc('form.noMatch')}
          clearable
          clearButtonProps={clearName(t('form.district'))}
          w={170}
        />
        <Select
          label={t('form.sector')}
          placeholder={t('filters.any')}
          data={sectorOptions}
          value={search.sectorCode ?? null}
          onChange={(value) => list.set({ sectorCode: value ?? undefined })}
          searchable
          filter={filterVi}
          nothingFoundMessage={tc('form.noMatch')}
          clearable
          clearButtonProps={clearName(t('form.sector'))}
          w={190}
        />
        <Select
          label={t('form.organizationType')}
          placeholder={t('filters.any')}
          data={ORGANIZATION_TYPES.map((value) => ({ value, label: t(`organizationType.${value}`) }))}
          value={search.organizationType ?? null}
          onChange={(value) => list.set({ organizationType: value ?? undefined })}
          clearable
          clearButtonProps={clearName(t('form.organizationType'))}
          w={150}
        />
        <Select
          label={t('size.short')}
          placeholder={t('filters.any')}
          data={SIZE_CLASSES.map((value) => ({ value, label: t(`sizeClass.${value}`) }))}
          value={search.sizeClass ?? null}
          onChange={(value) => list.set({ sizeClass: value ?? undefined })}
          clearable
          clearButtonProps={clearName(t('size.short'))}
          w={160}
        />
        {seesDossiers && (
          <Select
            label={t('filters.enrollmentStatus')}
            placeholder={t('filters.any')}
            data={ENROLLMENT_STATUSES.map((value) => ({ value, label: t(`enrollmentStatus.${value}`) }))}
            value={search.enrollmentStatus ?? null}
            onChange={(value) => list.set({ enrollmentStatus: value ?? undefined })}
            clearable
            clearButtonProps={clearName(t('filters.enrollmentStatus'))}
            w={190}
          />
        )}
      </FilterBar>
      <DataTable
        name="enterprises"
        caption={t('title')}
        columns={columns}
        query={query}
        list={list}
        rowId={(row) => row.id}
        rowName={(row) => row.name}
        onOpen={(row) =>
          void navigate({ to: '/enterprises/$enterpriseId', params: { enterpriseId: row.id } })
        }
        empty={
          <EmptyState
            title={t('empty')}
            hint={t('emptyHint')}
            action={
              mayRegister && (
                <LinkButton to="/enterprises/new" variant="default" mt="xs">
                  {t('register')}
                </LinkButton>
              )
            }
          />
        }
      />
    </>
  );
}
