import { Button } from '@backstage/ui';
import { RiArrowLeftSLine, RiArrowRightSLine } from '@remixicon/react';
import type { ResourceMoment } from '@cnoc/backstage-plugin-cnoc-common';
import { TimeAgo } from '../../../components/TimeAgo/TimeAgo';
import { useNow } from '../../../hooks/useNow';
import { momentText } from '../../../model/momentText';
import { HistoryTracks } from './HistoryTracks';
import styles from './HistoryPanel.module.css';

/**
 * Chooses a moment: by pointer, by arrow keys, Home and End, or by the buttons beside.
 *
 * @param moments - oldest first, at least two
 * @internal
 */
export const HistorySlider = (props: {
  moments: readonly ResourceMoment[];
  step: number;
  onChange: (step: number) => void;
}) => {
  const { moments, step, onChange } = props;
  const now = useNow();
  const last = moments.length - 1;
  return (
    <div className={styles.slider}>
      <div className={styles.labels} aria-hidden>
        <span>Git</span>
        <span>Cluster</span>
      </div>
      <div className={styles.line}>
        <input
          type="range"
          className={styles.range}
          aria-label="Moment"
          aria-valuetext={`${step + 1} of ${moments.length}: ${momentText(
            moments[step],
            now,
          )}`}
          min={0}
          max={last}
          step={1}
          value={step}
          onChange={event => onChange(Number(event.target.value))}
        />
        <HistoryTracks moments={moments} chosen={step} />
        <div className={styles.ends}>
          <TimeAgo at={moments[0].at} clock />
          <TimeAgo at={moments[last].at} clock />
        </div>
      </div>
      <div className={styles.steps}>
        <Button
          size="small"
          variant="tertiary"
          aria-label="The moment before"
          iconStart={<RiArrowLeftSLine />}
          isDisabled={step === 0}
          onPress={() => onChange(step - 1)}
        />
        <Button
          size="small"
          variant="tertiary"
          aria-label="The moment after"
          iconStart={<RiArrowRightSLine />}
          isDisabled={step === last}
          onPress={() => onChange(step + 1)}
        />
      </div>
    </div>
  );
};
