import { Group, Stack, Table, Text } from '@mantine/core';
import { IconCheck, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/client';
import { formatInt, formatVnd } from '@/shared/lib/vi';
import { StatusBadge } from '@/shared/ui/status-badge';
import './i18n';

type SizeLeg = Schemas['SizeLeg'];
type SizeClassCode = Schemas['SizeClass'];

type SizeClassProps = {
  sizeClass: SizeClassCode | null | undefined;
  legs: readonly SizeLeg[];
  legalBasis: string | null | undefined;
};

function amount(leg: SizeLeg, value: number | null | undefined): string {
  return leg.criterion === 'employees' ? formatInt(value) : formatVnd(value);
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
            {t('size.legalBasis', { basis: legalBasis })}
          </Text>
        )}
      </Group>
      {sizeClass === 'notApplicable' && <Text size="sm">{t('size.notApplicable')}</Text>}
      {legs.length > 0 && (
        <>
          <Table.ScrollContainer minWidth={460} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
            <Table verticalSpacing={4} className="tabular">
              <Table.Caption>{t('size.rule')}</Table.Caption>
              <Table.Thead>
                <Table.Tr>
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
              <Table.Tbody>
                {legs.map((leg) => (
                  <Table.Tr key={`${leg.classTested} ${leg.criterion}`}>
                    <Table.Td>{t(`sizeClass.${leg.classTested}`)}</Table.Td>
                    <Table.Td>{t(`criterion.${leg.criterion}`)}</Table.Td>
                    <Table.Td className="num">
                      {leg.value == null ? t('size.notDeclared') : amount(leg, leg.value)}
                    </Table.Td>
                    <Table.Td className="num">{amount(leg, leg.limit)}</Table.Td>
                    <Table.Td>
                      <Group gap={4} wrap="nowrap">
                        {leg.met ? (
                          <IconCheck size={16} color="#1b5e32" aria-hidden />
                        ) : (
                          <IconX size={16} color="#9b1c1c" aria-hidden />
                        )}
                        {t(leg.met ? 'size.yes' : 'size.no')}
                      </Group>
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        </>
      )}
    </Stack>
  );
}
