import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import {
  cnocFabricEditPermission,
  cnocFabricPlanPermission,
  cnocFabricTriagePermission,
  type Fabric,
  type Finding,
} from '@cnoc/backstage-plugin-cnoc-common';
import { ErrorPanel } from '../../../components/ErrorPanel/ErrorPanel';
import { IgnoreRuleDialog } from '../../../components/IgnoreRuleDialog/IgnoreRuleDialog';
import { LoadingRows } from '../../../components/Loading/LoadingRows';
import { NoFindings } from '../../../components/NoFindings/NoFindings';
import { StaleBand } from '../../../components/StaleBand/StaleBand';
import { describeError } from '../../../errors/describeError';
import { useCnocLinks } from '../../../hooks/useCnocLinks';
import { useFabricPermission } from '../../../hooks/useFabricPermission';
import { useUrlSet } from '../../../hooks/useUrlSet';
import { groupFindings } from '../../../model/groupFindings';
import {
  ignoreRuleFor,
  type IgnoreRuleDraft,
} from '../../../model/ignoreRuleDraft';
import { plural } from '../../../text/plural';
import type { PlanScope } from '../../PlanPage/PlanScope';
import { CheckedNote } from './CheckedNote';
import type { FindingHandlers } from './FindingHandlers';
import { resourcesOf } from './findingSteps';
import { SeveritySection } from './SeveritySection';
import { otherStatuses, StatusFilter } from './StatusFilter';
import { SuppressDialog } from './SuppressDialog';
import { TriageBar } from './TriageBar';
import { useDriftFindings } from './useDriftFindings';
import { useFindingLife } from './useFindingLife';
import { useSelection } from './useSelection';
import styles from './DriftTab.module.css';

/**
 * What differs, how bad, since when, who?
 *
 * @internal
 */
export const DriftTab = ({ fabric }: { fabric: Fabric }) => {
  const navigate = useNavigate();
  const links = useCnocLinks();
  const plan = useFabricPermission(cnocFabricPlanPermission, fabric.name);
  const accept = useFabricPermission(cnocFabricEditPermission, fabric.name);
  const triage = useFabricPermission(cnocFabricTriagePermission, fabric.name);
  const [shown, setShown] = useUrlSet('show', otherStatuses);
  const { selected, toggle, clear } = useSelection();
  const [suppressing, setSuppressing] = useState<readonly Finding[]>();
  const [ignoring, setIgnoring] = useState<IgnoreRuleDraft>();
  const { data, error, loading, updatedAt, refresh } = useDriftFindings(
    fabric.name,
    shown,
  );
  const life = useFindingLife(fabric.name, refresh);

  if (loading) return <LoadingRows label="Loading findings" rows={6} />;
  if (!data) {
    return (
      <ErrorPanel
        title="The findings could not be loaded"
        error={error}
        onRetry={refresh}
      />
    );
  }

  const to = (href: string) => (findings: readonly Finding[]) =>
    navigate(href, {
      state: { resources: resourcesOf(findings) } satisfies PlanScope,
    });
  const change = async (...args: Parameters<typeof life.run>) => {
    if (!(await life.run(...args))) return;
    clear();
    setSuppressing(undefined);
  };
  const handlers: FindingHandlers = {
    may: {
      plan: plan.allowed,
      accept: accept.allowed,
      triage: triage.allowed,
    },
    onDeploy: to(links.plan(fabric.name)),
    onAccept: to(links.import(fabric.name)),
    onAcknowledge: findings => change(findings, { status: 'acknowledged' }),
    onReopen: findings => change(findings, { status: 'open' }),
    onSuppress: findings => {
      life.reset();
      setSuppressing(findings);
    },
    onIgnore: (finding, difference) =>
      setIgnoring(ignoreRuleFor(finding, difference)),
  };
  // What was selected and is gone since counts no longer.
  const chosen = data.items.filter(
    f => selected.has(f.id) && f.status !== 'resolved',
  );
  return (
    <>
      {error && (
        <StaleBand
          since={updatedAt ?? new Date()}
          cause={describeError(error).reason}
        />
      )}
      <div className={styles.head}>
        <CheckedNote fabric={fabric} />
        <StatusFilter shown={shown} onChange={setShown} />
      </div>
      {data.items.length === 0 && (
        <NoFindings fabric={fabric} title="Nothing differs">
          Differences between git and the cluster would stand here, worst first,
          with who made them and what they do to traffic.
        </NoFindings>
      )}
      {data.totalItems > data.items.length && (
        <p className={styles.hint}>
          The worst {data.items.length} of {plural(data.totalItems, 'finding')}.
        </p>
      )}
      {groupFindings(data.items).map(group => (
        <SeveritySection
          key={group.severity}
          fabric={fabric.name}
          group={group}
          selected={selected}
          onToggle={toggle}
          handlers={handlers}
          staleSince={fabric.status.connection.staleSince}
        />
      ))}
      {life.error !== undefined && !suppressing && (
        <ErrorPanel title="Nothing was changed" error={life.error} />
      )}
      {data.items.some(f => f.status !== 'resolved') && (
        <TriageBar
          selected={chosen}
          handlers={handlers}
          plan={plan}
          accept={accept}
          triage={triage}
          busy={life.pending}
        />
      )}
      {suppressing && (
        <SuppressDialog
          findings={suppressing}
          busy={life.pending}
          error={life.error}
          onSuppress={(reason, until) =>
            change(suppressing, {
              status: 'suppressed',
              reason,
              until: until.toISOString(),
            })
          }
          onClose={() => {
            life.reset();
            setSuppressing(undefined);
          }}
        />
      )}
      {ignoring && (
        <IgnoreRuleDialog
          fabric={fabric.name}
          draft={ignoring}
          onCreated={() => {
            setIgnoring(undefined);
            refresh();
          }}
          onClose={() => setIgnoring(undefined)}
        />
      )}
    </>
  );
};
