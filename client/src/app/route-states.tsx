import { Group, Text } from '@mantine/core';
import type { ErrorComponentProps } from '@tanstack/react-router';
import { useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ApiError } from '@/api/client';
import { permissionName } from '@/shared/lib/permissions';
import { ErrorState } from '@/shared/ui/error-state';
import { LinkButton } from '@/shared/ui/links';
import { PageHeader } from '@/shared/ui/page-header';

/** A page that is not there for the reader: what that means, and the way on. */
function DeadEnd({ title, hint }: { title: string; hint: string }) {
  const { t } = useTranslation();
  const router = useRouter();
  return (
    <>
      <PageHeader title={title} />
      <Text maw={560}>{hint}</Text>
      <Group gap="xs" mt="md" className="no-print">
        <LinkButton to="/">{t('state.backHome')}</LinkButton>
        <LinkButton
          to="/"
          variant="default"
          onClick={(event) => {
            // Without a page before this one the link leads home.
            if (window.history.length < 2) return;
            event.preventDefault();
            router.history.back();
          }}
        >
          {t('state.back')}
        </LinkButton>
      </Group>
    </>
  );
}

export function NotFoundPage() {
  const { t } = useTranslation();
  return <DeadEnd title={t('state.notFound')} hint={t('state.notFoundHint')} />;
}

/** A screen of other roles: says what it asks for, and asks the server for nothing. */
export function ForbiddenPage({ needed }: { needed: string | readonly string[] | undefined }) {
  const { t } = useTranslation();
  const names = [needed ?? []].flat().map(permissionName).join(', ');
  return <DeadEnd title={t('state.forbidden')} hint={t('state.forbiddenHint', { needed: names })} />;
}

/** A route that could not load: unknown and invisible objects look alike, everything else says what happened. */
export function RouteError({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation();
  const router = useRouter();
  if (error instanceof ApiError && error.status === 404) {
    return <DeadEnd title={t('state.notThere')} hint={t('state.notThereHint')} />;
  }
  return (
    <>
      <PageHeader title={error instanceof ApiError ? t('state.loadFailed') : t('state.crashed')} />
      <ErrorState
        error={error}
        onRetry={() => {
          reset();
          void router.invalidate();
        }}
      />
    </>
  );
}
