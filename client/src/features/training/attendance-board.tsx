import { Button, Group, SegmentedControl, Select, Stack, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconPrinter, IconQrcode } from '@tabler/icons-react';
import { useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate, formatInt } from '@/shared/lib/vi';
import { ProblemBanner } from '@/shared/ui/banner';
import { EmptyState } from '@/shared/ui/empty-state';
import { LinkButton } from '@/shared/ui/links';
import { notifyDone } from '@/shared/ui/notify';
import { Section } from '@/shared/ui/section';
import classes from './attendance-board.module.css';
import {
  downloadSheet,
  useRecordAttendance,
  type AttendanceBoard,
  type AttendanceMark,
  type BoardSession,
  type BoardTrainee,
} from './attendance-queries';
import './i18n';

const NEXT: Record<AttendanceMark, 'present' | 'absent'> = {
  unmarked: 'present',
  present: 'absent',
  absent: 'present',
};

const SIGNS: Record<AttendanceMark, string> = { unmarked: '·', present: '✓', absent: '✗' };

type Mark = (session: BoardSession, trainees: readonly string[], mark: 'present' | 'absent') => void;

/** Sessions by trainees; on a phone one session at a time. */
export function AttendanceBoardView({ board }: { board: AttendanceBoard }) {
  const { t } = useTranslation('training');
  const isPhone = useMediaQuery('(max-width: 48em)') ?? false;
  const record = useRecordAttendance(board.courseId);
  if (board.sessions.length === 0) {
    return <EmptyState title={t('attendance.noSessions')} hint={t('attendance.noSessionsHint')} />;
  }
  if (board.trainees.length === 0) {
    return <EmptyState title={t('attendance.nobody')} hint={t('attendance.nobodyHint')} />;
  }
  const mark: Mark = (session, trainees, value) =>
    record.mutate({
      sessionId: session.sessionId,
      present: value === 'present' ? [...trainees] : [],
      absent: value === 'absent' ? [...trainees] : [],
    });
  return (
    <Stack gap={0}>
      {record.isError && <ProblemBanner error={record.error} />}
      <Sessions board={board} mark={mark} />
      <Section
        title={t('attendance.trainees')}
        sub={t('attendance.minimum', { percent: formatInt(board.attendanceMinimum / 100) })}
      >
        {isPhone ? <Cards board={board} mark={mark} /> : <Grid board={board} mark={mark} />}
      </Section>
    </Stack>
  );
}

type BoardProps = { board: AttendanceBoard; mark: Mark };

