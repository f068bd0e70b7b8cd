import { Group, List, Text } from '@mantine/core';
import { useQueries, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatDate } from '@/shared/lib/vi';
import { LinkAnchor } from '@/shared/ui/links';
import { Section } from '@/shared/ui/section';
import './i18n';
import { nominationListQuery, seasonListQuery, type NominationRow, type SeasonRow } from './queries';
import { NominationStatusBadge } from './status-label';

const SHOWN = 8;

/** Seasons that are running, of the last few; a year has one. */
function useRunningSeasons(): SeasonRow[] {
  const { data } = useQuery(seasonListQuery({}, 20));
  return (data?.items ?? []).filter(({ status }) => status === 'open' || status === 'assessing');
}

function NominationLine({ row }: { row: NominationRow }) {
  const { t } = useTranslation('awards');
  return (
    <Group gap="xs">
      <LinkAnchor
        to="/awards/$seasonId/nominations/$nominationId"
        params={{ seasonId: row.seasonId, nominationId: row.id }}
        size="sm"
        mih={24}
      >
        {row.code} – {row.enterpriseName}
      </LinkAnchor>
      <NominationStatusBadge status={row.status} />
      {row.status === 'dossierSubmitted' && row.checkDueOn != null && (
        <Text size="sm" c="dimmed">
          {t('waiting.due', { date: formatDate(row.checkDueOn) })}
        </Text>
      )}
    </Group>
  );
}

/** Dossiers of the award that the office has to check; nothing is shown where none waits. */
export function AwardsToCheck() {
  const { t } = useTranslation('awards');
  const seasons = useRunningSeasons();
  const lists = useQueries({
    queries: seasons.map(({ id }) => nominationListQuery(id, { status: 'dossierSubmitted' }, SHOWN)),
  });
  const rows = lists.flatMap(({ data }) => data?.items ?? []);
  if (rows.length === 0) return null;
  return (
    <Section title={t('waiting.toCheck', { count: rows.length })}>
      <List size="sm" listStyleType="none" spacing="xs">
        {rows.map((row) => (
          <List.Item key={row.id}>
            <NominationLine row={row} />
          </List.Item>
        ))}
      </List>
    </Section>
  );
}

/** What an enterprise can do in the seasons that are running: register, or go on with its own nomination. */
export function AwardsForEnterprise() {
  const { t } = useTranslation('awards');
  const seasons = useRunningSeasons();
  const lists = useQueries({ queries: seasons.map(({ id }) => nominationListQuery(id, {}, SHOWN)) });
  const known = seasons.flatMap((season, index) => {
    const items = lists[index]?.data?.items;
    return items ? [{ season, own: items.filter(({ status }) => status !== 'withdrawn') }] : [];
  });
  const shown = known.filter(({ season, own }) => own.length > 0 || season.status === 'open');
  if (shown.length === 0) return null;
  return (
    <Section title={t('title')}>
      <List size="sm" listStyleType="none" spacing="xs">
        {shown.map(({ season, own }) => (
          <List.Item key={season.id}>
            {own.length === 0 ? (
              <Group gap="xs">
                <LinkAnchor to="/awards/$seasonId" params={{ seasonId: season.id }} size="sm" mih={24}>
                  {season.title}
                </LinkAnchor>
                <Text size="sm" c="dimmed">
                  {t('waiting.mayRegister')}
                </Text>
              </Group>
            ) : (
              own.map((row) => <NominationLine key={row.id} row={row} />)
            )}
          </List.Item>
        ))}
      </List>
    </Section>
  );
}
