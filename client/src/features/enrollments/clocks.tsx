import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/client';
import { formatDate } from '@/shared/lib/vi';
import { Section } from '@/shared/ui/section';
import './i18n';

type Clock = Schemas['EnrollmentClockDetails'];

/** The statutory time limits: when due, from when late, why standing still. */
export function Clocks({ clocks }: { clocks: readonly Clock[] }) {
  const { t } = useTranslation('enrollments');
  return (
    <Section title={t('page.clocks')}>
      <Stack gap="xs">
        {clocks.map((clock) => (
          <div key={clock.step}>
            <Text size="sm" fw={600}>
              {t(`clocks.${clock.step}`)}
            </Text>
            <ClockText clock={clock} />
          </div>
        ))}
      </Stack>
    </Section>
  );
}

function ClockText({ clock }: { clock: Clock }) {
  const { t } = useTranslation('enrollments');
  if (clock.state === 'completed') {
    return (
      <Text size="sm">
        {t('clocks.completed', {
          date: formatDate(clock.completedOn),
          elapsed: clock.elapsed,
          total: clock.workingDays,
        })}
      </Text>
    );
  }
  const stop = clock.stops.findLast(({ resumedOn }) => resumedOn == null);
  const parts = stop
    ? [
        t('clocks.stopped', { date: formatDate(stop.stoppedOn), cause: t(`clocks.causes.${stop.cause}`) }),
        t('clocks.forecast', { date: formatDate(clock.dueOn) }),
      ]
    : [
        t('clocks.due', { date: formatDate(clock.dueOn) }),
        clock.isLate
          ? t('clocks.late', { date: formatDate(clock.lateFrom) })
          : t('clocks.remaining', { count: clock.remaining }),
        ...(clock.isLate ? [] : [t('clocks.lateFrom', { date: formatDate(clock.lateFrom) })]),
      ];
  return (
    <Text size="sm" c={clock.isLate ? 'red.8' : undefined} fw={clock.isLate ? 600 : undefined}>
      {parts.join(' · ')}
    </Text>
  );
}
