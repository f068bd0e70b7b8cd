import { Code, Stack, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLabels } from '@/shared/lib/labels';
import { formatDateTime, formatInt } from '@/shared/lib/vi';
import { DescriptionList } from '@/shared/ui/description-list';
import { readable } from './changes';
import './i18n';
import type { AuditEntry } from './queries';

/** One act in full: what every field was and is. */
export function EntryDetails({ entry }: { entry: AuditEntry }) {
  const { t } = useTranslation('audit');
  const label = useLabels('audit');
  const { fields, parts } = entry;
  return (
    <Stack gap="md">
      <DescriptionList
        items={[
          { term: t('columns.occurredAt'), value: formatDateTime(entry.occurredAt) },
          { term: t('columns.actor'), value: entry.actor.name },
          { term: t('columns.action'), value: label('actions', entry.action) },
          { term: t('columns.entity'), value: label('entities', entry.entityType) },
          { term: t('details.entityId'), value: entry.entityId && <Code>{entry.entityId}</Code> },
          {
            term: t('columns.sequence'),
            value: entry.sequence == null ? t('details.notSealed') : formatInt(entry.sequence),
          },
          { term: t('details.traceId'), value: entry.traceId && <Code>{entry.traceId}</Code> },
        ]}
      />
      {fields.length === 0 && parts.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('details.noChange')}
        </Text>
      )}
      {fields.length > 0 && (
        <Table.ScrollContainer minWidth={420} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
          <Table captionSide="top" verticalSpacing={6}>
            <Table.Caption>{t('details.fields')}</Table.Caption>
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">{t('details.field')}</Table.Th>
                <Table.Th scope="col">{t('details.before')}</Table.Th>
                <Table.Th scope="col">{t('details.after')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {fields.map(({ field, before, after }) => (
                <Table.Tr key={field}>
                  <Table.Th scope="row" fw={500}>
                    {label('fields', field)}
                  </Table.Th>
                  <Table.Td>{readable(before)}</Table.Td>
                  <Table.Td>{readable(after)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      {parts.length > 0 && (
        <div>
          <Text fw={600} size="sm">
            {t('details.parts')}
          </Text>
          {parts.map((part) => (
            <Text size="sm" key={part.part}>
              {label('parts', part.part)}:{' '}
              {[
                part.added > 0 && t('details.added', { count: part.added }),
                part.changed > 0 && t('details.changed', { count: part.changed }),
                part.removed > 0 && t('details.removed', { count: part.removed }),
              ]
                .filter(Boolean)
                .join(', ')}
            </Text>
          ))}
        </div>
      )}
    </Stack>
  );
}
