import type { ResourceMoment } from '@cnoc/backstage-plugin-cnoc-common';
import {
  momentKey,
  stretchesOf,
  type Side,
} from '../../../model/resourceHistory';
import styles from './HistoryPanel.module.css';

const rows: Record<Side, number> = { git: 16, cluster: 44 };
/** Radius in pixels; many moments have little room. */
const radiusFor = (moments: number) => (moments > 30 ? 3 : 6);

const Dot = (props: { moment: ResourceMoment; x: string; radius: number }) => {
  const { radius } = props;
  const { side, present } = props.moment;
  const y = rows[side];
  // A square and a circle, full or hollow: a grey screen tells the same.
  return side === 'git' ? (
    <circle
      className={styles.dot}
      cx={props.x}
      cy={y}
      r={radius}
      data-side={side}
      data-gone={present ? undefined : ''}
    />
  ) : (
    <svg x={props.x} y={y} overflow="visible">
      <rect
        className={styles.dot}
        x={-radius}
        y={-radius}
        width={2 * radius}
        height={2 * radius}
        data-side={side}
        data-gone={present ? undefined : ''}
      />
    </svg>
  );
};

/**
 * Git and cluster as two tracks over the same moments, oldest left. Every change is one step, so that those of one minute
 * stay apart; the slider over it and the list below it say the same in words.
 *
 * @internal
 */
export const HistoryTracks = (props: {
  moments: readonly ResourceMoment[];
  chosen: number;
}) => {
  const { moments, chosen } = props;
  const last = moments.length - 1;
  // In per cent of the width, so that dots keep their shape whatever it is.
  const x = (step: number) => `${(Math.min(step, last) / last) * 100}%`;
  return (
    <svg className={styles.tracks} aria-hidden focusable="false">
      <line
        className={styles.chosen}
        x1={x(chosen)}
        x2={x(chosen)}
        y1="0"
        y2="60"
      />
      {(['git', 'cluster'] as const).map(side => (
        <g key={side} data-side={side}>
          {stretchesOf(moments, side).map(stretch => (
            <line
              key={stretch.from}
              className={styles.stretch}
              data-state={stretch.state}
              x1={x(stretch.from)}
              x2={x(stretch.to)}
              y1={rows[side]}
              y2={rows[side]}
            />
          ))}
        </g>
      ))}
      {moments.map((moment, step) => (
        <Dot
          key={momentKey(moment)}
          moment={moment}
          x={x(step)}
          radius={radiusFor(moments.length)}
        />
      ))}
    </svg>
  );
};
