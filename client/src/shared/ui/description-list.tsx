import { Fragment, type ReactNode } from 'react';
import classes from './description-list.module.css';

export type Description = { term: string; value: ReactNode };

/** Facts of one object as term and value; entries without a value say so with a dash. */
export function DescriptionList({ items }: { items: readonly Description[] }) {
  return (
    <dl className={classes.list}>
      {items.map(({ term, value }) => (
        <Fragment key={term}>
          <dt>{term}</dt>
          <dd>{value === null || value === undefined || value === '' ? '—' : value}</dd>
        </Fragment>
      ))}
    </dl>
  );
}
