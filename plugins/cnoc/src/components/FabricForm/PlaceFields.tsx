import { useMemo, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { Select, TextField } from '@backstage/ui';
import {
  cnocClusterCreatePermission,
  cnocRepositoryCreatePermission,
} from '@cnoc/backstage-plugin-cnoc-common';
import { cnocApiRef } from '../../api/cnocApiRef';
import { usePortalPermission } from '../../hooks/usePortalPermission';
import { useServerState } from '../../hooks/useServerState';
import { ClusterFormDialog } from '../ClusterForm/ClusterFormDialog';
import { fieldProblem } from '../FormDialog/fieldProblem';
import { GuardedButton } from '../GuardedButton/GuardedButton';
import { RepositoryFormDialog } from '../RepositoryForm/RepositoryFormDialog';
import type { FieldsProps } from './FieldsProps';
import layout from '../FormLayout/FormLayout.module.css';

/** Most repositories and clusters that are offered. */
const MAX_OFFERED = 500;
/** Stands for nothing chosen: the UI kit takes no empty key, and checks no absent one. It can be no name. */
const NONE = '-';

/**
 * Where the fabric is written down, and where it runs; what is missing can be registered on the way.
 *
 * @internal
 */
export const PlaceFields = (props: FieldsProps) => {
  const { draft, problems, onChange } = props;
  const api = useApi(cnocApiRef);
  const [creating, setCreating] = useState<'repository' | 'cluster'>();
  const mayAddRepository = usePortalPermission(cnocRepositoryCreatePermission);
  const mayAddCluster = usePortalPermission(cnocClusterCreatePermission);
  const repositories = useServerState('repositories', signal =>
    api.listRepositories({ limit: MAX_OFFERED }, { signal }),
  );
  const clusters = useServerState('clusters', signal =>
    api.listClusters({ limit: MAX_OFFERED }, { signal }),
  );
  // Kept between the keys that are pressed in other fields: the UI kit builds its list anew from each new array.
  const repositoryOptions = useMemo(
    () => optionsOf(repositories.data?.items, draft.repository),
    [repositories.data, draft.repository],
  );
  const clusterOptions = useMemo(
    () => optionsOf(clusters.data?.items, draft.cluster),
    [clusters.data, draft.cluster],
  );
  return (
    <>
      <fieldset className={layout.section}>
        <legend>In git</legend>
        <div className={layout.beside}>
          <Select
            label="Repository"
            secondaryLabel="Required"
            description={
              repositories.error
                ? 'The repositories cannot be listed at the moment.'
                : null
            }
            value={draft.repository || NONE}
            onChange={value =>
              onChange({ repository: value === NONE ? '' : String(value) })
            }
            options={repositoryOptions}
            {...fieldProblem(problems.repository)}
          />
          <GuardedButton
            {...mayAddRepository}
            variant="secondary"
            onPress={() => setCreating('repository')}
          >
            New repository
          </GuardedButton>
        </div>
        <TextField
          label="Directory"
          secondaryLabel="Optional"
          description="In the repository, for example fabrics/lab-clos. Empty = all of it."
          autoComplete="off"
          value={draft.path}
          onChange={path => onChange({ path })}
          {...fieldProblem(problems.path)}
        />
      </fieldset>
      <fieldset className={layout.section}>
        <legend>In the cluster</legend>
        <div className={layout.beside}>
          <Select
            label="Cluster"
            secondaryLabel="Required"
            description={
              clusters.error
                ? 'The clusters cannot be listed at the moment.'
                : null
            }
            value={draft.cluster || NONE}
            onChange={value =>
              onChange({ cluster: value === NONE ? '' : String(value) })
            }
            options={clusterOptions}
            {...fieldProblem(problems.cluster)}
          />
          <GuardedButton
            {...mayAddCluster}
            variant="secondary"
            onPress={() => setCreating('cluster')}
          >
            New cluster
          </GuardedButton>
        </div>
        <TextField
          label="Namespace"
          secondaryLabel="Optional"
          description="Of the Hedgehog objects. Empty = the one that the cluster names."
          autoComplete="off"
          value={draft.namespace}
          onChange={namespace => onChange({ namespace })}
          {...fieldProblem(problems.namespace)}
        />
      </fieldset>
      {creating === 'repository' && (
        <RepositoryFormDialog
          onSaved={({ name }) => {
            setCreating(undefined);
            onChange({ repository: name });
            repositories.refresh();
          }}
          onClose={() => setCreating(undefined)}
        />
      )}
      {creating === 'cluster' && (
        <ClusterFormDialog
          onSaved={({ name }) => {
            setCreating(undefined);
            onChange({ cluster: name });
            clusters.refresh();
          }}
          onClose={() => setCreating(undefined)}
        />
      )}
    </>
  );
};

function optionsOf(
  listed: readonly { name: string; title?: string }[] = [],
  chosen: string,
) {
  return [
    ...(chosen ? [] : [{ value: NONE, label: 'Choose one' }]),
    // One that was just registered, or that this person may not see, is still the one in use.
    ...(chosen && !listed.some(({ name }) => name === chosen)
      ? [{ value: chosen, label: chosen }]
      : []),
    ...listed.map(({ name, title }) => ({
      value: name,
      label: title ? `${name} · ${title}` : name,
    })),
  ];
}
