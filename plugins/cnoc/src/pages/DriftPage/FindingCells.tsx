import type { FabricFinding } from '@cnoc/backstage-plugin-cnoc-common';
import { ChangedByText } from '../../components/ChangedByText/ChangedByText';
import { FindingDecision } from '../../components/FindingDecision/FindingDecision';
import { InlineLink } from '../../components/InlineLink/InlineLink';
import { Name } from '../../components/Name/Name';
import { TimeAgo } from '../../components/TimeAgo/TimeAgo';
import { useCnocLinks } from '../../hooks/useCnocLinks';
import styles from './DriftPage.module.css';

/**
 * The fabric of a finding, leading to its Drift tab.
 *
 * @internal
 */
export const FabricCell = (props: {
  finding: FabricFinding;
  staleSince?: string;
}) => {
  const { fabric, environment } = props.finding;
  const links = useCnocLinks();
  return (
    <span
      className={styles.lines}
      data-stale={props.staleSince ? '' : undefined}
    >
      <InlineLink href={links.fabric(fabric, 'drift')}>
        <Name>{fabric}</Name>
      </InlineLink>
      <span className={styles.note}>
        {environment && <Name>{environment}</Name>}
        {props.staleSince && (
          <>
            {environment && ' · '}
            stale since <TimeAgo at={props.staleSince} clock />
          </>
        )}
      </span>
    </span>
  );
};

/** @internal */
export const WhoCell = ({ finding }: { finding: FabricFinding }) =>
  finding.changedBy ? (
    <ChangedByText fabric={finding.fabric} changedBy={finding.changedBy} />
  ) : (
    <span className={styles.note}>not known</span>
  );

/** @internal */
export const StatusCell = ({ finding }: { finding: FabricFinding }) =>
  finding.status === 'open' ? <>Open</> : <FindingDecision finding={finding} />;
