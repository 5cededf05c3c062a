import type { Finding } from '@cnoc/backstage-plugin-cnoc-common';
import { ActorName } from '../ActorName/ActorName';
import { Name } from '../Name/Name';
import { StatusWord } from '../StatusWord/StatusWord';
import { TimeAgo } from '../TimeAgo/TimeAgo';

const words = {
  open: 'Open',
  acknowledged: 'Acknowledged',
  suppressed: 'Suppressed',
  resolved: 'Resolved',
};

/**
 * Where a finding stands in its life, and who said so, why and until when. Nothing for an open one that nobody judged.
 *
 * @internal
 */
export const FindingDecision = (props: {
  finding: Pick<Finding, 'status' | 'decision' | 'resolvedAt'>;
}) => {
  const { status, decision, resolvedAt } = props.finding;
  if (status === 'open') return null;
  return (
    <span>
      <StatusWord tone={status === 'resolved' ? 'good' : 'waiting'}>
        {words[status]}
      </StatusWord>
      {status === 'resolved' && resolvedAt && (
        <>
          {' '}
          <TimeAgo at={resolvedAt} />
        </>
      )}
      {decision && (
        <>
          {status === 'resolved' ? '; judged by ' : ' by '}
          <ActorName actor={decision.by} />
          {', '}
          <TimeAgo at={decision.at} />
          {decision.until && (
            <>
              , until <TimeAgo at={decision.until} clock />
            </>
          )}
          {decision.reason && (
            <>
              {': '}
              <Name>{decision.reason}</Name>
            </>
          )}
        </>
      )}
    </span>
  );
};
