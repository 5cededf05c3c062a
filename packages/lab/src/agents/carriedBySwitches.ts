import type { KubernetesObject } from '@cnoc/hedgehog';
import { endsOf } from '../kubernetes/admission/fabricLabels';
import { isJsonObject, setKey, type JsonObject } from '../kubernetes/json';

/** Kinds whose changes may reach a switch. */
export const CARRIED_KINDS: ReadonlySet<string> = new Set([
  'Switch',
  'Connection',
  'VPC',
  'VPCAttachment',
  'VPCPeering',
  'External',
  'ExternalAttachment',
  'ExternalPeering',
]);

interface Reader {
  peek(kind: string): Iterable<KubernetesObject>;
}

/**
 * What the controller would write into each switch's Agent: the switch, its connections, what is attached to them, and
 * the peerings of those VPCs. Keyed by the name of the switch.
 */
export function carriedBySwitches(cluster: Reader): Map<string, JsonObject> {
  const list = (kind: string) =>
    [...cluster.peek(kind)].sort((a, b) =>
      a.metadata.name < b.metadata.name ? -1 : 1,
    );
  const attachments = groupBy(list('VPCAttachment'), connectionOf);
  const externalAttachments = groupBy(list('ExternalAttachment'), connectionOf);
  const peeringsOf = new Map<string, KubernetesObject[]>();
  for (const peering of [...list('VPCPeering'), ...list('ExternalPeering')]) {
    vpcsOf(peering).forEach(vpc => push(peeringsOf, vpc, peering));
  }
  const vpcs = new Map(list('VPC').map(vpc => [vpc.metadata.name, vpc]));
  const externals = new Map(
    list('External').map(each => [each.metadata.name, each]),
  );
  const connections = new Map<string, KubernetesObject[]>();
  for (const connection of list('Connection')) {
    endsOf(connection.spec ?? {}).switches.forEach(end =>
      push(connections, end, connection),
    );
  }

  return new Map(
    list('Switch').map(({ metadata, spec = {} }) => {
      const wires = connections.get(metadata.name) ?? [];
      const attached = wires.flatMap(
        wire => attachments.get(wire.metadata.name) ?? [],
      );
      const attachedExternals = wires.flatMap(
        wire => externalAttachments.get(wire.metadata.name) ?? [],
      );
      const names = [...new Set(attached.map(vpcOfAttachment))].sort();
      return [
        metadata.name,
        {
          role: spec.role,
          ...(spec.description ? { description: spec.description } : {}),
          switch: spec,
          connections: specsOf(wires),
          attachedVPCs: Object.fromEntries(names.map(name => [name, true])),
          vpcAttachments: specsOf(attached),
          vpcs: specsOf(names.flatMap(name => vpcs.get(name) ?? [])),
          peerings: specsOf(names.flatMap(name => peeringsOf.get(name) ?? [])),
          externalAttachments: specsOf(attachedExternals),
          externals: specsOf(
            attachedExternals.flatMap(
              ({ spec: each }) => externals.get(String(each?.external)) ?? [],
            ),
          ),
        },
      ];
    }),
  );
}

function connectionOf({ spec }: KubernetesObject): string {
  return String(spec?.connection);
}

function vpcOfAttachment({ spec }: KubernetesObject): string {
  return String(spec?.subnet ?? '').split('/')[0];
}

function vpcsOf({ kind, spec }: KubernetesObject): string[] {
  if (kind === 'VPCPeering') {
    const permit = Array.isArray(spec?.permit) ? spec.permit : [];
    return [...new Set(permit.filter(isJsonObject).flatMap(Object.keys))];
  }
  const permit = isJsonObject(spec?.permit) ? spec.permit : {};
  return isJsonObject(permit.vpc) ? [String(permit.vpc.name)] : [];
}

function specsOf(objects: readonly KubernetesObject[]): JsonObject {
  const specs: JsonObject = {};
  for (const { metadata, spec } of objects) {
    setKey(specs, metadata.name, spec ?? {});
  }
  return specs;
}

function groupBy(
  objects: readonly KubernetesObject[],
  keyOf: (object: KubernetesObject) => string,
): Map<string, KubernetesObject[]> {
  const groups = new Map<string, KubernetesObject[]>();
  objects.forEach(object => push(groups, keyOf(object), object));
  return groups;
}

function push<T>(groups: Map<string, T[]>, key: string, item: T): void {
  const group = groups.get(key);
  if (group) {
    group.push(item);
  } else {
    groups.set(key, [item]);
  }
}
