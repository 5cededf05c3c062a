import type { ReactElement, ReactNode } from 'react';
import { RiSearchLine } from '@remixicon/react';
import { describeError } from '../../errors/describeError';
import type { ServerState } from '../../hooks/useServerState';
import { plural } from '../../text/plural';
import { EmptyState } from '../EmptyState/EmptyState';
import { ErrorPanel } from '../ErrorPanel/ErrorPanel';
import { LoadingRows } from '../Loading/LoadingRows';
import { StaleBand } from '../StaleBand/StaleBand';
import styles from './FilteredList.module.css';

type Props = {
  /** What the list holds, for example `repository`, `repositories` */
  words: { one: string; many: string };
  state: ServerState<{ items: unknown[]; nextCursor?: string }>;
  filters: ReactNode;
  /** How many items pass the filters */
  shown: number;
  filtered: boolean;
  /** For example `by need` */
  order: string;
  /** What a failure to load does not touch */
  stillWorks: string;
  /** Stands here while there is nothing to list */
  empty: ReactElement;
  /** The items that pass the filters; not rendered when there are none */
  children: ReactNode;
};

/**
 * A filterable list in all its states: loading, failed, stale, empty, nothing found, found.
 *
 * @internal
 */
export const FilteredList = (props: Props) => {
  const { words, state, shown } = props;
  const { data, error } = state;
  const all = data?.items.length ?? 0;
  return (
    <>
      {error && data && (
        <StaleBand
          since={state.updatedAt ?? new Date()}
          cause={describeError(error).reason}
        />
      )}
      <div className={styles.filters}>
        {props.filters}
        {data && (
          <span className={styles.count} aria-live="polite">
            {props.filtered
              ? `${shown} of ${plural(all, words.one, words.many)}`
              : plural(all, words.one, words.many)}
            , {props.order}
            {data.nextCursor && `; only the first ${all}`}
          </span>
        )}
      </div>
      {state.loading && (
        <LoadingRows label={`Loading ${words.many}`} rows={5} />
      )}
      {error && !data && (
        <ErrorPanel
          title={`The ${words.many} could not be loaded`}
          error={error}
          stillWorks={props.stillWorks}
          onRetry={state.refresh}
        />
      )}
      {data && all === 0 && props.empty}
      {all > 0 && shown === 0 && (
        <EmptyState
          icon={<RiSearchLine size={32} aria-hidden />}
          title={`No ${words.one} matches the filter`}
        />
      )}
      {shown > 0 && props.children}
    </>
  );
};
