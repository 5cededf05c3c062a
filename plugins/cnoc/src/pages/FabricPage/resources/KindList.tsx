import { Skeleton } from '@backstage/ui';
import type { KindCount } from '@cnoc/backstage-plugin-cnoc-common';
import styles from './ResourcesTab.module.css';

/**
 * The fabric's kinds with how many resources each has, and how many of them differ.
 *
 * @internal
 */
export const KindList = (props: {
  kinds?: readonly KindCount[];
  selected: string;
  onSelect: (kind: string) => void;
}) => {
  const { kinds, selected, onSelect } = props;
  if (!kinds) {
    return (
      <div className={styles.kinds} aria-hidden>
        {Array.from({ length: 8 }, (_, index) => (
          <Skeleton key={index} width="90%" height={20} />
        ))}
      </div>
    );
  }
  const sum = (of: 'total' | 'differing') =>
    kinds.reduce((total, kind) => total + kind[of], 0);
  const rows = [
    {
      id: '',
      label: 'All kinds',
      total: sum('total'),
      differing: sum('differing'),
    },
    ...kinds.map(k => ({ ...k, id: k.kind, label: k.kind })),
  ];
  return (
    <nav className={styles.kinds} aria-label="Kinds">
      {rows.map(row => (
        <button
          key={row.id}
          type="button"
          className={styles.kind}
          aria-pressed={row.id === selected}
          aria-label={`${row.label}: ${row.total}, ${row.differing} differ`}
          onClick={() => onSelect(row.id)}
        >
          <span className={styles.kindName}>{row.label}</span>
          {row.differing > 0 && (
            <span className={styles.differing}>{row.differing} differ</span>
          )}
          <span className={styles.kindCount}>
            {row.total.toLocaleString('en')}
          </span>
        </button>
      ))}
    </nav>
  );
};
