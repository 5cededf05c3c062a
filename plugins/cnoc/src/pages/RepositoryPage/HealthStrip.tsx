import { useId } from 'react';
import type { HealthTimeline } from '../../model/healthTimeline';
import { TimeAgo } from '../../components/TimeAgo/TimeAgo';
import { describeHealth } from '../../model/describeRepository';
import styles from './HealthStrip.module.css';

const WIDTH = 1000;
const HEIGHT = 32;
/** A short outage must not vanish between two pixels. */
const MIN_WIDTH = 3;

// Each state has a height and a texture of its own, so that a grey screen tells the same.
const heights = { reachable: 12, unknown: 20, unreachable: HEIGHT };

/**
 * A remote's health over time, oldest left. The list below it says the same in words.
 *
 * @internal
 */
export const HealthStrip = (props: {
  timeline: HealthTimeline;
  label: string;
}) => {
  const { strip, from, to } = props.timeline;
  const hatch = useId();
  const x = (at: number) => ((at - from) / (to - from)) * WIDTH;
  // Outages last, so that their widened ends lie over their neighbours.
  const drawn = [...strip].sort(
    (a, b) =>
      Number(a.state === 'unreachable') - Number(b.state === 'unreachable'),
  );
  const states = (['reachable', 'unreachable', 'unknown'] as const).filter(
    state => strip.some(part => part.state === state),
  );
  return (
    <figure className={styles.figure}>
      <svg
        className={styles.strip}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={props.label}
      >
        <defs>
          <pattern
            id={hatch}
            width="8"
            height="8"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <rect className={styles.hatch} width="3" height="8" />
          </pattern>
        </defs>
        {drawn.map(part => {
          const left = x(part.from);
          const height = heights[part.state];
          return (
            <rect
              key={`${part.state} ${part.from}`}
              className={styles[part.state]}
              x={left}
              y={HEIGHT - height}
              width={Math.max(x(part.to) - left, MIN_WIDTH)}
              height={height}
              fill={part.state === 'unknown' ? `url(#${hatch})` : undefined}
              data-state={part.state}
            />
          );
        })}
      </svg>
      <figcaption className={styles.caption}>
        <span>
          <TimeAgo at={new Date(from)} />
        </span>
        <span className={styles.legend} aria-hidden>
          {states.map(state => (
            <span key={state} className={styles.entry} data-state={state}>
              {describeHealth({ state }).word}
            </span>
          ))}
        </span>
        <span>now</span>
      </figcaption>
    </figure>
  );
};
