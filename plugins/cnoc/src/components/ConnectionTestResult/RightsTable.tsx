import type { ConnectionTest } from '@cnoc/backstage-plugin-cnoc-common';
import { rightsMatrix } from '../../model/rightsMatrix';
import { StatusWord } from '../StatusWord/StatusWord';
import styles from './ConnectionTestResult.module.css';

type Right = ConnectionTest['rights'][number];

const cellOf = (right: Right | undefined) => {
  if (!right) return <span className={styles.hint}>–</span>;
  if (right.allowed === null) {
    return <StatusWord tone="unknown">Unknown</StatusWord>;
  }
  return right.allowed ? (
    <StatusWord tone="good">Yes</StatusWord>
  ) : (
    <StatusWord tone="bad">No</StatusWord>
  );
};

/**
 * The rights that CNOC uses, by resource and verb; what the missing ones cost stands before them.
 *
 * @internal
 */
export const RightsTable = ({ rights }: { rights: readonly Right[] }) => {
  const { verbs, rows, losses } = rightsMatrix(rights);
  return (
    <>
      {losses.length > 0 && (
        <ul className={styles.losses} aria-label="What does not work">
          {losses.map(loss => (
            <li key={loss}>{loss}</li>
          ))}
        </ul>
      )}
      <div
        className={styles.scroll}
        role="group"
        aria-label="Rights"
        // So that the keyboard can scroll what a phone cannot show.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
      >
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">Resource</th>
              {verbs.map(verb => (
                <th key={verb} scope="col">
                  {verb}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ resource, cells }) => (
              <tr key={resource}>
                <th scope="row" className={styles.resource}>
                  {resource}
                </th>
                {cells.map((right, index) => (
                  <td key={verbs[index]}>{cellOf(right)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
};
