import { Button, Group, Progress, Stack, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '@/api/client';
import { problemText } from '@/shared/lib/problem';
import { formatDate, formatInt } from '@/shared/lib/vi';
import { Banner, ProblemBanner } from '@/shared/ui/banner';
import { ConfirmDialog } from '@/shared/ui/confirm-dialog';
import { DownloadButton } from '@/shared/ui/download-button';
import { EmptyState } from '@/shared/ui/empty-state';
import { LinkAnchor, LinkButton } from '@/shared/ui/links';
import { notifyDone } from '@/shared/ui/notify';
import { Section } from '@/shared/ui/section';
import { StatusBadge } from '@/shared/ui/status-badge';
import {
  certificateBatchQuery,
  certificateListQuery,
  downloadAllCertificates,
  downloadCertificate,
  useIssueCertificates,
  useRevokeCertificate,
  type Certificate,
  type CertificateList,
} from './certificate-queries';
import classes from './attendance-board.module.css';
import './i18n';

type IssueProps = { courseId: string; list: CertificateList; mayDesign: boolean };

type CertificatesProps = IssueProps & {
  /** Those read so far, by number. */
  certificates: readonly Certificate[];
  /** Reads the next ones; nothing where there are none. */
  more: ReactNode;
};

/** Certificates of one course: issued in the background, downloaded one by one or all at once, revoked with a reason. */
export function Certificates({ courseId, list, certificates, more, mayDesign }: CertificatesProps) {
  const { t } = useTranslation('training');
  const [revoking, setRevoking] = useState<Certificate | null>(null);
  const mayIssue = list.canIssue || list.blocked != null;
  return (
    <Stack gap={0}>
      {mayIssue && <Issue courseId={courseId} list={list} mayDesign={mayDesign} />}
      <Section
        title={t('certificates.title')}
        sub={t('certificates.count', { count: list.issued })}
        actions={
          list.issued > 0 && (
            <DownloadButton
              label={t('certificates.all')}
              download={(language) => downloadAllCertificates(courseId, language)}
            />
          )
        }
      >
        {certificates.length === 0 ? (
          <EmptyState title={t('certificates.empty')} hint={t('certificates.emptyHint')} />
        ) : (
          <ul className={classes.cards}>
            {certificates.map((certificate) => (
              <Row key={certificate.id} certificate={certificate} onRevoke={() => setRevoking(certificate)} />
            ))}
          </ul>
        )}
        {more}
      </Section>
      {revoking && (
        <RevokeDialog courseId={courseId} certificate={revoking} onClose={() => setRevoking(null)} />
      )}
    </Stack>
  );
}

function Issue({ courseId, list, mayDesign }: IssueProps) {
  const { t } = useTranslation('training');
  const issue = useIssueCertificates(courseId);
  const batchId = issue.data?.id ?? list.runningBatchId;
  return (
    <Section
      title={t('certificates.issue')}
      actions={
        mayDesign && (
          <LinkButton to="/certificate-template" variant="subtle" size="sm">
            {t('certificates.template')}
          </LinkButton>
        )
      }
    >
      <Stack gap="sm" align="flex-start">
        <Text size="sm">{t('certificates.ready', { count: list.ready })}</Text>
        {list.blocked && (
          <Text size="sm" c="dimmed">
            {problemText(new ApiError(409, { code: list.blocked.code, args: list.blocked.args })).title}
          </Text>
        )}
        {issue.isError && <ProblemBanner error={issue.error} />}
        {list.canIssue && (
          <Button loading={issue.isPending} onClick={() => issue.mutate()}>
            {t('certificates.verb', { count: list.ready })}
          </Button>
        )}
        {batchId != null && <Batch key={batchId} courseId={courseId} batchId={batchId} />}
      </Stack>
    </Section>
  );
}

function Batch({ courseId, batchId }: { courseId: string; batchId: string }) {
  const { t } = useTranslation('training');
  const client = useQueryClient();
  const query = useQuery(certificateBatchQuery(courseId, batchId));
  const state = query.data?.state;
  useEffect(() => {
    if (state !== undefined && state !== 'running') {
      void client.invalidateQueries({ queryKey: certificateListQuery(courseId).queryKey });
    }
  }, [client, state, courseId]);
  if (query.isError) return <ProblemBanner error={query.error} />;
  if (!query.data) return null;
  const { total, handled, issued, skipped } = query.data;
  const tone = state === 'failed' ? 'error' : state === 'finished' ? 'success' : 'info';
  return (
    <Stack gap="xs" w="100%">
      {state === 'running' && (
        <Progress value={(handled / total) * 100} aria-label={t('certificates.progressLabel')} />
      )}
      <Banner
        tone={tone}
        title={t(`certificates.states.${state ?? 'running'}`, {
          handled: formatInt(handled),
          total: formatInt(total),
          issued: formatInt(issued),
        })}
      >
        {skipped.length > 0 && t('certificates.skipped', { count: skipped.length })}
      </Banner>
    </Stack>
  );
}

function Row({ certificate, onRevoke }: { certificate: Certificate; onRevoke: () => void }) {
  const { t } = useTranslation('training');
  const [error, setError] = useState<unknown>(null);
  const isGood = certificate.status === 'issued';
  return (
    <li className={classes.card}>
      <div>
        <Group gap="xs">
          <Text fw={600} className="tabular">
            {certificate.number}
          </Text>
          <StatusBadge tone={isGood ? 'approved' : 'rejected'}>
            {t(`certificates.statuses.${certificate.status}`)}
          </StatusBadge>
        </Group>
        <Text>{certificate.fullName}</Text>
        <Text size="sm" c="dimmed">
          {[
            certificate.organizationName,
            t('attendance.attended', { attended: certificate.attended, held: certificate.held }),
            formatDate(certificate.issuedOn),
          ]
            .filter(Boolean)
            .join(' · ')}
        </Text>
        {!isGood && (
          <Text size="sm">
            {t('certificates.revokedBecause', {
              date: formatDate(certificate.revokedOn),
              reason: certificate.revocationReason,
            })}
          </Text>
        )}
        <LinkAnchor to="/verify/$code" params={{ code: certificate.verificationCode }} size="sm">
          {t('certificates.check')}
          <span className="visually-hidden"> {certificate.number}</span>
        </LinkAnchor>
        {error !== null && <ProblemBanner error={error} />}
      </div>
      <Stack gap={4} className="no-print">
        <Button
          size="compact-sm"
          variant="default"
          aria-label={t('certificates.downloadNamed', { number: certificate.number })}
          onClick={() => {
            setError(null);
            downloadCertificate(certificate.courseId, certificate.id).catch(setError);
          }}
        >
          {t('certificates.download')}
        </Button>
        {certificate.canRevoke && (
          <Button
            size="compact-sm"
            variant="subtle"
            color="red"
            aria-label={t('certificates.revokeNamed', { number: certificate.number })}
            onClick={onRevoke}
          >
            {t('certificates.revoke')}
          </Button>
        )}
      </Stack>
    </li>
  );
}

type RevokeDialogProps = { courseId: string; certificate: Certificate; onClose: () => void };

function RevokeDialog({ courseId, certificate, onClose }: RevokeDialogProps) {
  const { t } = useTranslation('training');
  const { mutateAsync } = useRevokeCertificate(courseId);
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t('certificates.revokeNamed', { number: certificate.number })}
      consequence={t('certificates.revokeConsequence', { name: certificate.fullName })}
      verb={t('certificates.revoke')}
      danger
      reason={{ label: t('confirm.reason'), hint: t('certificates.reasonHint'), required: true }}
      onConfirm={async (reason) => {
        await mutateAsync({ id: certificate.id, reason });
        notifyDone(t('certificates.revoked', { number: certificate.number }));
      }}
    />
  );
}
