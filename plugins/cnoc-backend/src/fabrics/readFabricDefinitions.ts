import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import type { FabricDefinition } from './FabricDefinition';

const NAME = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/;

/**
 * Reads `cnoc.fabrics`, and checks the names of clusters that they refer to; a repository may be registered later.
 *
 * @throws InputError that names the entry and says what to change
 */
export function readFabricDefinitions(config: Config): FabricDefinition[] {
  const clusters = namesOf(config, 'cnoc.clusters');
  const namespaces = new Map(
    (config.getOptionalConfigArray('cnoc.clusters') ?? []).map(cluster => [
      cluster.getString('name'),
      cluster.getOptionalString('namespace'),
    ]),
  );
  const seen = new Set<string>();

  return (config.getOptionalConfigArray('cnoc.fabrics') ?? []).map(
    (entry, index) => {
      const name = entry.getString('name');
      const where = `cnoc.fabrics[${index}] ('${name}')`;
      if (!NAME.test(name)) {
        throw new InputError(
          `${where}: a fabric's name is lower case letters, digits and dashes, at most 63; rename it`,
        );
      }
      if (seen.has(name)) {
        throw new InputError(`${where}: the name is used twice; rename one`);
      }
      seen.add(name);

      const repository = entry.getString('repository');
      const cluster = entry.getString('cluster');
      requireKnown(where, 'cluster', cluster, clusters);

      return {
        name,
        title: entry.getOptionalString('title'),
        description: entry.getOptionalString('description'),
        environment: entry.getOptionalString('environment'),
        owner: entry.getOptionalString('owner'),
        repository,
        path: readPath(where, entry.getOptionalString('path') ?? ''),
        cluster,
        namespace:
          entry.getOptionalString('namespace') ??
          namespaces.get(cluster) ??
          'default',
      };
    },
  );
}

function namesOf(config: Config, key: string): string[] {
  return (config.getOptionalConfigArray(key) ?? []).map(entry =>
    entry.getString('name'),
  );
}

function requireKnown(
  where: string,
  what: string,
  name: string,
  known: string[],
) {
  if (known.includes(name)) return;
  const choice =
    known.length > 0 ? `one of ${known.join(', ')}` : 'none is configured';
  throw new InputError(`${where}: no ${what} '${name}' (${choice})`);
}

function readPath(where: string, path: string): string {
  const segments = path
    .split('/')
    .filter(segment => segment && segment !== '.');
  if (segments.includes('..') || path.includes('\\')) {
    throw new InputError(
      `${where}: path must be a directory inside the repository, without '..'`,
    );
  }
  return segments.join('/');
}
