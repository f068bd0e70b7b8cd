import { IconCircle, IconCircleCheck, IconCircleX, IconProgress } from '@tabler/icons-react';
import clsx from 'clsx';
import { useTranslation } from 'react-i18next';
import './i18n';
import classes from './nomination.module.css';
import type { NominationStatus } from './status';

const STEPS = [
  'registered',
  'dossierSubmitted',
  'dossierAccepted',
  'assessing',
  'forwarded',
  'resultRecorded',
] as const;

/** A dossier that goes back and forth is still at the step of the check. */
function stepOf(status: NominationStatus): number {
  return STEPS.indexOf(
    status === 'dossierIncomplete' ? 'dossierSubmitted' : (status as (typeof STEPS)[number]),
  );
}

type StepsProps = {
  status: NominationStatus;
  /** State it was in before it ended early. */
  before: NominationStatus | undefined;
};

/** The way of a nomination: what is behind it, where it is, what is still to come. */
export function Steps({ status, before }: StepsProps) {
  const { t } = useTranslation('awards');
  const ended = status === 'withdrawn' || status === 'notForwarded';
  const at = ended ? stepOf(before ?? 'registered') : stepOf(status);
  const isLast = status === 'resultRecorded';
  return (
    <ol className={classes.steps} aria-label={t('steps.title')}>
      {STEPS.map((step, index) => {
        const done = index < at || isLast;
        const here = index === at && !isLast;
        const StepIcon = done ? IconCircleCheck : here ? (ended ? IconCircleX : IconProgress) : IconCircle;
        return (
          <li
            key={step}
            className={clsx(classes.step, here && classes.current)}
            aria-current={here ? 'step' : undefined}
          >
            <StepIcon size={16} aria-hidden />
            <span>
              {t(`steps.${step}`)}
              {done && <span className="visually-hidden"> – {t('steps.done')}</span>}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
