import { useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import type {
  Cluster,
  ConnectionTest,
} from '@cnoc/backstage-plugin-cnoc-common';
import { cnocApiRef } from '../../api/cnocApiRef';
import { fieldErrors } from '../../errors/fieldErrors';
import { useAction } from '../../hooks/useAction';
import {
  checkClusterDraft,
  clusterDraftOf,
  clusterInputOf,
  clusterPatchOf,
  type ClusterDraft,
  type ClusterProblems,
} from '../../model/clusterDraft';

/**
 * The form of a cluster: what was typed, what is wrong with it, and what a test and the server said about it.
 *
 * @param cluster - absent = a new one
 * @internal
 */
export function useClusterForm(
  cluster: Cluster | undefined,
  onSaved: (cluster: Cluster) => void,
) {
  const api = useApi(cnocApiRef);
  const [draft, setDraft] = useState(() => clusterDraftOf(cluster));
  const [tried, setTried] = useState(false);
  const [tested, setTested] = useState<{
    draft: ClusterDraft;
    result?: ConnectionTest;
  }>();
  // What a cluster said about another draft says nothing about this one.
  const result = tested?.draft === draft ? tested.result : undefined;
  const unchanged =
    cluster !== undefined && clusterPatchOf(draft, cluster) === undefined;
  const input = clusterInputOf(draft, cluster);

  const testing = useAction(async () => {
    if (cluster && unchanged) return api.testCluster(cluster.name);
    return input && api.testClusterInput(input);
  });
  const saving = useAction(async idempotencyKey => {
    if (!cluster) {
      return input && api.createCluster(input, { idempotencyKey });
    }
    const patch = clusterPatchOf(draft, cluster);
    if (!patch) return cluster;
    return api.updateCluster(cluster.name, patch, { ifMatch: cluster.etag });
  });

  const local = checkClusterDraft(draft, cluster);
  const sound = Object.keys(local).length === 0;
  const problems: ClusterProblems = {
    ...problemsOfTest(result, draft),
    ...problemsOfAnswer(testing.error, draft),
    ...problemsOfAnswer(saving.error, draft),
    ...(tried ? local : {}),
  };
  return {
    draft,
    problems,
    change: (part: Partial<ClusterDraft>) => {
      setDraft(before => ({ ...before, ...part }));
      testing.reset();
      saving.reset();
    },
    save: async () => {
      setTried(true);
      if (!sound) return;
      const saved = await saving.run();
      if (saved) onSaved(saved);
    },
    saving: saving.pending,
    saveError: saving.error,
    test: {
      whyNot:
        unchanged || input
          ? undefined
          : 'The stored secret never leaves the server: save, then test.',
      run: async () => {
        setTried(true);
        if (sound) setTested({ draft, result: await testing.run() });
      },
      pending: testing.pending,
      error: testing.error,
      result,
    },
  };
}

/** The engine names fields of the access `auth.…`; there is one of them on the screen at a time. */
function problemsOfAnswer(
  error: unknown,
  draft: ClusterDraft,
): ClusterProblems {
  const { auth, ...problems } = fieldErrors(error);
  const field = secretField(draft);
  return auth && field ? { ...problems, [field]: auth } : problems;
}

function secretField({ way }: ClusterDraft): keyof ClusterDraft | undefined {
  switch (way) {
    case 'token':
    case 'credential':
    case 'kubeconfig':
      return way;
    case 'kubernetes':
      return 'kubernetesCluster';
    default:
      return undefined;
  }
}

/** The field that a failed check is about. */
function problemsOfTest(
  result: ConnectionTest | undefined,
  draft: ClusterDraft,
): ClusterProblems {
  const problems: ClusterProblems = {};
  const secret = secretField(draft);
  for (const { check, result: outcome, message } of result?.checks ?? []) {
    if (outcome !== 'failed') continue;
    if (check === 'address' || check === 'reach') problems.server = message;
    if (check === 'sign-in' && secret) problems[secret] = message;
  }
  return problems;
}
