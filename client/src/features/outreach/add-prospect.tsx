import { zodResolver } from '@hookform/resolvers/zod';
import { Modal, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { enterpriseChoicesQuery } from '@/api/reference';
import { may, type Permissions } from '@/shared/lib/permissions';
import { useOnceKey } from '@/shared/lib/use-once';
import { useReturnFocus } from '@/shared/lib/use-return-focus';
import { Form } from '@/shared/ui/form';
import { SelectField } from '@/shared/ui/form-fields';
import { LinkAnchor } from '@/shared/ui/links';
import { notifyDone } from '@/shared/ui/notify';
import './i18n';
import { useAddProspect } from './queries';

const addForm = z.object({ enterpriseId: z.string().min(1) });

type AddForm = { enterpriseId: string | null };

type AddProspectDialogProps = { campaignId: string; permissions: Permissions; onClose: () => void };

export function AddProspectDialog({ campaignId, permissions, onClose }: AddProspectDialogProps) {
  const { t } = useTranslation('outreach');
  useReturnFocus();
  const { mutateAsync } = useAddProspect(campaignId);
  const keyFor = useOnceKey();
  const [typed, setTyped] = useState('');
  const [q] = useDebouncedValue(typed.trim(), 250);
  const enterprises = useQuery({ ...enterpriseChoicesQuery(q), enabled: q.length > 1 }).data ?? [];
  const form = useForm<AddForm, unknown, z.output<typeof addForm>>({
    resolver: zodResolver(addForm) as never,
    mode: 'onSubmit',
    shouldFocusError: false,
    defaultValues: { enterpriseId: null },
  });
  return (
    <Modal opened onClose={onClose} size="md" title={t('add.title')}>
      <Form
        form={form}
        submitLabel={t('add.submit')}
        onCancel={onClose}
        onSubmit={async ({ enterpriseId }) => {
          const { data } = await mutateAsync({ enterpriseId, key: keyFor(enterpriseId) });
          notifyDone(t('add.done', { name: data.enterpriseName }));
          onClose();
        }}
      >
        <SelectField
          control={form.control}
          name="enterpriseId"
          label={t('add.enterprise')}
          hint={t('add.enterpriseHint')}
          data={enterprises.map(({ id, name, taxCode }) => ({ value: id, label: `${name} (${taxCode})` }))}
          filter={({ options }) => options}
          onSearchChange={setTyped}
          required
        />
        {may(permissions, 'enterprises.register') && (
          <Text size="sm">
            <LinkAnchor to="/enterprises/new" size="sm">
              {t('add.unknown')}
            </LinkAnchor>
          </Text>
        )}
      </Form>
    </Modal>
  );
}
