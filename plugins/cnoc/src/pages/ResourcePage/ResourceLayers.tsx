import type { ResourceDetail } from '@cnoc/backstage-plugin-cnoc-common';
import { Flash } from '../../components/Flash/Flash';
import { Name } from '../../components/Name/Name';
import { SafeLink } from '../../components/SafeLink/SafeLink';
import { SeverityWord } from '../../components/SeverityWord/SeverityWord';
import { StateWord } from '../../components/StateWord/StateWord';
import { StatusWord } from '../../components/StatusWord/StatusWord';
import { TimeAgo } from '../../components/TimeAgo/TimeAgo';
import { shortSha } from '../../text/shortSha';
import { ClusterWord } from './ClusterWord';
import { Layer } from './Layer';
import { SwitchesWord } from './SwitchesWord';
import styles from './ResourcePage.module.css';

/**
 * The resource's state, and where it stands in git, in the cluster and on the switches.
 *
 * @internal
 */
export const ResourceLayers = ({ resource }: { resource: ResourceDetail }) => {
  const { state, severity, reason, source, desired, live } = resource;
  const stale = resource.staleSince !== undefined;
  return (
    <dl className={styles.layers}>
      <Layer title="State">
        <Flash value={state}>
          <StateWord state={state} />
        </Flash>
        {severity && (
          <span className={styles.reason}>
            <SeverityWord severity={severity} /> <Name>{reason ?? ''}</Name>
          </span>
        )}
      </Layer>
      <Layer title="Git">
        <StatusWord tone={desired ? 'good' : 'warning'}>
          {desired ? 'Has it' : 'Does not have it'}
        </StatusWord>
        {source && (
          <span className={styles.note}>
            <SafeLink href={source.url}>
              <Name mono>{`${source.file}:${source.line}`}</Name>
            </SafeLink>
            {source.commit && (
              <>
                {' at '}
                <Name mono>{shortSha(source.commit)}</Name>
              </>
            )}
          </span>
        )}
      </Layer>
      <Layer title="Cluster" stale={stale}>
        <ClusterWord resource={resource} />
        {live && (
          <span className={styles.note}>
            {live.generation !== undefined && `generation ${live.generation}`}
            {live.changedBy && (
              <>
                {', changed by '}
                <Name>{live.changedBy.manager}</Name>{' '}
                {live.changedBy.at && <TimeAgo at={live.changedBy.at} />}
              </>
            )}
          </span>
        )}
      </Layer>
      <Layer title="Switches" stale={stale}>
        <SwitchesWord resource={resource} />
      </Layer>
    </dl>
  );
};
