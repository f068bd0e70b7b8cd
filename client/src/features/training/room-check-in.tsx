import { Button, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ApiError } from '@/api/client';
import { formatDate, formatInt } from '@/shared/lib/vi';
import { ProblemBanner } from '@/shared/ui/banner';
import { LinkButton } from '@/shared/ui/links';
import classes from './attendance-board.module.css';
import {
  sessionCheckInQuery,
  useCloseCheckIn,
  useOpenCheckIn,
  type SessionCheckIn,
} from './attendance-queries';
import './i18n';

type RoomCheckInProps = { courseId: string; sessionId: string };

/** Fills the screen of the room: what to scan, what to type, how many are there. */
export function RoomCheckIn({ courseId, sessionId }: RoomCheckInProps) {
  const { t } = useTranslation('training');
  const query = useQuery(sessionCheckInQuery(courseId, sessionId));
  const open = useOpenCheckIn(courseId, sessionId);
  const close = useCloseCheckIn(courseId, sessionId);
  const isShut = query.error instanceof ApiError && query.error.code === 'checkIn.notFound';
  const shown = isShut ? undefined : query.data;
  return (
    <div className={classes.room}>
      {shown ? <Open checkIn={shown} /> : <h1>{t('checkIn.room')}</h1>}
      {isShut && <Text>{t('checkIn.shut')}</Text>}
      {query.isError && !isShut && <ProblemBanner error={query.error} />}
      {open.isError && <ProblemBanner error={open.error} />}
      {close.isError && <ProblemBanner error={close.error} />}
      <Group gap="xs" justify="center">
        <Button variant={shown ? 'default' : 'filled'} loading={open.isPending} onClick={() => open.mutate()}>
          {t(shown ? 'checkIn.reopen' : 'checkIn.open')}
        </Button>
        {shown && (
          <Button variant="default" loading={close.isPending} onClick={() => close.mutate()}>
            {t('checkIn.close')}
          </Button>
        )}
        <LinkButton to="/courses/$courseId/attendance" params={{ courseId }} variant="subtle">
          {t('checkIn.back')}
        </LinkButton>
      </Group>
    </div>
  );
}

function Open({ checkIn }: { checkIn: SessionCheckIn }) {
  const { t } = useTranslation('training');
  return (
    <>
      <h1>{checkIn.courseTitle}</h1>
      <Text>
        {checkIn.sessionTitle} · {formatDate(checkIn.date)} · {checkIn.startsAt}–{checkIn.endsAt}
      </Text>
      <QrCode rows={checkIn.qr} label={t('checkIn.qrLabel', { address: checkIn.address })} />
      <Text>{t('checkIn.orCode', { address: `${window.location.host}/check-in` })}</Text>
      <div className={classes.code} data-testid="check-in-code">
        {checkIn.code}
      </div>
      <Text size="xl" fw={600} aria-live="polite">
        {t('checkIn.count', { present: formatInt(checkIn.present), expected: formatInt(checkIn.expected) })}
      </Text>
    </>
  );
}

const QUIET = 4;

/** Rows of ones and zeros as one path, so that no lines show between the modules. */
export function QrCode({ rows, label }: { rows: readonly string[]; label: string }) {
  const size = rows.length + 2 * QUIET;
  const path = rows
    .flatMap((row, y) =>
      [...row.matchAll(/1+/g)].map(
        (run) => `M${run.index + QUIET} ${y + QUIET}h${run[0].length}v1h-${run[0].length}z`,
      ),
    )
    .join('');
  return (
    <svg
      className={classes.qr}
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
