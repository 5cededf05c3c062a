import type { ResourceMoment } from '@cnoc/backstage-plugin-cnoc-common';
import { ChangedByText } from '../../../components/ChangedByText/ChangedByText';
import { Name } from '../../../components/Name/Name';
import { SafeLink } from '../../../components/SafeLink/SafeLink';
import { shortSha } from '../../../text/shortSha';

/**
 * What happened at a moment and who caused it: the author of a commit, a field manager, or a person by a deployment.
 *
 * @internal
 */
export const MomentWords = (props: {
  fabric: string;
  moment: ResourceMoment;
}) => {
  const { side, present, commit, changedBy, deployment } = props.moment;
  if (side === 'git') {
    return (
      <span>
        {present ? 'Git changed' : 'Removed from git'}
        {commit && (
          <>
            {', commit '}
            <SafeLink href={commit.url}>
              <Name mono>{shortSha(commit.sha)}</Name>
            </SafeLink>
            {commit.author && (
              <>
                {' by '}
                <Name>{commit.author}</Name>
              </>
            )}
            {commit.message && (
              <>
                {': '}
                <Name>{commit.message}</Name>
              </>
            )}
          </>
        )}
      </span>
    );
  }
  return (
    <span>
      {present ? 'The cluster changed' : 'Gone from the cluster'}
      {changedBy && (
        <>
          {', by '}
          <ChangedByText
            fabric={props.fabric}
            changedBy={{
              ...changedBy,
              deployment: changedBy.deployment ?? deployment,
            }}
            hideTime
          />
        </>
      )}
    </span>
  );
};
