import { Paper } from '@mantine/core';
import { createFileRoute, redirect, useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import '@/features/identity/i18n';
import { sessionQuery } from '@/features/identity/queries';
import { SignInForm } from '@/features/identity/sign-in-form';
import { setLanguage } from '@/i18n';
import { Banner } from '@/shared/ui/banner';
import { LinkAnchor } from '@/shared/ui/links';
import { PageHeader } from '@/shared/ui/page-header';
import classes from './sign-in.module.css';

/** Only paths of this site are followed; `//elsewhere` would leave it. */
export function safeReturnPath(from: string | undefined): string {
  return from !== undefined && /^\/(?![/\\])/.test(from) && !from.startsWith('/sign-in') ? from : '/';
}

export const Route = createFileRoute('/sign-in')({
  validateSearch: z.object({ from: z.string().max(4000).optional().catch(undefined) }),
  beforeLoad: async ({ context, search }) => {
    const session = await context.queryClient.ensureQueryData(sessionQuery);
    if (session) throw redirect({ href: safeReturnPath(search.from) });
  },
  component: SignInPage,
});

function SignInPage() {
  const { t, i18n } = useTranslation(['identity', 'common']);
  const { from } = Route.useSearch();
  const router = useRouter();
  const other = i18n.resolvedLanguage === 'en' ? 'vi' : 'en';
  return (
    <div className={classes.page}>
      <header className={classes.top}>
        {t('common:app.name')}
        <button
          type="button"
          className={classes.language}
          aria-label={t('common:app.switchLanguage')}
          onClick={() => void setLanguage(other)}
        >
          <span lang={other}>{t('common:app.otherLanguage')}</span>
        </button>
      </header>
      <main id="main" tabIndex={-1} className={classes.main}>
        <Paper withBorder p="lg">
          <PageHeader title={t('signIn.title')} sub={t('signIn.intro')} />
          {from !== undefined && safeReturnPath(from) !== '/' && <Banner>{t('signIn.again')}</Banner>}
          <SignInForm onSignedIn={() => router.history.push(safeReturnPath(from))} />
          <LinkAnchor to="/courses/open" size="sm" display="block" mt="md">
            {t('signIn.openCourses')}
          </LinkAnchor>
        </Paper>
      </main>
    </div>
  );
}
