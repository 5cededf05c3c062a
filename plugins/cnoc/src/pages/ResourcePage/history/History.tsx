import { ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import type {
  ResourceDetail,
  ResourceMoment,
} from '@cnoc/backstage-plugin-cnoc-common';
import { Expandable } from '../../../components/Expandable/Expandable';
import { TimeAgo } from '../../../components/TimeAgo/TimeAgo';
import { useUrlState } from '../../../hooks/useUrlState';
import { HistorySlider } from './HistorySlider';
import { MomentList } from './MomentList';
import { MomentValues } from './MomentValues';
import { MomentWords } from './MomentWords';
import { useChosenMoment } from './useChosenMoment';
import styles from './HistoryPanel.module.css';

/**
 * Moves through the moments of a resource.
 *
 * @param moments - oldest first, at least one
 * @internal
 */
export const History = (props: {
  fabric: string;
  resource: ResourceDetail;
  moments: readonly ResourceMoment[];
}) => {
  const { fabric, resource, moments } = props;
  const [step, choose] = useChosenMoment(moments);
  const [compared, setCompared] = useUrlState('compare');
  const moment = moments[step];
  const withNow = compared === 'now';
  return (
    <>
      <div className={styles.top}>
        {moments.length > 1 && (
          <HistorySlider moments={moments} step={step} onChange={choose} />
        )}
        <div className={styles.moment}>
          <span className={styles.words} role="status">
            <strong>
              <TimeAgo at={moment.at} clock />
            </strong>{' '}
            <MomentWords fabric={fabric} moment={moment} />
          </span>
          <ToggleButtonGroup
            aria-label="What is compared"
            selectionMode="single"
            disallowEmptySelection
            selectedKeys={[withNow ? 'now' : 'sides']}
            onSelectionChange={keys =>
              setCompared(keys.has('now') ? 'now' : '')
            }
          >
            <ToggleButton id="sides">Git and cluster</ToggleButton>
            <ToggleButton id="now">Compare with now</ToggleButton>
          </ToggleButtonGroup>
        </div>
      </div>
      <MomentValues
        resource={resource}
        moments={moments}
        moment={moment}
        withNow={withNow}
      />
      {moments.length > 1 && (
        <div className={styles.all}>
          <Expandable
            label="Show all moments"
            summary={`All ${moments.length} moments in words`}
          >
            <MomentList
              fabric={fabric}
              moments={moments}
              step={step}
              onChoose={choose}
            />
          </Expandable>
        </div>
      )}
    </>
  );
};
