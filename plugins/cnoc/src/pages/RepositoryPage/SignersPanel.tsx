import type { RepositoryDetail } from '@cnoc/backstage-plugin-cnoc-common';
import { Name } from '../../components/Name/Name';
import { Panel } from '../../components/Panel/Panel';
import { RowList } from '../../components/RowList/RowList';
import { plural } from '../../text/plural';
import styles from './RepositoryPage.module.css';

/** Most signers that are listed. */
const MAX_LISTED = 20;
const KEY_TYPE = /^(sk-)?(ssh|ecdsa)-/;

/**
 * Whose signatures count.
 *
 * @internal
 */
export const SignersPanel = (props: { repository: RepositoryDetail }) => {
  const signers = props.repository.allowedSigners
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '' && !line.startsWith('#'))
    .map(line => line.split(/\s+/));
  return (
    <Panel title="Allowed signers" note={plural(signers.length, 'key')} flush>
      <RowList label="Allowed signers">
        {signers.length === 0 && (
          <li>None is listed, so that every commit is refused.</li>
        )}
        {signers.slice(0, MAX_LISTED).map(([principals, ...rest], index) => (
          <li key={index}>
            <Name>{principals}</Name>{' '}
            <span className={styles.note}>
              {rest.find(word => KEY_TYPE.test(word))}
            </span>
          </li>
        ))}
        {signers.length > MAX_LISTED && (
          <li>and {signers.length - MAX_LISTED} more</li>
        )}
      </RowList>
    </Panel>
  );
};
