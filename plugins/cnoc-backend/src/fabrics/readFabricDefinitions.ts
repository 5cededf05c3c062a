import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import type { FabricScope } from '@cnoc/backstage-plugin-cnoc-common';
import { checkDefinition } from './checkDefinition';
import type { FabricDefinition } from './FabricDefinition';
import { fabricPath } from './fabricPath';

const ORPHANS = ['managed', 'listed', 'none'] as const;

/**
 * Reads `cnoc.fabrics`. Repositories and clusters may be registered later, so their names are not checked.
 *
 * @throws InputError that names the entry and says what to change
 */
export function readFabricDefinitions(config: Config): FabricDefinition[] {
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
      try {
        if (seen.has(name)) {
          throw new InputError('the name is used twice; rename one');
        }
        seen.add(name);
        const cluster = entry.getString('cluster');
        const definition = {
          name,
          title: entry.getOptionalString('title'),
          description: entry.getOptionalString('description'),
          environment: entry.getOptionalString('environment'),
          owner: entry.getOptionalString('owner'),
          repository: entry.getString('repository'),
          path: fabricPath(entry.getOptionalString('path') ?? ''),
          cluster,
          namespace:
            entry.getOptionalString('namespace') ??
            namespaces.get(cluster) ??
            'default',
          scope: readScope(entry.getOptionalConfig('scope')),
        };
        checkDefinition(definition);
        return definition;
      } catch (error) {
        if (error instanceof InputError) {
          error.message = `cnoc.fabrics[${index}] ('${name}'): ${error.message}`;
        }
        throw error;
      }
    },
  );
}

function readScope(config: Config | undefined): FabricScope | undefined {
  if (!config) return undefined;
  const orphans = config.getOptionalString('orphans');
  const known = ORPHANS.find(one => one === orphans);
  if (orphans !== undefined && !known) {
    throw new InputError(`scope.orphans: one of ${ORPHANS.join(', ')}`);
  }
  const scope: FabricScope = {
    orphans: known,
    kinds: config.getOptionalStringArray('kinds'),
    labels: config.getOptional<Record<string, string>>('labels'),
  };
  return scope;
}
