import { Link } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { businessClockQuery } from '@/features/calendar/queries';
import { setLanguage } from '@/i18n';
import { formatDate } from '@/shared/lib/vi';
import classes from './public-frame.module.css';
import { useRouteFocus } from './use-route-focus';

/** Header, main area and footer of the pages that anybody may open. */
export function PublicFrame({ children }: { children: ReactNode }) {
  const { t, i18n } = useTranslation();
  const other = i18n.resolvedLanguage === 'en' ? 'vi' : 'en';
  useRouteFocus();
  return (
    <div className={classes.page}>
      <a className="skip" href="#main">
        {t('app.skip')}
      </a>
      <header className={`${classes.top} no-print`}>
        <Link to="/courses/open" className={classes.name}>
          {t('app.name')}
        </Link>
        <div className={classes.end}>
          <button
            type="button"
            className={classes.item}
            aria-label={t('app.switchLanguage')}
            onClick={() => void setLanguage(other)}
          >
            <span lang={other}>{t('app.otherLanguage')}</span>
          </button>
          <Link to="/sign-in" className={classes.item}>
            {t('app.signIn')}
          </Link>
        </div>
      </header>
      <nav className={`${classes.nav} no-print`} aria-label={t('app.publicNavigation')}>
        <Link to="/courses/open" className={classes.place}>
          {t('app.openCourses')}
        </Link>
        <Link to="/winners" className={classes.place}>
          {t('app.winners')}
        </Link>
        <Link to="/verify" className={classes.place}>
          {t('app.verify')}
        </Link>
      </nav>
      <main id="main" tabIndex={-1} className={classes.main}>
        {children}
      </main>
      <footer className={`${classes.foot} no-print`}>
        <p>{t('app.publicFooter')}</p>
        <BusinessDate />
      </footer>
    </div>
  );
}

/** A demo lives in another year, and says so. */
function BusinessDate() {
  const { t } = useTranslation();
  const { data } = useQuery(businessClockQuery);
  if (!data || data.isReal) return null;
  return <p>{t('app.businessDate', { date: formatDate(data.today) })}</p>;
}
