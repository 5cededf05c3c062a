import { Switch } from '@backstage/ui';
import {
  cnocFabricForcePermission,
  type Plan,
  type PlanRequest,
} from '@cnoc/backstage-plugin-cnoc-common';
import { Name } from '../../components/Name/Name';
import { Panel } from '../../components/Panel/Panel';
import { useFabricPermission } from '../../hooks/useFabricPermission';
import { heldFields } from '../../model/describePlan';
import { joinWords } from '../../text/joinWords';
import { plural } from '../../text/plural';
import styles from './PlanPage.module.css';

/**
 * What the plan leaves alone unless it is asked to: resources that git does not have, fields that others hold. Renders
 * nothing when there is neither.
 *
 * @internal
 */
export const PlanOptions = (props: {
  fabric: string;
  plan: Plan;
  isDisabled: boolean;
  onReplan: (options: Pick<PlanRequest, 'prune' | 'force'>) => void;
}) => {
  const { fabric, plan, isDisabled, onReplan } = props;
  const force = useFabricPermission(cnocFabricForcePermission, fabric);
  const orphans = plan.prune
    ? plan.lines.filter(line => line.action === 'delete')
    : plan.notPruned;
  const held = heldFields(plan.lines);
  const showPrune = plan.prune || orphans.length > 0;
  const showForce = plan.force || held.count > 0;
  if (!showPrune && !showForce) return null;
  return (
    <Panel title="Left alone unless you say so">
      <div className={styles.options}>
        {showPrune && (
          <div>
            <Switch
              label={`Also delete ${plural(orphans.length, 'resource')} that ${
                orphans.length === 1 ? 'is' : 'are'
              } not in git`}
              isSelected={plan.prune}
              isDisabled={isDisabled}
              onChange={prune => onReplan({ prune, force: plan.force })}
            />
            <p className={styles.note}>
              <Name>
                {joinWords(orphans.map(({ kind, name }) => `${kind} ${name}`))}
              </Name>
            </p>
          </div>
        )}
        {showForce && (
          <div>
            <Switch
              label={
                plan.force
                  ? 'Take over fields held by other field managers'
                  : `Take over ${plural(
                      held.count,
                      'field',
                    )} held by ${joinWords(held.managers)}`
              }
              isSelected={plan.force}
              isDisabled={isDisabled || !force.allowed}
              onChange={value => onReplan({ prune: plan.prune, force: value })}
            />
            {force.whyNot && <p className={styles.note}>{force.whyNot}</p>}
          </div>
        )}
      </div>
    </Panel>
  );
};
