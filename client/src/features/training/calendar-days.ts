/** Days are ISO dates; a week begins on Monday. */

export type CalendarView = 'month' | 'week' | 'list';

const DAY = 86_400_000;

const instant = (day: string): number => Date.parse(`${day}T00:00:00Z`);

const iso = (at: number): string => new Date(at).toISOString().slice(0, 10);

export const addDays = (day: string, count: number): string => iso(instant(day) + count * DAY);

export const mondayOf = (day: string): string =>
  addDays(day, -((new Date(instant(day)).getUTCDay() + 6) % 7));

export const firstOfMonth = (day: string): string => `${day.slice(0, 7)}-01`;

/** The same day of another month, or its last one where it has fewer days. */
export function addMonths(day: string, count: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month + count, 0)).getUTCDate();
  return iso(Date.UTC(year, month - 1 + count, Math.min(date, last)));
}

const lastOfMonth = (day: string): string => addDays(firstOfMonth(addMonths(day, 1)), -1);

/** Whole weeks, also where they reach into the months around. */
export function weeksOf(view: CalendarView, day: string): string[][] {
  const first = mondayOf(view === 'week' ? day : firstOfMonth(day));
  const last = view === 'week' ? day : lastOfMonth(day);
  const weeks: string[][] = [];
  for (let monday = first; monday <= last; monday = addDays(monday, 7)) {
    weeks.push(Array.from({ length: 7 }, (_, index) => addDays(monday, index)));
  }
  return weeks;
}

/** What is asked for: the weeks that are drawn, or the month of the list. */
export function rangeOf(view: CalendarView, day: string): { from: string; to: string } {
  if (view === 'list') return { from: firstOfMonth(day), to: lastOfMonth(day) };
  const days = weeksOf(view, day).flat();
  return { from: days[0]!, to: days.at(-1)! };
}

/** The page before (-1) or after (1). */
export const turn = (view: CalendarView, day: string, pages: number): string =>
  view === 'week' ? addDays(day, 7 * pages) : addMonths(day, pages);
