import { useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { RiAddLine, RiEyeOffLine } from '@remixicon/react';
import {
  cnocFabricTriagePermission,
  type IgnoreRule,
} from '@cnoc/backstage-plugin-cnoc-common';
import { cnocApiRef } from '../../../api/cnocApiRef';
import { EmptyState } from '../../../components/EmptyState/EmptyState';
import { ErrorPanel } from '../../../components/ErrorPanel/ErrorPanel';
import { GuardedButton } from '../../../components/GuardedButton/GuardedButton';
import { IgnoreRuleDialog } from '../../../components/IgnoreRuleDialog/IgnoreRuleDialog';
import { LoadingRows } from '../../../components/Loading/LoadingRows';
import { Panel } from '../../../components/Panel/Panel';
import { RowList } from '../../../components/RowList/RowList';
import { StaleBand } from '../../../components/StaleBand/StaleBand';
import { describeError } from '../../../errors/describeError';
import { useFabricPermission } from '../../../hooks/useFabricPermission';
import { useServerState } from '../../../hooks/useServerState';
import { plural } from '../../../text/plural';
import { DeleteIgnoreRuleDialog } from './DeleteIgnoreRuleDialog';
import { IgnoreRuleRow } from './IgnoreRuleRow';

/**
 * What the fabric's comparison leaves out, by which rule, and how much that is.
 *
 * @internal
 */
export const IgnoreRulesPanel = ({ fabric }: { fabric: string }) => {
  const api = useApi(cnocApiRef);
  const permission = useFabricPermission(cnocFabricTriagePermission, fabric);
  const [creating, setCreating] = useState(false);
  const [deleting, setDeleting] = useState<IgnoreRule>();
  const { data, error, loading, updatedAt, refresh } = useServerState(
    fabric,
    signal => api.listIgnoreRules(fabric, { signal }),
    { fabric },
  );
  const hidden = data?.items.reduce((sum, rule) => sum + rule.hides, 0) ?? 0;
  return (
    <Panel
      flush
      title="Ignore rules"
      note={data && `${plural(hidden, 'difference')} left out`}
      actions={
        <GuardedButton
          {...permission}
          variant="secondary"
          iconStart={<RiAddLine />}
          onPress={() => setCreating(true)}
        >
          New rule
        </GuardedButton>
      }
    >
      {error && data && (
        <StaleBand
          since={updatedAt ?? new Date()}
          cause={describeError(error).reason}
        />
      )}
      {loading && <LoadingRows label="Loading ignore rules" rows={2} />}
      {error && !data && (
        <ErrorPanel
          title="The ignore rules could not be loaded"
          error={error}
          stillWorks="They go on hiding what they hide."
          onRetry={refresh}
        />
      )}
      {data && data.items.length === 0 && (
        <EmptyState
          icon={<RiEyeOffLine size={28} aria-hidden />}
          title="Nothing is ignored"
        >
          Fields that differ on purpose, for example because another tool sets
          them, can be left out of the comparison. Each rule says here how much
          it hides.
        </EmptyState>
      )}
      {data && data.items.length > 0 && (
        <RowList label="Ignore rules">
          {data.items.map(rule => (
            <li key={rule.id}>
              <IgnoreRuleRow
                rule={rule}
                deletable={permission.allowed}
                onDelete={() => setDeleting(rule)}
              />
            </li>
          ))}
        </RowList>
      )}
      {creating && (
        <IgnoreRuleDialog
          fabric={fabric}
          onCreated={() => {
            setCreating(false);
            refresh();
          }}
          onClose={() => setCreating(false)}
        />
      )}
      {deleting && (
        <DeleteIgnoreRuleDialog
          fabric={fabric}
          rule={deleting}
          onDeleted={() => {
            setDeleting(undefined);
            refresh();
          }}
          onClose={() => setDeleting(undefined)}
        />
      )}
    </Panel>
  );
};
