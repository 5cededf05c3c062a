import type { Plan } from '@cnoc/backstage-plugin-cnoc-common';
import { Blockers } from '../../components/Blockers/Blockers';
import { DiagnosticList } from '../../components/DiagnosticList/DiagnosticList';
import { plural } from '../../text/plural';

/**
 * What stands in the way of the plan.
 *
 * @internal
 */
export const PlanBlockers = ({ plan }: { plan: Plan }) => {
  if (plan.status === 'void') {
    return (
      <Blockers title="Reality moved since this plan was made">
        <span>Plan again to see what it would do now.</span>
      </Blockers>
    );
  }
  if (plan.blockers.length === 0) return null;
  const count = plural(plan.blockers.length, 'blocker');
  return (
    <Blockers title={`${count}: this plan cannot be applied`}>
      <DiagnosticList label="Blockers" diagnostics={plan.blockers} />
    </Blockers>
  );
};
