import type { FindingTotals } from '@cnoc/backstage-plugin-cnoc-common';
import { severities } from '../../model/groupFindings';
import styles from './SeverityBars.module.css';

const WIDTH = 100;
const HEIGHT = 12;
/** The worse the taller, so that a grey screen tells the same. */
const heights = { critical: HEIGHT, warning: 8, info: 4 };

/**
 * Counts as a bar in which each severity has its own height; drawn only, the numbers stand beside it.
 *
 * @internal
 */
export const SeverityBar = (props: {
  counts: FindingTotals['bySeverity'];
  /** The count that fills the whole width */
  max: number;
}) => {
  let x = 0;
  return (
    <svg
      className={styles.bar}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      aria-hidden
    >
      {severities.map(severity => {
        const width = (props.counts[severity] / Math.max(props.max, 1)) * WIDTH;
        const from = x;
        x += width;
        return (
          width > 0 && (
            <rect
              key={severity}
              data-severity={severity}
              x={from}
              y={HEIGHT - heights[severity]}
              width={width}
              height={heights[severity]}
            />
          )
        );
      })}
    </svg>
  );
};
