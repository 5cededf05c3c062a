import type { ResourceDetail } from '@cnoc/backstage-plugin-cnoc-common';
import { Flash } from '../../components/Flash/Flash';
import { Name } from '../../components/Name/Name';
import { SeverityWord } from '../../components/SeverityWord/SeverityWord';
import { StateWord } from '../../components/StateWord/StateWord';
import { TimeAgo } from '../../components/TimeAgo/TimeAgo';
import { ClusterLayer } from './ClusterLayer';
import { GitLayer } from './GitLayer';
import { Layer } from './Layer';
import { SwitchesLayer } from './SwitchesLayer';
import styles from './ResourcePage.module.css';

/**
 * The resource's state, and where it stands in git, in the cluster and on the switches, each with its age.
 *
 * @internal
 */
export const ResourceLayers = (props: {
  fabric: string;
  resource: ResourceDetail;
}) => {
  const { fabric, resource } = props;
  const { state, severity, reason, since } = resource;
  return (
    <dl className={styles.layers}>
      <Layer title="State">
        <Flash value={state}>
          <StateWord state={state} />
        </Flash>
        {since && (
          <span className={styles.age}>
            since <TimeAgo at={since} clock />
          </span>
        )}
        {severity && (
          <span className={styles.reason}>
            <SeverityWord severity={severity} /> <Name>{reason ?? ''}</Name>
          </span>
        )}
      </Layer>
      <GitLayer resource={resource} />
      <ClusterLayer fabric={fabric} resource={resource} />
      <SwitchesLayer fabric={fabric} resource={resource} />
    </dl>
  );
};
