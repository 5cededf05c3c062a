import { useState } from 'react';
import {
  cnocFabricDeployPermission,
  cnocFabricForcePermission,
  type Plan,
} from '@cnoc/backstage-plugin-cnoc-common';
import { ErrorPanel } from '../../components/ErrorPanel/ErrorPanel';
import { GuardedButton } from '../../components/GuardedButton/GuardedButton';
import { useFabricPermission } from '../../hooks/useFabricPermission';
import { confirmationOf, describeCounts } from '../../model/describePlan';
import { ConfirmDeployDialog } from './ConfirmDeployDialog';
import { useDeploy } from './useDeploy';
import styles from './PlanPage.module.css';

/**
 * The one button that applies the plan, or why it cannot be applied.
 *
 * @internal
 */
export const DeployBar = (props: {
  fabric: string;
  plan: Plan;
  /** What is shown may not be the newest plan */
  isOld: boolean;
}) => {
  const { fabric, plan, isOld } = props;
  const deployPermission = useFabricPermission(
    cnocFabricDeployPermission,
    fabric,
  );
  const forcePermission = useFabricPermission(
    cnocFabricForcePermission,
    fabric,
  );
  const { deploy, pending, error } = useDeploy(fabric, plan);
  const [confirming, setConfirming] = useState(false);
  if (plan.status === 'empty') return null;

  const label = `Apply ${describeCounts(plan.counts)} to ${fabric}`;
  const whyNot =
    whyPlanCannotBeApplied(plan) ??
    deployPermission.whyNot ??
    (plan.force ? forcePermission.whyNot : undefined);
  const confirmation = confirmationOf(plan);
  return (
    <div className={styles.deploy}>
      {error !== undefined && (
        <ErrorPanel
          title="The deployment was not started"
          error={error}
          stillWorks="Nothing was changed."
        />
      )}
      <GuardedButton
        allowed={whyNot === undefined && deployPermission.allowed && !isOld}
        whyNot={whyNot}
        busy={pending}
        onPress={() =>
          confirmation === 'none' ? deploy() : setConfirming(true)
        }
      >
        {label}
      </GuardedButton>
      {confirming && (
        <ConfirmDeployDialog
          fabric={fabric}
          plan={plan}
          label={label}
          busy={pending}
          onCancel={() => setConfirming(false)}
          onConfirm={async () => {
            await deploy();
            setConfirming(false);
          }}
        />
      )}
    </div>
  );
};

function whyPlanCannotBeApplied(plan: Plan): string | undefined {
  switch (plan.status) {
    case 'blocked':
      return 'The blockers above stand in the way.';
    case 'void':
      return 'Reality moved since this plan was made: plan again.';
    case 'deployed':
      return 'This plan was deployed already.';
    default:
      return undefined;
  }
}
