import { Button, Table, Text } from '@mantine/core';
import { IconAlertCircle, IconAlertTriangle, IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { saveFile } from '@/api/download';
import { inLanguage } from '@/shared/lib/labels';
import { Section } from '@/shared/ui/section';
import { StatusBadge } from '@/shared/ui/status-badge';
import { findingsCsv, type Finding, type ImportCheck } from './findings';
import './i18n';

type Kind = 'fault' | 'warning';

/** Of any list that comes as a workbook. */
type Found = Pick<ImportCheck, 'faultCount' | 'warningCount' | 'faults' | 'warnings'>;

/** Every row and column that is wrong or worth a look, as it stands in the sheet, and the same as a file. */
export function ImportFindings({ check }: { check: Found }) {
  const { t } = useTranslation('enterprises');
  const findings = [
    ...check.faults.map((finding) => ({ kind: 'fault' as Kind, finding })),
    ...check.warnings.map((finding) => ({ kind: 'warning' as Kind, finding })),
  ];
  if (findings.length === 0) return null;
  const hidden = check.faultCount + check.warningCount - findings.length;
  const place = ({ row, column, cell }: Finding) => ({
    row: row === 0 ? t('import.wholeSheet') : String(row),
    column: column ?? '',
    cell: cell ?? '',
  });

  const save = () => {
    const headings = [
      t('import.row'),
      t('import.column'),
      t('import.cell'),
      t('import.severity'),
      t('import.finding'),
    ];
    const rows = findings.map(({ kind, finding }) => {
      const { row, column, cell } = place(finding);
      return [row, column, cell, t(`import.kinds.${kind}`), inLanguage(finding.textVi, finding.textEn)];
    });
    saveFile(
      new Blob([findingsCsv(headings, rows)], { type: 'text/csv;charset=utf-8' }),
      t('import.findingsFile'),
    );
  };

  return (
    <Section
      title={t('import.findings')}
      sub={
        check.warningCount === 0
          ? t('import.faultsSub')
          : t('import.findingsSub', { faults: check.faultCount, warnings: check.warningCount })
      }
      actions={
        <Button
          variant="default"
          size="xs"
          mih={36}
          leftSection={<IconDownload size={14} aria-hidden />}
          onClick={save}
        >
          {t('import.saveFindings')}
        </Button>
      }
    >
      <Table.ScrollContainer
        minWidth={290}
        mah={520}
        scrollAreaProps={{
          viewportProps: { tabIndex: 0, 'aria-label': t('import.findings'), role: 'group' },
        }}
      >
        <Table verticalSpacing={6}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('import.row')}</Table.Th>
              <Table.Th scope="col">{t('import.column')}</Table.Th>
              <Table.Th scope="col">{t('import.finding')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {findings.map(({ kind, finding }, index) => {
              const { row, column, cell } = place(finding);
              return (
                <Table.Tr key={`${finding.row}-${finding.code}-${index}`}>
                  <Table.Th scope="row" fw={500} className="tabular">
                    {row}
                  </Table.Th>
                  <Table.Td>
                    {column}{' '}
                    {cell !== '' && (
                      <Text span size="xs" c="dimmed">
                        {cell}
                      </Text>
                    )}
                  </Table.Td>
                  <Table.Td>
                    {check.warningCount > 0 && (
                      <StatusBadge
                        tone={kind === 'fault' ? 'rejected' : 'supplement'}
                        icon={kind === 'fault' ? IconAlertCircle : IconAlertTriangle}
                      >
                        {t(`import.kinds.${kind}`)}
                      </StatusBadge>
                    )}
                    <Text size="sm">{inLanguage(finding.textVi, finding.textEn)}</Text>
                  </Table.Td>
                </Table.Tr>
              );
            })}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {hidden > 0 && (
        <Text size="sm" c="dimmed" mt="xs">
          {t('import.more', { count: hidden })}
        </Text>
      )}
    </Section>
  );
}
