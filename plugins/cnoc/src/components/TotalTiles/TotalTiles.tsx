import styles from './TotalTiles.module.css';

/** @internal */
export type TotalTile = {
  label: string;
  value: number;
  note: string;
  /** This number wants somebody to look */
  alarm?: boolean;
};

/**
 * The numbers over everything that a page lists.
 *
 * @internal
 */
export const TotalTiles = ({ tiles }: { tiles: readonly TotalTile[] }) => (
  <dl className={styles.totals} aria-label="Totals">
    {tiles.map(tile => (
      <div
        key={tile.label}
        className={styles.total}
        data-alarm={tile.alarm ? '' : undefined}
      >
        <dt>{tile.label}</dt>
        <dd>
          <strong>{tile.value.toLocaleString('en')}</strong>
          <span>{tile.note}</span>
        </dd>
      </div>
    ))}
  </dl>
);
