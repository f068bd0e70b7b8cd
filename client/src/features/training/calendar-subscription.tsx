import { Button, CopyButton, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { IconCalendarShare } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useReturnFocus } from '@/shared/lib/use-return-focus';
import { formatDate } from '@/shared/lib/vi';
import { ProblemBanner } from '@/shared/ui/banner';
import { notifyDone } from '@/shared/ui/notify';
import { calendarSubscriptionQuery, useRenewSubscription, useRevokeSubscription } from './calendar-queries';
import './i18n';

/** An address by which another calendar follows the courses that its owner may read. */
export function CalendarSubscription() {
  const { t } = useTranslation('training');
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconCalendarShare size={16} aria-hidden />}
        onClick={() => setOpen(true)}
      >
        {t('calendar.subscribe')}
      </Button>
      {open && <SubscriptionDialog onClose={() => setOpen(false)} />}
    </>
  );
}

function SubscriptionDialog({ onClose }: { onClose: () => void }) {
  useReturnFocus();
  const { t } = useTranslation('training');
  const { data, error } = useQuery(calendarSubscriptionQuery);
  const renew = useRenewSubscription();
  const revoke = useRevokeSubscription();
  const since = data?.since;
  const address = renew.data && `${window.location.origin}${renew.data.path}`;
  return (
    <Modal opened onClose={onClose} title={t('calendar.subscribe')} size="lg">
      <Stack gap="sm">
        <Text size="sm">{t('calendar.subscribeIntro')}</Text>
        <ProblemBanner error={error ?? renew.error ?? revoke.error} />
        {since != null && address === undefined && (
          <Text size="sm">{t('calendar.subscribed', { date: formatDate(since) })}</Text>
        )}
        {address !== undefined && since != null && (
          <>
            <TextInput
              label={t('calendar.address')}
              description={t('calendar.addressHint')}
              value={address}
              readOnly
              onFocus={(event) => event.currentTarget.select()}
            />
            <CopyButton value={address}>
              {({ copied, copy }) => (
                <Button variant="default" onClick={copy} w="fit-content">
                  {t(copied ? 'own.copied' : 'own.copy')}
                </Button>
              )}
            </CopyButton>
          </>
        )}
        <Group justify="flex-end">
          {since != null && (
            <Button
              color="red"
              variant="outline"
              loading={revoke.isPending}
              onClick={() => {
                renew.reset();
                revoke.mutate(undefined, { onSuccess: () => notifyDone(t('calendar.revoked')) });
              }}
            >
              {t('calendar.revoke')}
            </Button>
          )}
          <Button loading={renew.isPending} onClick={() => renew.mutate()}>
            {t(since == null ? 'calendar.create' : 'calendar.renew')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
