import { Code, Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ApiError } from '@/api/client';
import { fieldProblemText } from '@/shared/lib/problem';
import { ProblemBanner } from '@/shared/ui/banner';
import { Section } from '@/shared/ui/section';
import './i18n';

/** Everything that stands against a pack, each with its place in the file. */
export function FaultList({ error }: { error: unknown }) {
  const { t } = useTranslation('packs');
  const faults = error instanceof ApiError ? error.errors : [];
  if (faults.length === 0) return <ProblemBanner error={error} />;
  return (
    <Section title={t('faults.title', { count: faults.length })} sub={t('faults.hint')}>
      <Table.ScrollContainer minWidth={480} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
        <Table verticalSpacing={6}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('faults.place')}</Table.Th>
              <Table.Th scope="col">{t('faults.fault')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {faults.map((fault, index) => (
              <Table.Tr key={`${fault.pointer}-${fault.code}-${index}`}>
                <Table.Td>
                  <Code>{fault.pointer === '' ? '/' : fault.pointer}</Code>
                </Table.Td>
                <Table.Td>{fieldProblemText(fault)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Section>
  );
}
