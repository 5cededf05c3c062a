import type { ReactNode } from 'react';
import type { FindingTotals } from '@cnoc/backstage-plugin-cnoc-common';
import { severities } from '../../model/groupFindings';
import { SeverityBar } from './SeverityBar';
import styles from './SeverityBars.module.css';

/** @internal */
export type SeverityRow = {
  id: string;
  label: ReactNode;
  counts: FindingTotals['bySeverity'];
  /** What is counted is old or not known */
  stale?: boolean;
};

const totalOf = (counts: FindingTotals['bySeverity']) =>
  counts.critical + counts.warning + counts.info;

/**
 * Findings by something, each row drawn as a bar beside its numbers: the picture and its table are one.
 *
 * @internal
 */
export const SeverityBars = (props: {
  label: string;
  /** What the rows are, for example `Age` */
  heading: string;
  rows: readonly SeverityRow[];
}) => {
  const max = Math.max(...props.rows.map(row => totalOf(row.counts)), 1);
  return (
    <table className={styles.table} aria-label={props.label}>
      <thead>
        <tr>
          <th scope="col">{props.heading}</th>
          <td aria-hidden />
          <th scope="col">Critical</th>
          <th scope="col">Warning</th>
          <th scope="col">Info</th>
        </tr>
      </thead>
      <tbody>
        {props.rows.map(row => (
          <tr key={row.id} data-stale={row.stale ? '' : undefined}>
            <th scope="row">{row.label}</th>
            <td className={styles.drawn} aria-hidden>
              <SeverityBar counts={row.counts} max={max} />
            </td>
            {severities.map(severity => (
              <td
                key={severity}
                className={styles.count}
                data-none={row.counts[severity] === 0 ? '' : undefined}
              >
                {row.counts[severity].toLocaleString('en')}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
};
