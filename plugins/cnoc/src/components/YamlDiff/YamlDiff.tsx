import { lazy, Suspense, useState } from 'react';
import { Skeleton, ToggleButton, useBreakpoint } from '@backstage/ui';
import { TimeAgo } from '../TimeAgo/TimeAgo';
import styles from './YamlDiff.module.css';

const YamlMergeView = lazy(() =>
  import('./YamlMergeView').then(m => ({ default: m.YamlMergeView })),
);

/**
 * Canonical YAML of git and cluster side by side (one above the other on a narrow screen), only the differences or whole.
 *
 * @internal
 */
export const YamlDiff = (props: {
  desired?: string;
  live?: string;
  staleSince?: string;
  /** What the two sides are; default git and cluster */
  titles?: { desired: string; live: string };
}) => {
  const { desired, live, staleSince } = props;
  const titles = props.titles ?? { desired: 'Git', live: 'Cluster' };
  const [whole, setWhole] = useState(false);
  const narrow = useBreakpoint().down('sm');
  const equal = desired === live;
  const seen = staleSince && (
    <em>
      {' as of '}
      <TimeAgo at={staleSince} clock />
    </em>
  );
  return (
    <div className={styles.root}>
      <div className={styles.bar} data-unified={narrow ? '' : undefined}>
        {narrow ? (
          <span className={styles.side}>
            {`${titles.live}, lines of “${titles.desired}” above where they differ`}
            {seen}
          </span>
        ) : (
          <>
            <span className={styles.side}>
              {titles.desired}
              {desired === undefined && <em> – not there</em>}
            </span>
            <span
              className={styles.side}
              data-stale={staleSince ? '' : undefined}
            >
              {titles.live}
              {live === undefined && <em> – not there</em>}
              {seen}
            </span>
          </>
        )}
        {!equal && (
          <ToggleButton
            className={styles.toggle}
            size="small"
            isSelected={whole}
            onChange={setWhole}
          >
            Whole document
          </ToggleButton>
        )}
      </div>
      <Suspense fallback={<Skeleton width="100%" height={220} />}>
        <YamlMergeView
          desired={desired ?? ''}
          live={live ?? ''}
          collapse={!whole && !equal}
          unified={narrow}
          titles={titles}
        />
      </Suspense>
    </div>
  );
};
