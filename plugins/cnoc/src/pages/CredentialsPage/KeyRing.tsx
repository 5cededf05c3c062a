import type { KeyRotation } from '@cnoc/backstage-plugin-cnoc-common';
import { Name } from '../../components/Name/Name';
import { plural } from '../../text/plural';
import styles from './CredentialsPage.module.css';

/**
 * The keys, newest first as configured, with how many values each holds.
 *
 * @internal
 */
export const KeyRing = ({ rotation }: { rotation: KeyRotation }) => (
  <table className={styles.keys}>
    <thead>
      <tr>
        <th scope="col">Key</th>
        <th scope="col">Encrypts</th>
        <th scope="col">Means</th>
      </tr>
    </thead>
    <tbody>
      {rotation.keys.map(key => (
        <tr key={key.id}>
          <th scope="row">
            <Name mono>{key.id}</Name>
          </th>
          <td>{plural(key.values, 'value')}</td>
          <td>{meaningOf(key)}</td>
        </tr>
      ))}
    </tbody>
  </table>
);

function meaningOf(key: KeyRotation['keys'][number]): string {
  if (key.newest) return 'Newest: encrypts what is stored from now on';
  return key.values > 0
    ? 'Older: still needed, re-encrypt before it is removed'
    : 'Older: may be removed from the configuration';
}
