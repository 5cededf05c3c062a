import type { Source } from '@cnoc/backstage-plugin-cnoc-common';
import type { FabricDefinition } from '../fabrics/FabricDefinition';
import type { RepositoryService } from '../repositories';

/** Gives what has a place in git the link to it at the repository's host, where the host is known. */
export function linkSources(repositories: RepositoryService) {
  return <T extends { source?: Source }>(
    { repository }: Pick<FabricDefinition, 'repository'>,
    item: T,
  ): T => {
    const { source } = item;
    if (!source?.commit) return item;
    const url = repositories.linkTo(repository, {
      sha: source.commit,
      file: source.file,
      line: source.line,
    });
    return url ? { ...item, source: { ...source, url } } : item;
  };
}
