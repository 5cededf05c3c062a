import type { Fabric } from '@cnoc/backstage-plugin-cnoc-common';
import { StaleBand } from '../../components/StaleBand/StaleBand';
import { describeError } from '../../errors/describeError';

/**
 * Why what is shown of a fabric may be old: the portal does not answer, or the cluster does not.
 *
 * @internal
 */
export const FabricStaleBand = (props: {
  fabric: Fabric;
  error?: Error;
  updatedAt?: Date;
}) => {
  const { connection } = props.fabric.status;
  return (
    <>
      {props.error && (
        <StaleBand
          since={props.updatedAt ?? new Date()}
          cause={`the portal could not be asked again. ${
            describeError(props.error).reason
          }`}
        />
      )}
      {connection.staleSince && (
        <StaleBand
          since={connection.staleSince}
          cause="the cluster does not answer. What git has is current; everything live is from then."
        />
      )}
    </>
  );
};
