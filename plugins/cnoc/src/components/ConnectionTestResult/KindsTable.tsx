import type { ConnectionTest } from '@cnoc/backstage-plugin-cnoc-common';
import { plural } from '../../text/plural';
import { StatusWord } from '../StatusWord/StatusWord';
import styles from './ConnectionTestResult.module.css';

type Kind = ConnectionTest['kinds'][number];

// An older release of Hedgehog does not have every kind; that alone is no failure.
const servedOf = ({ served }: Kind) => (
  <StatusWord tone={served ? 'good' : 'waiting'}>
    {served ? 'Served' : 'Not served'}
  </StatusWord>
);

const listableOf = ({ listable }: Kind) => (
  <StatusWord tone={listable ? 'good' : 'bad'}>
    {listable ? 'Yes' : 'Refused'}
  </StatusWord>
);

const schemaOf = ({ schema, differences = 0 }: Kind) => {
  switch (schema) {
    case 'same':
      return <StatusWord tone="good">Same</StatusWord>;
    case 'differs':
      return (
        <StatusWord tone="warning">
          {differences > 0
            ? `Differs in ${plural(differences, 'field')}`
            : 'Differs'}
        </StatusWord>
      );
    case 'unreadable':
      return <StatusWord tone="unknown">Not readable</StatusWord>;
    default:
      return <span className={styles.hint}>not compared</span>;
  }
};

/** Those that need a look first; those that the release does not have last. */
const rank = ({ served, listable, schema }: Kind) => {
  if (!served) return 3;
  if (!listable) return 0;
  return schema === 'differs' ? 1 : 2;
};

/**
 * Which of Hedgehog's kinds the cluster serves, lets CNOC list, and in which shape.
 *
 * @internal
 */
export const KindsTable = ({ kinds }: { kinds: readonly Kind[] }) => (
  // So that the keyboard can scroll what a phone cannot show.
  // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
  <div className={styles.scroll} tabIndex={0} role="group" aria-label="Kinds">
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">Kind</th>
          <th scope="col">Served</th>
          <th scope="col">Listable</th>
          <th scope="col">Schema</th>
          <th scope="col">Versions</th>
        </tr>
      </thead>
      <tbody>
        {[...kinds]
          .sort((a, b) => rank(a) - rank(b) || a.kind.localeCompare(b.kind))
          .map(kind => (
            <tr key={kind.kind}>
              <th scope="row">{kind.kind}</th>
              <td>{servedOf(kind)}</td>
              <td>{kind.served ? listableOf(kind) : '–'}</td>
              <td>{kind.served ? schemaOf(kind) : '–'}</td>
              <td>{kind.versions?.join(', ')}</td>
            </tr>
          ))}
      </tbody>
    </table>
  </div>
);
