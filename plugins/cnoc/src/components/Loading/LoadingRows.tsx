import { BgProvider, Skeleton } from '@backstage/ui';
import styles from './Loading.module.css';

/**
 * The shape of rows that are on their way.
 *
 * @internal
 */
export const LoadingRows = (props: { label: string; rows?: number }) => (
  <BgProvider bg="neutral-1">
    <div className={styles.rows} role="status" aria-label={props.label}>
      {Array.from({ length: props.rows ?? 4 }, (_, index) => (
        <div key={index} className={styles.row} aria-hidden>
          <Skeleton width="22%" height={16} />
          <Skeleton width="14%" height={16} />
          <Skeleton width="38%" height={16} />
        </div>
      ))}
    </div>
  </BgProvider>
);
