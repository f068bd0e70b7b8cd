import { List, Stack, Table, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { inLanguage } from '@/shared/lib/labels';
import { formatInt } from '@/shared/lib/vi';
import { StatusBadge } from '@/shared/ui/status-badge';
import './i18n';
import type { Regime } from './queries';
import { levelsOf } from './words';

type RegimeRulesProps = {
  regime: Regime;
  /** Round whose levels are shown. */
  year: number;
  operationMonths: number;
  productMarketMonths: number | null | undefined;
  /** How long a winner of gold waits, as the season says; left out while a season is being planned. */
  reentry?: ReactNode;
  /** Level of the headings in here: one below what they stand under. */
  order?: 2 | 3;
};

/** The rules of a round as its texts have them; what they leave open is said, never filled in. */
export function RegimeRules({
  regime,
  year,
  operationMonths,
  productMarketMonths,
  reentry,
  order = 3,
}: RegimeRulesProps) {
  const { t } = useTranslation('awards');
  const note = inLanguage(regime.noteVi ?? '', regime.noteEn);
  return (
    <Stack gap="md">
      <div>
        <Text size="sm" fw={600}>
          {inLanguage(regime.nameVi, regime.nameEn)}
        </Text>
        <Text size="sm" c="dimmed">
          {t('rules.source', { texts: regime.legalBasis.join('; ') })}
        </Text>
        {note !== '' && <Text size="sm">{note}</Text>}
      </div>
      <Criteria regime={regime} />
      <div>
        <Title order={order} fz={15} mb={4}>
          {t('rules.levels')}
        </Title>
        <List size="sm">
          {levelsOf(regime, year).map(({ level, minPoints, bestOfType }) => (
            <List.Item key={level}>
              <strong>{t(`levels.${level}`)}</strong>:{' '}
              {minPoints == null ? (
                <Open />
              ) : (
                t('rules.minPoints', { points: formatInt(minPoints), max: formatInt(regime.maxPoints) })
              )}
              {bestOfType && ` ${t('rules.bestOfType')}`}
            </List.Item>
          ))}
        </List>
      </div>
      <div>
        <Title order={order} fz={15} mb={4}>
          {t('rules.conditions')}
        </Title>
        <List size="sm">
          <List.Item>{t('rules.legalPerson')}</List.Item>
          <List.Item>{t('rules.operation', { months: operationMonths })}</List.Item>
          <List.Item>{t('rules.noViolation')}</List.Item>
          {productMarketMonths != null && (
            <List.Item>{t('rules.productOnMarket', { months: productMarketMonths })}</List.Item>
          )}
          {reentry !== undefined && <List.Item>{reentry}</List.Item>}
          {regime.unlimitedReentry.map((level) => (
            <List.Item key={level}>{t('rules.unlimited', { level: t(`levels.${level}`) })}</List.Item>
          ))}
          <List.Item>{t('rules.types', { large: formatInt(regime.largeAbove) })}</List.Item>
        </List>
      </div>
      <div>
        <Title order={order} fz={15} mb={4}>
          {t('rules.dossier')}
        </Title>
        <List size="sm" type="ordered">
          {regime.dossierParts.map((part) => (
            <List.Item key={part.code}>{inLanguage(part.nameVi, part.nameEn)}</List.Item>
          ))}
        </List>
        <Text size="sm" c="dimmed" mt={4}>
          {t('rules.check', { days: regime.checkWorkingDays })}
        </Text>
      </div>
    </Stack>
  );
}

/** A value that the sources do not say. */
function Open() {
  const { t } = useTranslation('awards');
  return <StatusBadge tone="supplement">{t('rules.open')}</StatusBadge>;
}

function Criteria({ regime }: { regime: Regime }) {
  const { t } = useTranslation('awards');
  const hasGroups = regime.groups.length > 1;
  const known = regime.criteria.every(({ maxPoints }) => maxPoints != null);
  return (
    <Table verticalSpacing={6} maw={720}>
      <Table.Caption className="visually-hidden">{t('rules.criteria')}</Table.Caption>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{t('rules.criterion')}</Table.Th>
          <Table.Th scope="col" ta="end">
            {t('rules.points')}
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      {regime.groups.map((group) => (
        <Table.Tbody key={group.code}>
          {hasGroups && (
            <Table.Tr>
              <Table.Th scope="colgroup" colSpan={2}>
                {inLanguage(group.nameVi, group.nameEn)}
              </Table.Th>
            </Table.Tr>
          )}
          {regime.criteria
            .filter((criterion) => criterion.group === group.code)
            .map((criterion) => (
              <Table.Tr key={criterion.code}>
                <Table.Th scope="row" fw={400}>
                  {inLanguage(criterion.nameVi, criterion.nameEn)}
                </Table.Th>
                <Table.Td ta="end" className="tabular">
                  {criterion.maxPoints == null ? <Open /> : formatInt(criterion.maxPoints)}
                </Table.Td>
              </Table.Tr>
            ))}
        </Table.Tbody>
      ))}
      <Table.Tfoot>
        <Table.Tr>
          <Table.Th scope="row">{t('rules.total')}</Table.Th>
          <Table.Th ta="end" className="tabular">
            {known
              ? formatInt(regime.criteria.reduce((sum, { maxPoints }) => sum + (maxPoints ?? 0), 0))
              : formatInt(regime.maxPoints)}
          </Table.Th>
        </Table.Tr>
      </Table.Tfoot>
    </Table>
  );
}
