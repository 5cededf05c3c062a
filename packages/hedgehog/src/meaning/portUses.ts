import { linkEndsOf } from '../kinds/connection/links';
import { mapOf } from '../model/json';
import { KubernetesObject } from '../model/KubernetesObject';
import { formatPath } from '../model/path';
import { Use } from './Use';

/** `E1/4` and `E1/4/1` are one port where it is not broken out. */
export function samePort(a: string, b: string): boolean {
  return a === b || a === `${b}/1` || `${a}/1` === b;
}

/** Connections on a port, and the attachments that use these connections. */
export function portUses(
  objects: readonly KubernetesObject[],
  port: string,
): Use[] {
  const uses: Use[] = [];
  const connections = new Set<string>();
  for (const { kind, metadata, spec } of objects) {
    if (kind !== 'Connection') continue;
    const end = linkEndsOf(mapOf(spec) ?? {}).find(candidate =>
      samePort(candidate.port, port),
    );
    if (!end) continue;
    connections.add(metadata.name);
    uses.push({
      object: { kind, name: metadata.name },
      path: formatPath(end.path),
      sentence: `Connection ${metadata.name} is cabled to ${end.port}.`,
    });
  }
  for (const { kind, metadata, spec } of objects) {
    if (kind !== 'VPCAttachment' && kind !== 'ExternalAttachment') continue;
    const connection = String(spec?.connection);
    if (!connections.has(connection)) continue;
    const target =
      kind === 'VPCAttachment'
        ? `subnet ${spec?.subnet}`
        : `external ${spec?.external}`;
    uses.push({
      object: { kind, name: metadata.name },
      path: 'spec.connection',
      sentence: `${kind} ${metadata.name} carries ${target} over Connection ${connection}.`,
    });
  }
  return uses;
}
