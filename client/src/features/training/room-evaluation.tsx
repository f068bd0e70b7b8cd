import { Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatDate, formatInt } from '@/shared/lib/vi';
import { ProblemBanner } from '@/shared/ui/banner';
import { LinkButton } from '@/shared/ui/links';
import classes from './attendance-board.module.css';
import { roomEvaluationQuery, type Evaluation } from './evaluation-queries';
import { QrCode } from './room-check-in';
import './i18n';

/** Fills the screen of the room: what to scan, what to type, how many have answered. */
export function RoomEvaluation({ courseId }: { courseId: string }) {
  const { t } = useTranslation('training');
  const query = useQuery(roomEvaluationQuery(courseId));
  return (
    <div className={classes.room}>
      {query.data?.status === 'open' ? <Open evaluation={query.data} /> : <h1>{t('evaluation.room')}</h1>}
      {query.isSuccess && query.data.status !== 'open' && <Text>{t('evaluation.roomShut')}</Text>}
      {query.isError && <ProblemBanner error={query.error} />}
      <Group gap="xs" justify="center">
        <LinkButton to="/courses/$courseId/evaluation" params={{ courseId }} variant="subtle">
          {t('evaluation.back')}
        </LinkButton>
      </Group>
    </div>
  );
}

function Open({ evaluation }: { evaluation: Evaluation }) {
  const { t } = useTranslation('training');
  const { address, attended, code, courseTitle, lastDay, qr, received } = evaluation;
  return (
    <>
      <h1>{courseTitle}</h1>
      <Text>
        {t('evaluation.room')} · {t('evaluation.until', { date: formatDate(lastDay) })}
      </Text>
      <QrCode rows={qr ?? []} label={t('checkIn.qrLabel', { address })} />
      <Text>{t('evaluation.orCode', { address: `${window.location.host}/evaluate` })}</Text>
      <div className={classes.code} data-testid="evaluation-code">
        {code}
      </div>
      <Text>{t('evaluation.roomAnonymous')}</Text>
      <Text size="xl" fw={600} aria-live="polite">
        {t('evaluation.roomCount', {
          answered: formatInt(received),
          attended: formatInt(attended),
        })}
      </Text>
    </>
  );
}
