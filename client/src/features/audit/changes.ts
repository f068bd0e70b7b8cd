import { formatDate, formatDateTime } from '@/shared/lib/vi';

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;

/** A stored value as people read it; the trail keeps dates and instants as text. */
export function readable(value: string | null | undefined): string {
  if (value == null || value === '') return '—';
  if (DATE.test(value)) return formatDate(value);
  if (INSTANT.test(value)) return formatDateTime(value);
  return value;
}
