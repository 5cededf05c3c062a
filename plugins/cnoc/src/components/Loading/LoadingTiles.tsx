import { BgProvider, Skeleton } from '@backstage/ui';
import styles from './Loading.module.css';

/**
 * The shape of a strip of tiles that is on its way.
 *
 * @internal
 */
export const LoadingTiles = (props: { label: string; tiles?: number }) => (
  <BgProvider bg="neutral-1">
    <div className={styles.tiles} role="status" aria-label={props.label}>
      {Array.from({ length: props.tiles ?? 4 }, (_, index) => (
        <div key={index} className={styles.tile} aria-hidden>
          <Skeleton width="40%" height={12} />
          <Skeleton width="65%" height={18} />
        </div>
      ))}
    </div>
  </BgProvider>
);
