import { Accordion, Button, Code, Stack, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLabels } from '@/shared/lib/labels';
import { formatInt } from '@/shared/lib/vi';
import { Banner } from '@/shared/ui/banner';
import { StatusBadge, type Tone } from '@/shared/ui/status-badge';
import { groupChanges, shownValue, type ChangeGroup } from './changes';
import './i18n';
import type { PackChange, PackDiff } from './queries';

const STEP = 50;

const TONES: Record<PackChange['kind'], Tone> = {
  added: 'approved',
  changed: 'supplement',
  removed: 'rejected',
};

/** What an import would do: the sums first, each list opens to its entries. */
export function Difference({ diff }: { diff: PackDiff }) {
  const { t } = useTranslation('packs');
  const label = useLabels('packs');
  if (diff.identical) return <Banner title={t('diff.identical')}>{t('diff.identicalText')}</Banner>;
  const counts = diff.counts.filter((count) => count.added + count.changed + count.removed > 0);
  return (
    <Stack gap="md">
      <Text size="sm">{t(diff.isNew ? 'diff.new' : 'diff.known', { key: diff.key })}</Text>
      <Table.ScrollContainer minWidth={480} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
        <Table verticalSpacing={6}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('diff.list')}</Table.Th>
              <Table.Th scope="col" className="num">
                {t('kinds.added')}
              </Table.Th>
              <Table.Th scope="col" className="num">
                {t('kinds.changed')}
              </Table.Th>
              <Table.Th scope="col" className="num">
                {t('kinds.removed')}
              </Table.Th>
              <Table.Th scope="col" className="num">
                {t('diff.unchanged')}
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {counts.map((count) => (
              <Table.Tr key={count.entity}>
                <Table.Th scope="row" fw={500}>
                  {label('lists', count.entity)}
                </Table.Th>
                <Table.Td className="num">{formatInt(count.added)}</Table.Td>
                <Table.Td className="num">{formatInt(count.changed)}</Table.Td>
                <Table.Td className="num">{formatInt(count.removed)}</Table.Td>
                <Table.Td className="num">{formatInt(count.unchanged)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <Accordion multiple variant="contained" order={3}>
        {groupChanges(diff.changes).map((group) => (
          <Accordion.Item key={group.entity} value={group.entity}>
            <Accordion.Control>
              {label('lists', group.entity)} ({formatInt(group.changes.length)})
            </Accordion.Control>
            <Accordion.Panel>
              <GroupTable group={group} />
            </Accordion.Panel>
          </Accordion.Item>
        ))}
      </Accordion>
    </Stack>
  );
}

function GroupTable({ group }: { group: ChangeGroup }) {
  const { t } = useTranslation('packs');
  const [shown, setShown] = useState(STEP);
  return (
    <>
      <Table.ScrollContainer minWidth={640} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
        <Table verticalSpacing={6}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('diff.entry')}</Table.Th>
              <Table.Th scope="col">{t('diff.kind')}</Table.Th>
              <Table.Th scope="col">{t('diff.property')}</Table.Th>
              <Table.Th scope="col">{t('diff.before')}</Table.Th>
              <Table.Th scope="col">{t('diff.after')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {group.changes.slice(0, shown).map((change) => (
              <Table.Tr key={`${change.kind} ${change.code} ${change.property ?? ''}`}>
                <Table.Th scope="row" fw={500}>
                  {change.code === '' ? t('lists.pack') : change.code}
                </Table.Th>
                <Table.Td>
                  <StatusBadge tone={TONES[change.kind]}>{t(`kinds.${change.kind}`)}</StatusBadge>
                </Table.Td>
                <Table.Td>{change.property == null ? '—' : <Code>{change.property}</Code>}</Table.Td>
                <Table.Td>{shownValue(change.before)}</Table.Td>
                <Table.Td>{shownValue(change.after)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {shown < group.changes.length && (
        <Button variant="subtle" size="compact-sm" onClick={() => setShown((n) => n + STEP)}>
          {t('diff.more', { count: Math.min(STEP, group.changes.length - shown) })}
        </Button>
      )}
    </>
  );
}
