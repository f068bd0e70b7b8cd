import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { LinkAnchor } from '@/shared/ui/links';
import { Stat } from '@/shared/ui/stat';
import classes from './commendations.module.css';
import './i18n';
import { countersQuery, type Counter } from './queries';

/** Each plan period with what is decided beside what its programme foresees. */
export function Counters() {
  const { t } = useTranslation('commendations');
  const { data } = useQuery(countersQuery);
  if (data === undefined || data.length === 0) return null;
  return (
    <section aria-label={t('counter.title')} className={classes.counters}>
      {data.map((counter) => (
        <PlanPeriod
          key={`${counter.programId}${counter.targetCode ?? ''}${counter.firstYear}`}
          counter={counter}
        />
      ))}
    </section>
  );
}

function PlanPeriod({ counter }: { counter: Counter }) {
  const { t } = useTranslation('commendations');
  const { programId, programCode, firstYear, lastYear, decided, from, to, open, surplus } = counter;
  return (
    <Stat
      label={t(firstYear === lastYear ? 'counter.labelYear' : 'counter.label', {
        code: programCode,
        from: firstYear,
        to: lastYear,
      })}
      value={valueOf(counter, t)}
      {...(to != null && to > 0 && { percent: (decided / to) * 100 })}
      note={
        <>
          <div>
            {t(`counter.standings.${counter.standing}`, {
              missing: counter.missing,
              left: counter.left,
              from,
              to,
              over: decided - (to ?? 0),
            })}
          </div>
          <div>
            {t('counter.split', { collectives: counter.collectives, individuals: counter.individuals, open })}
          </div>
          {surplus > 0 && open > 0 && <div>{t('counter.surplus', { count: surplus })}</div>}
          <LinkAnchor to="/commendations" search={{ programId }} size="sm" className="no-print">
            {t('counter.show', { code: programCode })}
          </LinkAnchor>
        </>
      }
    />
  );
}

type T = ReturnType<typeof useTranslation<'commendations'>>['t'];

/** "3/5–10", or only the side that the programme speaks of. */
function valueOf({ decided, from, to }: Counter, t: T): string {
  if (from != null && to != null) {
    return t(from === to ? 'counter.exactly' : 'counter.between', { decided, from, to });
  }
  if (from != null) return t('counter.atLeast', { decided, from });
  if (to != null) return t('counter.atMost', { decided, to });
  return String(decided);
}
