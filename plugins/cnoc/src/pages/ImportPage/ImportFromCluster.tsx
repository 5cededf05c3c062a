import { useMemo, useState } from 'react';
import { useLocation } from 'react-router-dom';
import { useApi } from '@backstage/frontend-plugin-api';
import { Checkbox } from '@backstage/ui';
import { RiServerLine } from '@remixicon/react';
import { cnocApiRef } from '../../api/cnocApiRef';
import { EmptyState } from '../../components/EmptyState/EmptyState';
import { ErrorPanel } from '../../components/ErrorPanel/ErrorPanel';
import { LoadingRows } from '../../components/Loading/LoadingRows';
import { useServerState } from '../../hooks/useServerState';
import type { Verdict } from '../../model/mergeVerdicts';
import { plural } from '../../text/plural';
import { readPlanScope } from '../PlanPage/PlanScope';
import { ImportBar } from './ImportBar';
import { VerdictList } from './VerdictList';

const keyOf = (item: Verdict) => `${item.kind}/${item.name}`;
const brings = (item: Verdict) =>
  item.verdict === 'create' || item.verdict === 'update';

/**
 * Resources of the cluster that git has not, or has otherwise: chosen ones become drafts. Who comes from findings has
 * theirs chosen; else all are.
 *
 * @internal
 */
export const ImportFromCluster = ({ fabric }: { fabric: string }) => {
  const api = useApi(cnocApiRef);
  const { state } = useLocation();
  const scope = useMemo(() => {
    const { resources } = readPlanScope(state);
    return resources && new Set(resources.map(r => `${r.kind}/${r.name}`));
  }, [state]);
  const [byHand, setByHand] = useState<ReadonlyMap<string, boolean>>(new Map());
  const isChosen = (item: Verdict) =>
    byHand.get(keyOf(item)) ?? scope?.has(keyOf(item)) ?? true;
  const { data, error, loading, refresh } = useServerState(fabric, signal =>
    api.importResources(
      fabric,
      { source: 'cluster', dryRun: true },
      { signal },
    ),
  );
  if (loading) {
    return <LoadingRows label="Comparing the cluster with git" rows={6} />;
  }
  if (!data) {
    return (
      <ErrorPanel
        title="The cluster could not be compared with git"
        error={error}
        stillWorks="Nothing was changed."
        onRetry={refresh}
      />
    );
  }
  const candidates = data.items.filter(brings);
  if (candidates.length === 0 && data.counts.invalid === 0) {
    return (
      <EmptyState
        icon={<RiServerLine size={32} aria-hidden />}
        title="Git has everything that the cluster has"
      >
        {plural(data.counts.same, 'resource')} compared. What only the cluster
        has would stand here, to be brought into git.
      </EmptyState>
    );
  }
  const chosen = candidates.filter(isChosen);
  const toggle = (item: Verdict, on: boolean) =>
    setByHand(before => new Map(before).set(keyOf(item), on));
  return (
    <>
      <VerdictList
        title="What the cluster has otherwise than git"
        items={data.items.filter(item => item.verdict !== 'same')}
        before={item =>
          brings(item) ? (
            <Checkbox
              aria-label={`Import ${item.kind} ${item.name}`}
              isSelected={isChosen(item)}
              onChange={on => toggle(item, on)}
            />
          ) : undefined
        }
      />
      <ImportBar
        fabric={fabric}
        count={chosen.length}
        onImport={async ({ file }) => {
          const result = await api.importResources(fabric, {
            source: 'cluster',
            resources: chosen.map(({ kind, name }) => ({
              kind: kind!,
              name: name!,
            })),
            file,
          });
          return result.saved;
        }}
      />
    </>
  );
};
