import { zodResolver } from '@hookform/resolvers/zod';
import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { Banner, ProblemBanner } from '@/shared/ui/banner';
import './i18n';
import { SecondFactorNeededError, useSignIn } from './queries';

const credentials = z.object({
  userName: z.string().trim().min(1).max(256),
  password: z.string().min(1).max(256),
});

type SignInFormProps = { onSignedIn: () => void };

export function SignInForm({ onSignedIn }: SignInFormProps) {
  const { t } = useTranslation('identity');
  const signIn = useSignIn();
  const messages = useRef<HTMLDivElement>(null);
  const [failures, setFailures] = useState(0);
  const { register, handleSubmit, formState } = useForm({
    resolver: zodResolver(credentials),
    defaultValues: { userName: '', password: '' },
  });
  const { errors } = formState;

  useEffect(() => {
    if (failures > 0) messages.current?.focus();
  }, [failures]);

  const submit = handleSubmit(async (values) => {
    try {
      await signIn.mutateAsync(values);
      onSignedIn();
    } catch {
      setFailures((n) => n + 1);
    }
  });

  return (
    <form
      noValidate
      onSubmit={(event) => {
        void submit(event);
      }}
    >
      <Stack gap="md">
        {signIn.error instanceof SecondFactorNeededError && (
          <Banner tone="warning" title={t('signIn.secondFactorTitle')} ref={messages}>
            {t('signIn.secondFactor')}
          </Banner>
        )}
        {signIn.error && !(signIn.error instanceof SecondFactorNeededError) && (
          <ProblemBanner error={signIn.error} ref={messages} />
        )}
        <TextInput
          {...register('userName')}
          label={t('signIn.userName')}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          required
          error={errors.userName?.message}
        />
        <PasswordInput
          {...register('password')}
          label={t('signIn.password')}
          autoComplete="current-password"
          required
          error={errors.password?.message}
        />
        <Button type="submit" loading={signIn.isPending} fullWidth>
          {t('signIn.submit')}
        </Button>
      </Stack>
    </form>
  );
}
