import type { ErrorComponentProps } from '@tanstack/react-router';
import { useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ApiError } from '@/api/client';
import { EmptyState } from '@/shared/ui/empty-state';
import { ErrorState } from '@/shared/ui/error-state';
import { LinkButton } from '@/shared/ui/links';
import { PageHeader } from '@/shared/ui/page-header';

export function NotFoundPage() {
  const { t } = useTranslation();
  return (
    <>
      <PageHeader title={t('state.notFound')} />
      <EmptyState
        noMatch
        title={t('state.notFound')}
        hint={t('state.notFoundHint')}
        action={
          <LinkButton to="/" variant="default" mt="xs">
            {t('state.backHome')}
          </LinkButton>
        }
      />
    </>
  );
}

/** A route that could not load: unknown and invisible objects look alike, everything else says what happened. */
export function RouteError({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation();
  const router = useRouter();
  if (error instanceof ApiError && error.status === 404) return <NotFoundPage />;
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
