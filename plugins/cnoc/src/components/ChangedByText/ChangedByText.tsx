import type { ChangedBy } from '@cnoc/backstage-plugin-cnoc-common';
import { useCnocLinks } from '../../hooks/useCnocLinks';
import { shortSha } from '../../text/shortSha';
import { ActorName } from '../ActorName/ActorName';
import { InlineLink } from '../InlineLink/InlineLink';
import { Name } from '../Name/Name';
import { TimeAgo } from '../TimeAgo/TimeAgo';

/**
 * Who changed something in the cluster, as the end of a sentence: the person and the deployment where CNOC wrote it, else the field
 * manager, which is all that the API server knows.
 *
 * @internal
 */
export const ChangedByText = (props: {
  /** Without it the deployment is named, not linked */
  fabric?: string;
  changedBy: ChangedBy;
  hideTime?: boolean;
}) => {
  const { manager, by, deployment, commit, at } = props.changedBy;
  const links = useCnocLinks();
  return (
    <span>
      {by ? <ActorName actor={by} /> : <Name>{manager}</Name>}
      {deployment && (
        <>
          {' in '}
          {props.fabric ? (
            <InlineLink href={links.deployment(props.fabric, deployment)}>
              a deployment
            </InlineLink>
          ) : (
            'a deployment'
          )}
        </>
      )}
      {commit && (
        <>
          {' of '}
          <Name mono>{shortSha(commit)}</Name>
        </>
      )}
      {at && !props.hideTime && (
        <>
          {', '}
          <TimeAgo at={at} />
        </>
      )}
    </span>
  );
};
