import { Group, Stack, Table, Text } from '@mantine/core';
import { IconCheck, IconX } from '@tabler/icons-react';
import clsx from 'clsx';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/client';
import { formatInt, formatVnd } from '@/shared/lib/vi';
import { StatusBadge } from '@/shared/ui/status-badge';
import './i18n';
import classes from './size-class.module.css';

type SizeLeg = Schemas['SizeLeg'];
type SizeClassCode = Schemas['SizeClass'];

// On a phone each comparison stands below the other; the roles keep it a table for assistive technology.
const AS_TABLE = { role: 'table' };
const AS_GROUP = { role: 'rowgroup' };
const AS_ROW = { role: 'row' };
const AS_CELL = { role: 'cell' };

type SizeClassProps = {
  sizeClass: SizeClassCode | null | undefined;
  legs: readonly SizeLeg[];
  legalBasis: string | null | undefined;
};

function amount(leg: SizeLeg, value: number | null | undefined): string {
  return leg.criterion === 'employees' ? formatInt(value) : formatVnd(value);
}

/** The decree and its article, apart: each language puts them in its own order. */
function basisOf(legalBasis: string): { decree: string; article: string } {
  return { decree: legalBasis.split(',')[0]!, article: /\d+$/.exec(legalBasis)?.[0] ?? '' };
}

/** The class by law with every comparison that led to it: employees must hold, and revenue or capital. */
export function SizeClass({ sizeClass, legs, legalBasis }: SizeClassProps) {
  const { t } = useTranslation('enterprises');
  if (!sizeClass) {
    return (
      <Text size="sm" c="dimmed">
        {t('size.unknown')}
      </Text>
    );
  }
  return (
    <Stack gap="xs">
      <Group gap="xs">
        <StatusBadge tone={sizeClass === 'notSme' || sizeClass === 'notApplicable' ? 'neutral' : 'approved'}>
          {t(`sizeClass.${sizeClass}`)}
        </StatusBadge>
        {legalBasis && (
          <Text size="sm" c="dimmed">
            {t('size.legalBasis', basisOf(legalBasis))}
          </Text>
        )}
      </Group>
      {sizeClass === 'notApplicable' && <Text size="sm">{t('size.notApplicable')}</Text>}
      {legs.length > 0 && (
        <>
          <Text size="sm">{t('size.rule')}</Text>
          <Table verticalSpacing={4} className={clsx('tabular', classes.legs)} {...AS_TABLE}>
            <Table.Thead {...AS_GROUP}>
              <Table.Tr {...AS_ROW}>
                <Table.Th scope="col">{t('size.tested')}</Table.Th>
                <Table.Th scope="col">{t('size.criterion')}</Table.Th>
                <Table.Th scope="col" className="num">
                  {t('size.value')}
                </Table.Th>
                <Table.Th scope="col" className="num">
                  {t('size.limit')}
                </Table.Th>
                <Table.Th scope="col">{t('size.met')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody {...AS_GROUP}>
              {legs.map((leg) => (
                <Table.Tr key={`${leg.classTested} ${leg.criterion}`} {...AS_ROW}>
                  <Table.Td {...AS_CELL}>{t(`sizeClass.${leg.classTested}`)}</Table.Td>
                  <Table.Td {...AS_CELL}>{t(`criterion.${leg.criterion}`)}</Table.Td>
                  <Table.Td className="num" data-label={t('size.value')} {...AS_CELL}>
                    {leg.value == null ? t('size.notDeclared') : amount(leg, leg.value)}
                  </Table.Td>
                  <Table.Td className="num" data-label={t('size.limit')} {...AS_CELL}>
                    {amount(leg, leg.limit)}
                  </Table.Td>
                  <Table.Td {...AS_CELL}>
                    <Group gap={4} wrap="nowrap">
                      {leg.met ? (
                        <IconCheck size={16} color="#1b5e32" aria-hidden />
                      ) : (
                        <IconX size={16} color="#475467" aria-hidden />
                      )}
                      {t(leg.met ? 'size.yes' : 'size.no')}
                    </Group>
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </>
      )}
    </Stack>
  );
}
