import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import './i18n';
import classes from './assessment.module.css';
import { corners, shares, type Comparison } from './scoring';

const RADIUS = 100;
const RINGS = [0.25, 0.5, 0.75, 1];

type RadarProps = {
  rows: readonly Comparison[];
  /** What the picture says, in a sentence. */
  finding: string;
};

const SERIES = ['own', 'dossier', 'site'] as const;

/** Shares of the points by criterion; the axes are numbered as in the table beside it, which says the same in figures. */
export default function Radar({ rows, finding }: RadarProps) {
  const { t } = useTranslation('awards');
  const pointsOf = (values: readonly number[]) =>
    corners(values, RADIUS)
      .map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`)
      .join(' ');
  const axes = rows.map(() => 1);
  const drawn = SERIES.flatMap((series) => {
    const values = shares(rows, series);
    return values ? [{ series, values }] : [];
  });
  return (
    <figure className={classes.radar}>
      <svg viewBox="-130 -130 260 260" role="img" aria-label={finding}>
        {RINGS.map((ring) => (
          <polygon key={ring} points={pointsOf(axes.map(() => ring))} className={classes.ring} />
        ))}
        {corners(axes, RADIUS).map(([x, y], index) => (
          <g key={rows[index]?.criterion}>
            <line x1={0} y1={0} x2={x} y2={y} className={classes.ring} />
            <text x={x * 1.16} y={y * 1.16 + 5} textAnchor="middle" className={classes.axis}>
              {index + 1}
            </text>
          </g>
        ))}
        {drawn.map(({ series, values }) => (
          <polygon key={series} points={pointsOf(values)} className={classes[series]} />
        ))}
      </svg>
      <figcaption>
        {drawn.map(({ series }) => (
          <Text key={series} size="sm" component="div" className={classes.key}>
            <svg viewBox="0 0 28 8" width={28} height={8} aria-hidden>
              <line x1={0} y1={4} x2={28} y2={4} className={classes[series]} />
            </svg>
            {t(`assessment.series.${series}`)}
          </Text>
        ))}
      </figcaption>
    </figure>
  );
}
