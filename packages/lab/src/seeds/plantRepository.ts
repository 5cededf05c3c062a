import type { LabGit } from '../git/LabGit';
import type { LabFabricSeed } from './LabFabricSeed';

export const FABRICS_REPOSITORY = 'fabrics';

/** Where a fabric's files are in the repository. */
export function directoryOf(fabric: string): string {
  return `fabrics/${fabric}`;
}

/** Commits the histories of the fabrics that the repository does not hold yet, interleaved by time. */
export async function plantRepository(
  git: LabGit,
  seeds: readonly LabFabricSeed[],
): Promise<void> {
  const repository = await git.repository(FABRICS_REPOSITORY);
  const planted = new Set(await repository.directories('fabrics'));
  const now = new Date();
  const commits = seeds
    .filter(seed => !planted.has(seed.name))
    .flatMap(seed =>
      seed.history.map(commit => ({
        ...commit,
        at: commit.at ?? now,
        files: Object.fromEntries(
          Object.entries(commit.files).map(([file, text]) => [
            `${directoryOf(seed.name)}/${file}`,
            text,
          ]),
        ),
      })),
    )
    .sort((a, b) => a.at.getTime() - b.at.getTime());
  for (const commit of commits) {
    await repository.commit(commit);
  }
}
