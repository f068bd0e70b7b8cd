import { List, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatVnd, vndInWords } from '@/shared/lib/vi';
import { DescriptionList } from '@/shared/ui/description-list';
import { EmptyState } from '@/shared/ui/empty-state';
import './i18n';
import type { Enrollment } from './queries';

/** What the dossier asks for, to be read. */
export function ContentView({ enrollment }: { enrollment: Enrollment }) {
  const { t, i18n } = useTranslation('enrollments');
  const { supportLines, statement, declarations } = enrollment;
  const isEnglish = i18n.resolvedLanguage === 'en';
  const total = supportLines.reduce((sum, line) => sum + line.eligibleCost, 0);
  const receives = declarations.receivesOtherPublicSupport;
  return (
    <Stack gap="md">
      {supportLines.length === 0 && <EmptyState title={t('lines.none')} />}
      {supportLines.map((line) => (
        <div key={line.id}>
          <Title order={3} fz={15} lh={1.45}>
            {line.unitName}
          </Title>
          <Text size="sm" c="dimmed">
            {isEnglish ? line.itemTitleEn : line.itemTitle}
          </Text>
          <Text size="sm" className="tabular">
            {t('lines.cost')}: <strong>{formatVnd(line.eligibleCost)}</strong>
          </Text>
          {line.otherPublicSupport > 0 && (
            <Text size="sm" className="tabular">
              {t('lines.other')}: {formatVnd(line.otherPublicSupport)}
            </Text>
          )}
          {line.sources.length > 0 && (
            <List size="sm" mt={4}>
              {line.sources.map(({ source, amount }) => (
                <List.Item key={source} className="tabular">
                  {t(`sources.${source}`)}: {formatVnd(amount)}
                </List.Item>
              ))}
            </List>
          )}
        </div>
      ))}
      {supportLines.length > 0 && (
        <div>
          <Text size="sm" fw={600} className="tabular">
            {t('lines.total', { amount: formatVnd(total) })}
          </Text>
          <Text size="sm" c="dimmed" lang="vi">
            {vndInWords(total)}
          </Text>
        </div>
      )}
      <DescriptionList
        items={[
          { term: t('draft.statement'), value: statement },
          {
            term: t('draft.receives'),
            value: receives == null ? t('draft.notDeclared') : receives ? t('draft.yes') : t('draft.no'),
          },
          ...(declarations.otherPublicSupportDetails
            ? [{ term: t('draft.receivesDetails'), value: declarations.otherPublicSupportDetails }]
            : []),
          {
            term: t('draft.declarations'),
            value: declarations.commitsCounterpart ? t('draft.committed') : t('draft.notCommitted'),
          },
        ]}
      />
    </Stack>
  );
}
