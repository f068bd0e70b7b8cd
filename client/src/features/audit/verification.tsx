import { Code, List, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLabels } from '@/shared/lib/labels';
import { formatInt } from '@/shared/lib/vi';
import { Banner } from '@/shared/ui/banner';
import { DescriptionList } from '@/shared/ui/description-list';
import { Section } from '@/shared/ui/section';
import './i18n';
import type { AuditVerification } from './queries';

/** What the walk over the chain found: one sentence first, then the figures that anybody can compare. */
export function VerificationResult({ result }: { result: AuditVerification }) {
  const { t } = useTranslation('audit');
  const label = useLabels('audit');
  const { head, anchor, findings, intact, sealedCount, unsealedCount } = result;
  return (
    <Section title={t('verification.title')}>
      <Stack gap="md">
        <Banner
          tone={intact ? 'success' : 'error'}
          title={intact ? t('verification.intact') : t('verification.broken', { count: findings.length })}
        >
          {intact ? t('verification.intactText', { count: sealedCount }) : t('verification.brokenText')}
        </Banner>
        <DescriptionList
          items={[
            { term: t('verification.sealed'), value: formatInt(sealedCount) },
            {
              term: t('verification.unsealed'),
              value:
                unsealedCount === 0
                  ? formatInt(0)
                  : `${formatInt(unsealedCount)} – ${t('verification.unsealedHint')}`,
            },
            {
              term: t('verification.head'),
              value: head ? <Code>{head.hash}</Code> : t('verification.empty'),
            },
            {
              term: t('verification.anchor'),
              value: anchor
                ? t('verification.anchorValue', { count: anchor.count, hash: anchor.hash.slice(0, 16) })
                : t('verification.noAnchor'),
            },
          ]}
        />
        {findings.length > 0 && (
          <div>
            <Text fw={600} size="sm">
              {t('verification.findings')}
            </Text>
            <List size="sm">
              {findings.map((finding, index) => (
                <List.Item key={`${finding.fault}-${finding.sequence ?? index}`}>
                  {finding.sequence != null && `${t('verification.link', { number: finding.sequence })}: `}
                  {label('faults', finding.fault)}
                </List.Item>
              ))}
            </List>
          </div>
        )}
      </Stack>
    </Section>
  );
}
