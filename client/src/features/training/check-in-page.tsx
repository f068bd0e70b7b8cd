import { Button, Stack, Text, TextInput } from '@mantine/core';
import { zodResolver } from '@hookform/resolvers/zod';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { Schemas } from '@/api/client';
import { formatDate, formatDateTime } from '@/shared/lib/vi';
import { Banner } from '@/shared/ui/banner';
import { Form } from '@/shared/ui/form';
import { TextField } from '@/shared/ui/form-fields';
import { PageHeader } from '@/shared/ui/page-header';
import { useCheckIn, type CheckedIn } from './attendance-queries';
import './i18n';

/** For those who cannot scan. */
export function CheckInStart() {
  const { t } = useTranslation('training');
  const navigate = useNavigate();
  const [code, setCode] = useState('');
  return (
    <>
      <PageHeader title={t('checkIn.title')} sub={t('checkIn.startHint')} />
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const token = code.replace(/[\s-]/g, '').toUpperCase();
          if (token !== '') void navigate({ to: '/check-in/$token', params: { token } });
        }}
      >
        <Stack gap="sm" maw={360}>
          <TextInput
            label={t('checkIn.roomCode')}
            value={code}
            onChange={(event) => setCode(event.currentTarget.value)}
            autoComplete="off"
            autoCapitalize="characters"
            maxLength={30}
            size="md"
          />
          <Button type="submit" size="md">
            {t('checkIn.continue')}
          </Button>
        </Stack>
      </form>
    </>
  );
}

type CheckInPageProps = { token: string; checkIn: Schemas['PublicCheckIn'] };

/** One person says who he is and reads that he is marked present. Nobody's name is shown before. */
export function CheckInPage({ token, checkIn }: CheckInPageProps) {
  const { t } = useTranslation('training');
  const [done, setDone] = useState<CheckedIn | null>(null);
  return (
    <>
      <PageHeader
        title={t('checkIn.title')}
        sub={
          <>
            {checkIn.courseTitle}
            <br />
            {checkIn.sessionTitle} · {formatDate(checkIn.date)} · {checkIn.startsAt}–{checkIn.endsAt}
            {checkIn.room != null && ` · ${checkIn.room}`}
          </>
        }
      />
      {done ? (
        <Banner tone="success" title={t('checkIn.done', { name: done.fullName })}>
          {t('checkIn.doneAt', { time: formatDateTime(done.presentAt) })}
        </Banner>
      ) : (
        <Who token={token} onDone={setDone} />
      )}
    </>
  );
}

function Who({ token, onDone }: { token: string; onDone: (done: CheckedIn) => void }) {
  const { t } = useTranslation('training');
  const [byCode, setByCode] = useState(false);
  return (
    <Stack gap="md" maw={420}>
      {byCode ? (
        <ByCode key="code" token={token} onDone={onDone} />
      ) : (
        <ByName key="name" token={token} onDone={onDone} />
      )}
      <div>
        <Text size="sm" c="dimmed">
          {t(byCode ? 'checkIn.nameHint' : 'checkIn.codeHint')}
        </Text>
        <Button variant="subtle" px={0} onClick={() => setByCode(!byCode)}>
          {t(byCode ? 'checkIn.useName' : 'checkIn.useCode')}
        </Button>
      </div>
    </Stack>
  );
}

type ByProps = { token: string; onDone: (done: CheckedIn) => void };

function ByName({ token, onDone }: ByProps) {
  const { t } = useTranslation('training');
  const { mutateAsync } = useCheckIn(token);
  const schema = z.object({
    fullName: z.string().trim().min(1, t('checkIn.nameNeeded')).max(200),
    phoneEnd: z
      .string()
      .trim()
      .regex(/^\d{3,4}$/, t('checkIn.phoneNeeded')),
  });
  const form = useForm({ resolver: zodResolver(schema), defaultValues: { fullName: '', phoneEnd: '' } });
  return (
    <Form
      form={form}
      submitLabel={t('checkIn.verb')}
      onSubmit={async (values) => onDone(await mutateAsync(values))}
    >
      <TextField
        control={form.control}
        name="fullName"
        label={t('checkIn.fullName')}
        autoComplete="name"
        required
      />
      <TextField
        control={form.control}
        name="phoneEnd"
        label={t('checkIn.phoneEnd')}
        hint={t('checkIn.phoneEndHint')}
        inputMode="numeric"
        autoComplete="off"
        maxLength={4}
        required
      />
    </Form>
  );
}

function ByCode({ token, onDone }: ByProps) {
  const { t } = useTranslation('training');
  const { mutateAsync } = useCheckIn(token);
  const schema = z.object({
    personalCode: z.string().trim().min(6, t('checkIn.personalCodeNeeded')).max(20),
  });
  const form = useForm({ resolver: zodResolver(schema), defaultValues: { personalCode: '' } });
  return (
    <Form
      form={form}
      submitLabel={t('checkIn.verb')}
      onSubmit={async (values) => onDone(await mutateAsync(values))}
    >
      <TextField
        control={form.control}
        name="personalCode"
        label={t('checkIn.personalCode')}
        hint={t('checkIn.personalCodeHint')}
        autoComplete="off"
        autoCapitalize="characters"
        required
      />
    </Form>
  );
}
