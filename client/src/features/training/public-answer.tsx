import { Skeleton } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '@/shared/ui/error-state';
import { LinkButton } from '@/shared/ui/links';
import { PageHeader } from '@/shared/ui/page-header';
import './i18n';

type PublicAnswerProps<T> = { title: string; query: UseQueryResult<T>; children: (data: T) => ReactNode };

/** What an address that was given out leads to: it may be old or mistyped, which is no failure of the program. */
export function PublicAnswer<T>({ title, query, children }: PublicAnswerProps<T>) {
  const { t } = useTranslation('training');
  if (query.isSuccess) return children(query.data);
  return (
    <>
      <PageHeader title={title} />
      {query.isPending ? (
        <Skeleton height={160} aria-label={t('open.loading')} />
      ) : (
        <>
          <ErrorState error={query.error} onRetry={() => void query.refetch()} />
          <LinkButton to="/courses/open" variant="default" mt="md">
            {t('open.title')}
          </LinkButton>
        </>
      )}
    </>
  );
}
