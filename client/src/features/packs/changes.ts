import type { PackChange } from './queries';

export type ChangeGroup = { entity: string; changes: PackChange[] };

/** Changes by the list they belong to, in the order in which the API names the lists. */
export function groupChanges(changes: readonly PackChange[]): ChangeGroup[] {
  const groups = new Map<string, PackChange[]>();
  for (const change of changes) {
    const group = groups.get(change.entity);
    if (group) group.push(change);
    else groups.set(change.entity, [change]);
  }
  return [...groups].map(([entity, items]) => ({ entity, changes: items }));
}

/** A value of a pack in a table cell: plain words plain, everything else as compact JSON. */
export function shownValue(value: unknown): string {
  if (value === null || value === undefined) return '—';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
