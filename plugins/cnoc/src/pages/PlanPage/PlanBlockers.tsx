import { RiForbidLine } from '@remixicon/react';
import type { Plan } from '@cnoc/backstage-plugin-cnoc-common';
import { DiagnosticList } from '../../components/DiagnosticList/DiagnosticList';
import { plural } from '../../text/plural';
import styles from './PlanPage.module.css';

/**
 * What stands in the way of the plan.
 *
 * @internal
 */
export const PlanBlockers = ({ plan }: { plan: Plan }) => {
  if (plan.status === 'void') {
    return (
      <div className={styles.blockers} role="alert">
        <strong className={styles.blockersTitle}>
          <RiForbidLine size={18} aria-hidden />
          Reality moved since this plan was made
        </strong>
        <span>Plan again to see what it would do now.</span>
      </div>
    );
  }
  if (plan.blockers.length === 0) return null;
  return (
    <div className={styles.blockers} role="alert">
      <strong className={styles.blockersTitle}>
        <RiForbidLine size={18} aria-hidden />
        {`${plural(
          plan.blockers.length,
          'blocker',
        )}: this plan cannot be applied`}
      </strong>
      <DiagnosticList label="Blockers" diagnostics={plan.blockers} />
    </div>
  );
};
