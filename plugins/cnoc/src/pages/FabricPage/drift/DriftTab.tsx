import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  cnocFabricPlanPermission,
  type Fabric,
  type Finding,
} from '@cnoc/backstage-plugin-cnoc-common';
import { cnocApiRef } from '../../../api/cnocApiRef';
import { ErrorPanel } from '../../../components/ErrorPanel/ErrorPanel';
import { GuardedButton } from '../../../components/GuardedButton/GuardedButton';
import { LoadingRows } from '../../../components/Loading/LoadingRows';
import { NoFindings } from '../../../components/NoFindings/NoFindings';
import { StaleBand } from '../../../components/StaleBand/StaleBand';
import { describeError } from '../../../errors/describeError';
import { useCnocLinks } from '../../../hooks/useCnocLinks';
import { useFabricPermission } from '../../../hooks/useFabricPermission';
import { useServerState } from '../../../hooks/useServerState';
import { groupFindings } from '../../../model/groupFindings';
import type { PlanScope } from '../../PlanPage/PlanScope';
import { isPlannable, resourcesOf } from './plannable';
import { plural } from '../../../text/plural';
import { SeveritySection } from './SeveritySection';
import styles from './DriftTab.module.css';

const MAX_FINDINGS = 500;

/**
 * What differs, how bad, since when, who?
 *
 * @internal
 */
export const DriftTab = ({ fabric }: { fabric: Fabric }) => {
  const api = useApi(cnocApiRef);
  const navigate = useNavigate();
  const links = useCnocLinks();
  const permission = useFabricPermission(cnocFabricPlanPermission, fabric.name);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const { data, error, loading, updatedAt, refresh } = useServerState(
    fabric.name,
    signal =>
      api.listFindings(
        fabric.name,
        { status: 'open', limit: MAX_FINDINGS },
        { signal },
      ),
    { fabric: fabric.name },
  );

  const toggle = (findings: readonly Finding[], on: boolean) =>
    setSelected(before => {
      const next = new Set(before);
      for (const { id } of findings) {
        if (on) next.add(id);
        else next.delete(id);
      }
      return next;
    });

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
  const resources = resourcesOf(
    data.items.filter(f => selected.has(f.id) && isPlannable(f)),
  );
  const stale = fabric.status.connection.staleSince;
  return (
    <>
      {error && (
        <StaleBand
          since={updatedAt ?? new Date()}
          cause={describeError(error).reason}
        />
      )}
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
          staleSince={stale}
        />
      ))}
      {data.items.some(isPlannable) && (
        <div
          className={styles.bar}
          data-in-reach={resources.length > 0 || undefined}
        >
          <span aria-live="polite">
            {resources.length === 0
              ? 'Select findings to plan their correction.'
              : `${plural(resources.length, 'resource')} selected`}
          </span>
          <GuardedButton
            allowed={permission.allowed && resources.length > 0}
            whyNot={permission.whyNot}
            onPress={() =>
              navigate(links.plan(fabric.name), {
                state: { resources } satisfies PlanScope,
              })
            }
          >
            {resources.length === 0
              ? 'Review plan'
              : `Review plan for ${resources.length}`}
          </GuardedButton>
        </div>
      )}
    </>
  );
};
