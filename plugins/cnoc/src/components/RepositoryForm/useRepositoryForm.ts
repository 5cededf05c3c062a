import { useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import type {
  Repository,
  RepositoryDetail,
  RepositoryTest,
} from '@cnoc/backstage-plugin-cnoc-common';
import { cnocApiRef } from '../../api/cnocApiRef';
import { fieldErrors } from '../../errors/fieldErrors';
import { useAction } from '../../hooks/useAction';
import {
  checkDraft,
  draftOf,
  inputOf,
  patchOf,
  type RepositoryDraft,
  type RepositoryProblems,
} from '../../model/repositoryDraft';

/** The field that a failed check is about. */
const fieldOfCheck: Partial<
  Record<RepositoryTest['checks'][number]['check'], keyof RepositoryDraft>
> = {
  address: 'url',
  reach: 'url',
  'sign-in': 'credential',
  branch: 'branch',
  write: 'credential',
};

/**
 * The form of a repository: what was typed, what is wrong with it, and what a test and the server said about it.
 *
 * @param repository - absent = a new one
 * @internal
 */
export function useRepositoryForm(
  repository: RepositoryDetail | undefined,
  onSaved: (repository: Repository) => void,
) {
  const api = useApi(cnocApiRef);
  const [draft, setDraft] = useState(() => draftOf(repository));
  const [tried, setTried] = useState(false);
  const [tested, setTested] = useState<{
    draft: RepositoryDraft;
    result?: RepositoryTest;
  }>();
  // What a remote said about another draft says nothing about this one.
  const result = tested?.draft === draft ? tested.result : undefined;

  const testing = useAction(() =>
    repository && !patchOf(draft, repository)
      ? api.testRepository(repository.name)
      : api.testRepositoryInput(inputOf(draft)),
  );
  const saving = useAction(async idempotencyKey => {
    if (!repository) {
      return api.createRepository(inputOf(draft), { idempotencyKey });
    }
    const patch = patchOf(draft, repository);
    if (!patch) return repository;
    return api.updateRepository(repository.name, patch, {
      ifMatch: repository.etag,
    });
  });

  const local = checkDraft(draft);
  const sound = Object.keys(local).length === 0;
  const problems: RepositoryProblems = {
    ...problemsOfTest(result),
    ...fieldErrors(testing.error),
    ...fieldErrors(saving.error),
    ...(tried ? local : {}),
  };
  return {
    draft,
    problems,
    change: (part: Partial<RepositoryDraft>) => {
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

function problemsOfTest(
  result: RepositoryTest | undefined,
): RepositoryProblems {
  const problems: RepositoryProblems = {};
  for (const { check, result: outcome, message } of result?.checks ?? []) {
    const field = fieldOfCheck[check];
    if (outcome === 'failed' && field) problems[field] = message;
  }
  return problems;
}
