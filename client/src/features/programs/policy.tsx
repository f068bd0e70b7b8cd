import { Blockquote, Group, List, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { inLanguage } from '@/shared/lib/labels';
import { formatDate, formatVnd } from '@/shared/lib/vi';
import { DescriptionList, type Description } from '@/shared/ui/description-list';
import { EmptyState } from '@/shared/ui/empty-state';
import { ErrorState } from '@/shared/ui/error-state';
import { Section } from '@/shared/ui/section';
import { StatusBadge } from '@/shared/ui/status-badge';
import './i18n';
import { Clause, DefaultMark, NotStated, Note, Verbatim } from './marks';
import { policyVersionsQuery } from './queries';
import type { PolicyItem, PolicyVersion } from './types';
import { supportInWords } from './words';

export function Policy({ programId }: { programId: string }) {
  const { t } = useTranslation('programs');
  const query = useQuery(policyVersionsQuery(programId));
  return (
    <Section title={t('policy.title')} sub={t('policy.sub')} id="policy">
      {query.error !== null && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.data?.items.length === 0 && <EmptyState title={t('policy.none')} />}
      <Stack gap="lg">
        {query.data?.items.map((version) => (
          <Version key={version.id} version={version} />
        ))}
      </Stack>
    </Section>
  );
}

function Version({ version }: { version: PolicyVersion }) {
  const { t } = useTranslation('programs');
  const { rules } = version;
  const isDefault = (name: string) => rules.configurableDefaults.includes(name);
  const marked = (name: string, text: string) => (
    <Group gap="xs">
      {text}
      {isDefault(name) && <DefaultMark />}
    </Group>
  );
  const limit = (amount: number | null | undefined) =>
    amount == null ? t('rules.noLimit') : formatVnd(amount);
  return (
    <Stack gap="sm">
      <Group gap="xs">
        <Title order={3}>{t('policy.version', { version: version.version })}</Title>
        <StatusBadge tone={version.inForce ? 'approved' : 'neutral'}>
          {t(version.inForce ? 'policy.inForce' : 'policy.notInForce')}
        </StatusBadge>
        <Text size="sm">
          {t('policy.validity', {
            from: formatDate(version.effectiveFrom),
            to: version.effectiveTo ? formatDate(version.effectiveTo) : t('policy.open'),
          })}
        </Text>
        {version.configurableDefaults.includes('effectiveFrom') && <DefaultMark />}
      </Group>
      <Note of={version} />
      {version.items.map((item) => (
        <Item key={item.code} item={item} />
      ))}
      <Paper withBorder p="md">
        <Title order={4} mb="xs">
          {t('policy.rules')}
        </Title>
        <DescriptionList
          items={[
            {
              term: t('rules.versionDate'),
              value: marked('versionDate', t(`versionDate.${rules.versionDate}`)),
            },
            {
              term: t('rules.rounding'),
              value: marked(
                'rounding',
                t(`rounding.${rules.rounding}`, { unit: formatVnd(rules.roundingUnit) }),
              ),
            },
            {
              term: t('rules.vat'),
              value: marked('vatEligible', t(rules.vatEligible ? 'rules.vatYes' : 'rules.vatNo')),
            },
            {
              term: t('rules.enterpriseYearCap'),
              value: marked('enterpriseYearCap', limit(rules.enterpriseYearCap)),
            },
            { term: t('rules.programCap'), value: marked('programCap', limit(rules.programCap)) },
          ]}
        />
        <Note of={rules} />
      </Paper>
    </Stack>
  );
}

function Item({ item }: { item: PolicyItem }) {
  const { t } = useTranslation('programs');
  const isDefault = (name: string) => item.configurableDefaults.includes(name);
  const facts: Description[] = [];
  if (item.capInterpretation) {
    facts.push({
      term: t('policy.interpretation'),
      value: (
        <>
          {inLanguage(item.capInterpretation.vi, item.capInterpretation.en)}{' '}
          {isDefault('capInterpretation') && <DefaultMark />}
        </>
      ),
    });
  }
  if (item.fixedAmounts.length > 0) {
    facts.push({
      term: t('policy.levels'),
      value: (
        <List size="sm">
          {item.fixedAmounts.map(({ level, quantity, amount }) => (
            <List.Item key={level.code}>
              {inLanguage(level.nameVi, level.nameEn)}
              {quantity != null && ` (${t('policy.foreseen', { count: quantity })})`}:{' '}
              {amount == null ? <NotStated /> : formatVnd(amount)}
            </List.Item>
          ))}
        </List>
      ),
    });
  }
  if (item.repeat) {
    facts.push({
      term: t('policy.repeat'),
      value: (
        <>
          {t(`repeat.${item.repeat}`)} {isDefault('repeat') && <DefaultMark />}
        </>
      ),
    });
  }
  if (item.preconditions.length > 0) {
    facts.push({
      term: t('policy.preconditions'),
      value: item.preconditions.map((condition) => inLanguage(condition.textVi, condition.textEn)).join('; '),
    });
  }
  if (item.requiredDocuments.length > 0) {
    facts.push({
      term: t('policy.papers'),
      value: (
        <>
          {item.requiredDocuments
            .map((paper) => `${inLanguage(paper.nameVi, paper.nameEn)} (${t(`paperBy.${paper.by}`)})`)
            .join('; ')}{' '}
          {isDefault('requiredDocuments') && <DefaultMark />}
        </>
      ),
    });
  }
  if (item.evidence.length > 0) {
    facts.push({
      term: t('policy.evidence'),
      value: (
        <>
          {item.evidence.map((paper) => inLanguage(paper.nameVi, paper.nameEn)).join('; ')}{' '}
          {isDefault('evidence') && <DefaultMark />}
        </>
      ),
    });
  }
  return (
    <Paper withBorder p="md" component="article" aria-label={inLanguage(item.title, item.titleEn)}>
      <Title order={4}>{inLanguage(item.title, item.titleEn)}</Title>
      <Text fw={500} mt={4}>
        {supportInWords(item, t)}
      </Text>
      <Blockquote p="sm" my="sm" fz="sm" color="gov">
        {item.legalBasis.groupText && <Verbatim text={item.legalBasis.groupText} />}
        <Verbatim text={item.legalBasis.text} />
        <Clause clause={item.legalBasis.clause} />
      </Blockquote>
      {facts.length > 0 && <DescriptionList items={facts} />}
      <Note of={item} />
    </Paper>
  );
}
