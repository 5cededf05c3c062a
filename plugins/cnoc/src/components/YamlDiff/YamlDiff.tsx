import { lazy, Suspense } from 'react';
import { Skeleton, useBreakpoint } from '@backstage/ui';
import { TimeAgo } from '../TimeAgo/TimeAgo';
import { DiffToggles } from './DiffToggles';
import { useDiffChoice } from './useDiffChoice';
import styles from './YamlDiff.module.css';

const YamlMergeView = lazy(() =>
  import('./YamlMergeView').then(m => ({ default: m.YamlMergeView })),
);

const NOT_THERE = 'not there';

/**
 * Canonical YAML of two sides, side by side or one with the differences inside (always so on a narrow screen), only the
 * differences or whole. How it is shown is kept in the page's address.
 *
 * @internal
 */
export const YamlDiff = (props: {
  desired?: string;
  live?: string;
  staleSince?: string;
  /** What the two sides are; default git and cluster */
  titles?: { desired: string; live: string };
  /** Why a side has no text; default `not there` */
  absent?: { desired?: string; live?: string };
}) => {
  const { desired, live, staleSince, absent } = props;
  const titles = props.titles ?? { desired: 'Git', live: 'Cluster' };
  const choice = useDiffChoice();
  const narrow = useBreakpoint().down('sm');
  const unified = narrow || choice.unified;
  const equal = desired === live;
  const missing = {
    desired: desired === undefined && (
      <em>{` – ${absent?.desired ?? NOT_THERE}`}</em>
    ),
    live: live === undefined && <em>{` – ${absent?.live ?? NOT_THERE}`}</em>,
  };
  const seen = staleSince && (
    <em>
      {' as of '}
      <TimeAgo at={staleSince} clock />
    </em>
  );
  return (
    <div className={styles.root}>
      <div className={styles.bar} data-unified={unified ? '' : undefined}>
        {unified ? (
          <span className={styles.side}>
            {titles.live}
            {missing.live}
            {seen}
            {`, lines of “${titles.desired}” above where they differ`}
            {missing.desired}
          </span>
        ) : (
          <>
            <span className={styles.side}>
              {titles.desired}
              {missing.desired}
            </span>
            <span
              className={styles.side}
              data-stale={staleSince ? '' : undefined}
            >
              {titles.live}
              {missing.live}
              {seen}
            </span>
          </>
        )}
        {!equal && (
          <DiffToggles
            choice={choice}
            narrow={narrow}
            label={`${titles.desired} and ${titles.live}`}
          />
        )}
      </div>
      <Suspense fallback={<Skeleton width="100%" height={220} />}>
        <YamlMergeView
          desired={desired ?? ''}
          live={live ?? ''}
          collapse={!choice.whole && !equal}
          unified={unified}
          titles={titles}
        />
      </Suspense>
    </div>
  );
};
