import { zodResolver } from '@hookform/resolvers/zod';
import { Button, Group, Modal, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { useReferenceList } from '@/shared/lib/reference-data';
import { formatDate } from '@/shared/lib/vi';
import { ConfirmDialog } from '@/shared/ui/confirm-dialog';
import { EmptyState } from '@/shared/ui/empty-state';
import { Form } from '@/shared/ui/form';
import { DateField, SelectField, TextareaField, TextField } from '@/shared/ui/form-fields';
import { notifyDone } from '@/shared/ui/notify';
import { Section } from '@/shared/ui/section';
import { StackedTable } from '@/shared/ui/stacked-table';
import { StatusBadge, type Tone } from '@/shared/ui/status-badge';
import { expiryOf, type Expiry } from './expiry';
import './i18n';
import { useRemoveCertificate, useSaveCertificate, type Certificate, type Enterprise } from './queries';

const certificateForm = z.object({
  systemCode: z.string().min(1),
  standardNumber: z.string().trim().max(100),
  number: z.string().trim().min(1).max(100),
  issuer: z.string().trim().min(1).max(200),
  issuedOn: z.iso.date(),
  expiresOn: z.iso.date().nullable(),
  scope: z.string().trim().max(500),
});

type CertificateForm = Omit<z.input<typeof certificateForm>, 'issuedOn'> & { issuedOn: string | null };

const TONES: Record<Expiry, Tone> = {
  none: 'neutral',
  valid: 'approved',
  soon: 'supplement',
  expired: 'rejected',
};

type CertificatesProps = {
  enterprise: Enterprise;
  etag: string;
  today: string;
  mayEdit: boolean;
  onReload: () => void;
};

export function Certificates({ enterprise, etag, today, mayEdit, onReload }: CertificatesProps) {
  const { t } = useTranslation('enterprises');
  const systems = useReferenceList('managementSystems');
  const [editing, setEditing] = useState<Certificate | 'new' | null>(null);
  const [removing, setRemoving] = useState<Certificate | null>(null);
  const remove = useRemoveCertificate(enterprise.id);
  const { certificates } = enterprise;

  return (
    <Section
      title={t('certificates.title')}
      sub={t('certificates.sub')}
      actions={
        mayEdit && (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => setEditing('new')}
          >
            {t('certificates.add')}
          </Button>
        )
      }
    >
      {certificates.length === 0 ? (
        <EmptyState
          title={t('certificates.empty')}
          hint={mayEdit ? t('certificates.emptyHint') : undefined}
        />
      ) : (
        <StackedTable
          rows={certificates}
          rowId={({ id }) => id}
          columns={[
            {
              header: t('certificates.system'),
              cell: ({ systemCode, standardNumber }) => (
                <>
                  {systems.nameOf(systemCode)}
                  {standardNumber && (
                    <Text size="xs" c="dimmed">
                      {standardNumber}
                    </Text>
                  )}
                </>
              ),
            },
            { header: t('certificates.number'), cell: ({ number }) => number },
            { header: t('certificates.issuer'), cell: ({ issuer }) => issuer },
            { header: t('certificates.issuedOn'), cell: ({ issuedOn }) => formatDate(issuedOn) },
            {
              header: t('certificates.expiresOn'),
              cell: ({ expiresOn }) => {
                const expiry = expiryOf(expiresOn, today);
                return (
                  <Group gap="xs" wrap="nowrap">
                    {expiresOn && formatDate(expiresOn)}
                    <StatusBadge tone={TONES[expiry]}>{t(`expiry.${expiry}`)}</StatusBadge>
                  </Group>
                );
              },
            },
          ]}
          actions={
            mayEdit
              ? {
                  header: t('certificates.actions'),
                  cell: (certificate) => (
                    <Group gap={4} wrap="nowrap" justify="flex-end">
                      <Button
                        size="compact-sm"
                        variant="subtle"
                        aria-label={t('certificates.editNamed', { number: certificate.number })}
                        onClick={() => setEditing(certificate)}
                      >
                        {t('edit')}
                      </Button>
                      <Button
                        size="compact-sm"
                        variant="subtle"
                        color="red"
                        aria-label={t('certificates.removeNamed', { number: certificate.number })}
                        onClick={() => setRemoving(certificate)}
                      >
                        {t('remove')}
                      </Button>
                    </Group>
                  ),
                }
              : undefined
          }
        />
      )}
      <Modal
        opened={editing !== null}
        onClose={() => setEditing(null)}
        title={editing === 'new' ? t('certificates.add') : t('certificates.edit')}
        size="lg"
      >
        {editing !== null && (
          <CertificateDialog
            enterpriseId={enterprise.id}
            etag={etag}
            today={today}
            certificate={editing === 'new' ? undefined : editing}
            onDone={() => setEditing(null)}
            onReload={onReload}
          />
        )}
      </Modal>
      <ConfirmDialog
        opened={removing !== null}
        onClose={() => setRemoving(null)}
        title={t('certificates.removeNamed', { number: removing?.number ?? '' })}
        consequence={t('certificates.removeConsequence')}
        verb={t('remove')}
        danger
        onConfirm={async () => {
          if (!removing) return;
          await remove.mutateAsync({ certificateId: removing.id, etag });
          notifyDone(t('certificates.removed'));
        }}
      />
    </Section>
  );
}