function Sessions({ board, mark }: BoardProps) {
  const { t } = useTranslation('training');
  return (
    <Section title={t('page.sessions')}>
      <ul className={classes.cards}>
        {board.sessions.map((session, column) => (
          <li key={session.sessionId}>
            <Group justify="space-between" gap="xs" py={4}>
              <div>
                <Text fw={600} size="sm">
                  {session.title}
                </Text>
                <Text size="sm" c="dimmed" className="tabular">
                  {formatDate(session.date)} · {session.startsAt}–{session.endsAt}
                  {session.room != null && ` · ${session.room}`}
                </Text>
                <Text size="sm">
                  {session.takesAttendance
                    ? t('attendance.counts', {
                        present: session.present,
                        absent: session.absent,
                        unmarked: session.unmarked,
                      })
                    : t('attendance.notYet')}
                </Text>
              </div>
              {board.canRecord && (
                <Group gap="xs" className="no-print">
                  {session.takesAttendance && session.unmarked > 0 && (
                    <Button
                      size="compact-sm"
                      variant="subtle"
                      aria-label={t('attendance.restPresentNamed', { name: session.title })}
                      onClick={() =>
                        mark(
                          session,
                          board.trainees
                            .filter((trainee) => trainee.marks[column] === 'unmarked')
                            .map((trainee) => trainee.registrationId),
                          'present',
                        )
                      }
                    >
                      {t('attendance.restPresent')}
                    </Button>
                  )}
                  {session.takesAttendance && (
                    <LinkButton
                      to="/courses/$courseId/check-in/$sessionId"
                      params={{ courseId: board.courseId, sessionId: session.sessionId }}
                      size="compact-sm"
                      variant="light"
                      leftSection={<IconQrcode size={14} aria-hidden />}
                      aria-label={t('attendance.checkInNamed', { name: session.title })}
                    >
                      {t('attendance.checkIn')}
                    </LinkButton>
                  )}
                  <SheetButton courseId={board.courseId} session={session} />
                </Group>
              )}
            </Group>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function SheetButton({ courseId, session }: { courseId: string; session: BoardSession }) {
  const { t } = useTranslation('training');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const print = async () => {
    setBusy(true);
    setError(null);
    try {
      await downloadSheet(courseId, session.sessionId);
      notifyDone(t('attendance.sheetDone'));
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Button
        size="compact-sm"
        variant="default"
        loading={busy}
        leftSection={<IconPrinter size={14} aria-hidden />}
        aria-label={t('attendance.sheetNamed', { name: session.title })}
        onClick={() => void print()}
      >
        {t('attendance.sheet')}
      </Button>
      {error !== null && <ProblemBanner error={error} />}
    </>
  );
}

function useMarkWord() {
  const { t } = useTranslation('training');
  return (mark: AttendanceMark) => t(`attendance.marks.${mark}`);
}

function Person({ trainee }: { trainee: BoardTrainee }) {
  const { t } = useTranslation('training');
  return (
    <>
      {trainee.fullName}
      {trainee.homonym > 1 && ` (${t('registrations.homonym', { number: trainee.homonym })})`}
      <Text component="span" size="xs" c="dimmed" display="block">
        {[trainee.organizationName, trainee.personalCode].filter(Boolean).join(' · ')}
      </Text>
    </>
  );
}

function Completion({ trainee }: { trainee: BoardTrainee }) {
  const { t } = useTranslation('training');
  return (
    <>
      <span className="tabular">
        {t('attendance.attended', { attended: trainee.attended, held: trainee.held })}
      </span>
      <Text component="span" size="xs" c="dimmed" display="block">
        {t(`attendance.completions.${trainee.completion}`)}
      </Text>
    </>
  );
}

/** Arrows walk from cell to cell; space turns the mark, P is present and A absent (C and V in Vietnamese). */
function Grid({ board, mark }: BoardProps) {
  const { t } = useTranslation('training');
  const word = useMarkWord();
  const table = useRef<HTMLTableElement>(null);
  const focus = (row: number, column: number) =>
    table.current?.querySelector<HTMLElement>(`[data-cell="${row}-${column}"]`)?.focus();
  const onKey = (event: KeyboardEvent, row: number, column: number) => {
    const move = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }[event.key];
    const letter = event.ctrlKey || event.metaKey || event.altKey ? '' : event.key.toLowerCase();
    if (move) {
      event.preventDefault();
      focus(row + move[0]!, column + move[1]!);
    } else if (['p', 'c', 'a', 'v'].includes(letter)) {
      event.preventDefault();
      const value = letter === 'p' || letter === 'c' ? 'present' : 'absent';
      mark(board.sessions[column]!, [board.trainees[row]!.registrationId], value);
      focus(row + 1, column);
    }
  };
  return (
    <>
      {board.canRecord && (
        <Text size="sm" c="dimmed" mb="xs" className="no-print">
          {t('attendance.keys')}
        </Text>
      )}
      {/* Wide tables scroll inside their frame; the keyboard reaches them through their cells. */}
      <div className={classes.scroll} role="region" aria-label={t('attendance.caption')} tabIndex={0}>
        <table ref={table} className={classes.board} aria-label={t('attendance.caption')}>
          <thead>
            <tr>
              <th scope="col" className={classes.person}>
                {t('registrations.name')}
              </th>
              {board.sessions.map((session) => (
                <th key={session.sessionId} scope="col">
                  {formatDate(session.date)}
                  <br />
                  {session.startsAt}
                </th>
              ))}
              <th scope="col">{t('attendance.completion')}</th>
            </tr>
          </thead>
          <tbody>
            {board.trainees.map((trainee, row) => (
              <tr key={trainee.registrationId}>
                <th scope="row" className={classes.person}>
                  <Person trainee={trainee} />
                </th>
                {board.sessions.map((session, column) => {
                  const value = trainee.marks[column] ?? 'unmarked';
                  const label = t('attendance.cell', {
                    name: trainee.fullName,
                    session: session.title,
                    mark: word(value),
                  });
                  return (
                    <td key={session.sessionId}>
                      {board.canRecord && session.takesAttendance ? (
                        <button
                          type="button"
                          className={classes.mark}
                          data-mark={value}
                          data-cell={`${row}-${column}`}
                          aria-label={label}
                          title={word(value)}
                          onClick={() => mark(session, [trainee.registrationId], NEXT[value])}
                          onKeyDown={(event) => onKey(event, row, column)}
                        >
                          {SIGNS[value]}
                        </button>
                      ) : (
                        <span title={word(value)}>
                          <span aria-hidden>{SIGNS[value]}</span>
                          <span className="visually-hidden">{word(value)}</span>
                        </span>
                      )}
                    </td>
                  );
                })}
                <td>
                  <Completion trainee={trainee} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function Cards({ board, mark }: BoardProps) {
  const { t } = useTranslation('training');
  const word = useMarkWord();
  const firstOpen = board.sessions.findLastIndex((session) => session.takesAttendance);
  const [column, setColumn] = useState(Math.max(0, firstOpen));
  const session = board.sessions[column]!;
  return (
    <Stack gap="xs">
      <Select
        label={t('attendance.session')}
        data={board.sessions.map((entry, at) => ({
          value: String(at),
          label: `${formatDate(entry.date)} ${entry.startsAt} – ${entry.title}`,
        }))}
        value={String(column)}
        onChange={(value) => setColumn(Number(value ?? 0))}
        allowDeselect={false}
      />
      <ul className={classes.cards} aria-label={t('attendance.caption')}>
        {board.trainees.map((trainee) => {
          const value = trainee.marks[column] ?? 'unmarked';
          return (
            <li key={trainee.registrationId} className={classes.card}>
              <div>
                <Person trainee={trainee} />
                <Completion trainee={trainee} />
              </div>
              {board.canRecord && session.takesAttendance ? (
                <SegmentedControl
                  aria-label={trainee.fullName}
                  data={[
                    { value: 'present', label: word('present') },
                    { value: 'absent', label: word('absent') },
                  ]}
                  value={value === 'unmarked' ? '' : value}
                  onChange={(chosen) =>
                    mark(session, [trainee.registrationId], chosen === 'present' ? 'present' : 'absent')
                  }
                />
              ) : (
                <Text size="sm">{word(value)}</Text>
              )}
            </li>
          );
        })}
      </ul>
    </Stack>
  );
}
