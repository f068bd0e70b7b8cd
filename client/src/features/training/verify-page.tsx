import { Button, Group, Skeleton, Stack, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '@/api/client';
import { formatDate } from '@/shared/lib/vi';
import { Banner } from '@/shared/ui/banner';
import { DescriptionList } from '@/shared/ui/description-list';
import { ErrorState } from '@/shared/ui/error-state';
import { PageHeader } from '@/shared/ui/page-header';
import { Section } from '@/shared/ui/section';
import { formatDays } from './course-list';
import { verifyQuery, type VerifiedCertificate } from './certificate-queries';
import './i18n';

/** Four letters at a time are easier to compare with the paper. */
export function groupedCode(code: string): string {
  return (
    code
      .replace(/[\s-]/g, '')
      .toUpperCase()
      .match(/.{1,4}/g) ?? []
  ).join('-');
}

/** Anybody who holds a certificate types its code. */
export function VerifyStart({ code: first = '' }: { code?: string }) {
  const { t } = useTranslation('training');
  const navigate = useNavigate();
  const [code, setCode] = useState(groupedCode(first));
  return (
    <form
      className="no-print"
      onSubmit={(event) => {
        event.preventDefault();
        const typed = code.replace(/[\s-]/g, '').toUpperCase();
        if (typed !== '') void navigate({ to: '/verify/$code', params: { code: typed } });
      }}
    >
      <Stack gap="sm" maw={420} mb="md">
        <TextInput
          label={t('verify.code')}
          description={t('verify.codeHint')}
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={40}
          size="md"
        />
        <Button type="submit" size="md">
          {t('verify.verb')}
        </Button>
      </Stack>
    </form>
  );
}

export function VerifyPage({ code }: { code: string }) {
  const { t } = useTranslation('training');
  const query = useQuery(verifyQuery(code));
  const isUnknown = query.error instanceof ApiError && query.error.status === 404;
  return (
    <>
      <PageHeader title={t('verify.title')} sub={groupedCode(code)} />
      {query.isPending && <Skeleton height={160} aria-label={t('verify.loading')} />}
      {isUnknown && (
        <Banner tone="error" title={t('verify.unknown')}>
          {t('verify.unknownHint')}
        </Banner>
      )}
      {query.isError && !isUnknown && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.isSuccess && <Verified certificate={query.data} />}
      <Group mt="lg">
        <VerifyStart key={code} code={isUnknown ? code : ''} />
      </Group>
    </>
  );
}

function Verified({ certificate }: { certificate: VerifiedCertificate }) {
  const { t } = useTranslation('training');
  const isValid = certificate.status === 'valid';
  return (
    <>
      <Banner tone={isValid ? 'success' : 'error'} title={t(`verify.${certificate.status}`)}>
        {isValid
          ? t('verify.validHint', { name: certificate.fullName, number: certificate.number })
          : t('verify.revokedHint', {
              date: formatDate(certificate.revokedOn),
              reason: certificate.revocationReason,
            })}
      </Banner>
      <Section title={t('verify.details')}>
        <DescriptionList
          items={[
            { term: t('verify.number'), value: certificate.number },
            { term: t('registrations.name'), value: certificate.fullName },
            { term: t('registrations.organization'), value: certificate.organizationName },
            {
              term: t(`kinds.${certificate.courseKind}`),
              value: certificate.courseTitle,
            },
            { term: t('list.startsOn'), value: formatDays(certificate.startsOn, certificate.endsOn) },
            {
              term: t('verify.attended'),
              value: t('attendance.attended', { attended: certificate.attended, held: certificate.held }),
            },
            { term: t('verify.issuer'), value: certificate.issuer },
            { term: t('verify.issuedOn'), value: formatDate(certificate.issuedOn) },
          ]}
        />
      </Section>
    </>
  );
}