type CertificateDialogProps = {
  enterpriseId: string;
  etag: string;
  today: string;
  certificate: Certificate | undefined;
  onDone: () => void;
  onReload: () => void;
};

function CertificateDialog({
  enterpriseId,
  etag,
  today,
  certificate,
  onDone,
  onReload,
}: CertificateDialogProps) {
  const { t } = useTranslation('enterprises');
  const systems = useReferenceList('managementSystems');
  const save = useSaveCertificate(enterpriseId);
  const form = useForm<CertificateForm, unknown, z.output<typeof certificateForm>>({
    resolver: zodResolver(certificateForm) as never,
    mode: 'onTouched',
    defaultValues: {
      systemCode: certificate?.systemCode ?? '',
      standardNumber: certificate?.standardNumber ?? '',
      number: certificate?.number ?? '',
      issuer: certificate?.issuer ?? '',
      issuedOn: certificate?.issuedOn ?? null,
      expiresOn: certificate?.expiresOn ?? null,
      scope: certificate?.scope ?? '',
    },
  });
  const { control } = form;
  return (
    <Form
      form={form}
      submitLabel={t('certificates.save')}
      onCancel={onDone}
      onReload={onReload}
      onSubmit={async (values) => {
        await save.mutateAsync({
          certificateId: certificate?.id,
          etag,
          entry: {
            ...values,
            standardNumber: values.standardNumber || null,
            scope: values.scope || null,
          },
        });
        notifyDone(t('certificates.saved'));
        onDone();
      }}
    >
      <SelectField
        control={control}
        name="systemCode"
        label={t('certificates.system')}
        data={systems.options}
        required
        allowDeselect={false}
      />
      <TextField
        control={control}
        name="standardNumber"
        label={t('certificates.standardNumber')}
        hint={t('certificates.standardNumberHint')}
        maxLength={100}
      />
      <TextField control={control} name="number" label={t('certificates.number')} required maxLength={100} />
      <TextField control={control} name="issuer" label={t('certificates.issuer')} required maxLength={200} />
      <DateField
        control={control}
        name="issuedOn"
        label={t('certificates.issuedOn')}
        required
        maxDate={today}
      />
      <DateField
        control={control}
        name="expiresOn"
        label={t('certificates.expiresOn')}
        hint={t('certificates.expiresOnHint')}
      />
      <TextareaField
        control={control}
        name="scope"
        label={t('certificates.scope')}
        hint={t('certificates.scopeHint')}
        minRows={2}
        maxLength={500}
      />
    </Form>
  );
}
