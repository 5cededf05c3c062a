import type { FabricFacts } from '@cnoc/backstage-plugin-cnoc-node';
import type { FabricRecord } from './FabricStore';

/** What a permission rule may know of a fabric. */
export function factsOfFabric(
  record: FabricRecord | undefined,
): FabricFacts | undefined {
  if (!record) return undefined;
  const { name, owner, environment } = record.definition;
  return { name, owner, environment };
}
