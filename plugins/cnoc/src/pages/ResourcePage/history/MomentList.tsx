import type { ResourceMoment } from '@cnoc/backstage-plugin-cnoc-common';
import { TimeAgo } from '../../../components/TimeAgo/TimeAgo';
import { momentKey } from '../../../model/resourceHistory';
import { MomentWords } from './MomentWords';
import styles from './HistoryPanel.module.css';

/**
 * The moments in words, newest first; each can be chosen.
 *
 * @internal
 */
export const MomentList = (props: {
  fabric: string;
  /** Oldest first */
  moments: readonly ResourceMoment[];
  step: number;
  onChoose: (step: number) => void;
}) => (
  <ol className={styles.moments} aria-label="Moments, newest first" reversed>
    {props.moments
      .map((moment, step) => (
        <li key={momentKey(moment)}>
          <button
            type="button"
            className={styles.choose}
            aria-pressed={step === props.step}
            onClick={() => props.onChoose(step)}
          >
            <TimeAgo at={moment.at} clock />
          </button>
          <MomentWords fabric={props.fabric} moment={moment} />
        </li>
      ))
      .reverse()}
  </ol>
);
