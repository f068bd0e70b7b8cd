import { Button, Text } from '@mantine/core';
import { IconCircleCheck, IconCircleX, IconHelpCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { formatDate } from '@/shared/lib/vi';
import { Section } from '@/shared/ui/section';
import { StatusBadge } from '@/shared/ui/status-badge';
import './i18n';
import classes from './nomination.module.css';
import type { Nomination, Season } from './queries';
import { CONFIRMABLE, type Condition, type Confirmable } from './status';
import { sourceOf, writtenArgs } from './words';

type Check = Nomination['eligibility'][number];

const LOOK = {
  met: { tone: 'approved', icon: IconCircleCheck },
  notMet: { tone: 'rejected', icon: IconCircleX },
  unknown: { tone: 'supplement', icon: IconHelpCircle },
} as const;

function isConfirmable(condition: Condition): condition is Confirmable {
  return (CONFIRMABLE as readonly Condition[]).includes(condition);
}

type EligibilityProps = {
  nomination: Nomination;
  season: Season;
  onConfirm: (condition: Confirmable) => void;
};

/** Every condition of the award: met, not met or not known, why, and by which text. */
export function Eligibility({ nomination, season, onConfirm }: EligibilityProps) {
  const { t } = useTranslation('awards');
  const { eligibility } = nomination;
  const mayConfirm = nomination.allowedActions.includes('confirmEligibility');
  const count = (outcome: Check['outcome']) =>
    eligibility.filter((check) => check.outcome === outcome).length;
  const notMet = count('notMet');
  const unknown = count('unknown');
  return (
    <Section
      title={t('eligibility.title')}
      sub={
        notMet > 0
          ? t('eligibility.notMetCount', { count: notMet })
          : unknown > 0
            ? t('eligibility.unknownCount', { count: unknown })
            : t('eligibility.allMet')
      }
    >
      <ul className={classes.list}>
        {eligibility.map((check) => {
          const { condition, outcome } = check;
          const { tone, icon } = LOOK[outcome];
          return (
            <li key={condition} className={classes.item}>
              <div className={classes.head}>
                <Text size="sm" fw={600}>
                  {t(`eligibility.conditions.${condition}`)}
                </Text>
                <StatusBadge tone={tone} icon={icon}>
                  {t(`eligibility.outcomes.${outcome}`)}
                </StatusBadge>
              </div>
              <Text size="sm">{t(`reasons.${check.reason}`, writtenArgs(check.args))}</Text>
              {check.evidence != null && (
                <Text size="sm" className={classes.wrap}>
                  {t('eligibility.confirmed', {
                    evidence: check.evidence,
                    name: check.confirmedByName,
                    date: formatDate(check.confirmedOn),
                  })}
                </Text>
              )}
              <Text size="xs" c="dimmed">
                {t('eligibility.source', { source: sourceOf(condition, season) })}
              </Text>
              {mayConfirm && isConfirmable(condition) && (
                <div className="no-print">
                  <Button
                    size="xs"
                    mih={36}
                    variant="default"
                    aria-label={t('eligibility.confirmOf', {
                      name: t(`eligibility.conditions.${condition}`),
                    })}
                    onClick={() => onConfirm(condition)}
                  >
                    {check.evidence == null ? t('eligibility.confirm') : t('eligibility.confirmAgain')}
                  </Button>
                </div>
              )}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
