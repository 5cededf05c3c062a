import { GitBranch } from './GitEngine';
import { GitError } from './GitError';
import { assertBranch } from './gitNames';

/** Lists the refs of a remote that begin with a prefix; may stop when `enough` says so. */
export type ListRefs = (
  prefix: string,
  enough: (refs: readonly GitBranch[]) => boolean,
) => Promise<GitBranch[]>;

export const MAX_BRANCHES = 1000;

const folder = 'refs/heads/';

/** @throws GitError `branchMissing`, or `empty` where there is nothing at all (G12) */
export async function headOf(list: ListRefs, branch: string): Promise<string> {
  assertBranch(branch);
  const ref = folder + branch;
  const isIt = (one: GitBranch) => one.name === ref;
  const found = (await list(ref, refs => refs.some(isIt))).find(isIt);
  if (found) {
    return found.sha;
  }
  const any = await list('refs/', refs => refs.length > 0);
  throw any.length > 0
    ? new GitError(
        'branchMissing',
        `The remote has no branch '${branch}'. Resources that were read before are kept.`,
      )
    : new GitError(
        'empty',
        'The repository has no commit yet. Resources that were read before are kept.',
      );
}

export async function branchesOf(list: ListRefs): Promise<GitBranch[]> {
  const refs = await list(folder, all => all.length >= MAX_BRANCHES);
  return refs
    .filter(ref => ref.name.startsWith(folder))
    .slice(0, MAX_BRANCHES)
    .map(({ name, sha }) => ({ name: name.slice(folder.length), sha }));
}
