import type { Fabric } from '@cnoc/backstage-plugin-cnoc-common';
import { TimeAgo } from '../../../components/TimeAgo/TimeAgo';
import { describeFullCheck } from '../../../model/describeFullCheck';
import styles from './DriftTab.module.css';

/**
 * When git and cluster were last compared, and when everything was listed anew to prove that no change was missed.
 *
 * @internal
 */
export const CheckedNote = ({ fabric }: { fabric: Fabric }) => {
  const { checkedAt, fullCheck } = fabric.status.drift;
  if (!checkedAt && !fullCheck) return null;
  const full = fullCheck && describeFullCheck(fullCheck);
  return (
    <p className={styles.hint}>
      {checkedAt && (
        <>
          Checked <TimeAgo at={checkedAt} />.{' '}
        </>
      )}
      {fullCheck && full && (
        <>
          {full.covered} <TimeAgo at={fullCheck.at} />; {full.result}.
        </>
      )}
    </p>
  );
};
