import type { ClusterDetail } from '@cnoc/backstage-plugin-cnoc-common';
import { Name } from '../../components/Name/Name';
import { Panel } from '../../components/Panel/Panel';
import { RowList } from '../../components/RowList/RowList';
import { plural } from '../../text/plural';
import styles from './ClusterPage.module.css';

/** Most differences that are listed. */
const MAX_LISTED = 100;

/**
 * Where the cluster's schemas differ from those that this version of CNOC knows.
 *
 * @internal
 */
export const SchemasPanel = (props: {
  schemas: NonNullable<ClusterDetail['schemas']>;
}) => {
  const { schemas } = props;
  return (
    <Panel
      flush
      title="Other schemas than CNOC knows"
      note={plural(schemas.length, 'field')}
    >
      <RowList label="Other schemas">
        {schemas.slice(0, MAX_LISTED).map(({ kind, path, message }) => (
          <li key={`${kind} ${path} ${message}`}>
            <div className={styles.row}>
              <strong>{kind}</strong>
              <Name mono>{path}</Name>
              <span className={styles.note}>{message}</span>
            </div>
          </li>
        ))}
        {schemas.length > MAX_LISTED && (
          <li>and {schemas.length - MAX_LISTED} more</li>
        )}
      </RowList>
    </Panel>
  );
};
