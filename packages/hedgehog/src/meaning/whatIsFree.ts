import { applyDefaults } from '../canonical/applyDefaults';
import { entriesOf, itemsOf } from '../kinds/normalizers';
import { mapOf, textOf, textsOf } from '../model/json';
import { KubernetesObject } from '../model/KubernetesObject';
import { freePrefixes, nextPrefix } from './freePrefixes';
import { freeRanges, Range } from './freeRanges';
import { SwitchPorts, switchPorts } from './switchPorts';

export interface FreeVlans {
  /** Runs of free VLANs, in order. */
  ranges: Range[];
  free: number;
  used: number;
}

export interface FreeNetworks {
  /** The largest free networks that together are all that is free, in order; at most the limit. */
  prefixes: string[];
  /** Free addresses altogether. */
  addresses: number;
  /** The first free network of the length that was asked for. */
  next?: string;
}

interface Answers {
  vlanNamespace: FreeVlans;
  ipv4Namespace: FreeNetworks;
  switch: SwitchPorts;
}

/** VLANs of a namespace that no VPC uses. `undefined` when there is no such namespace. */
export function whatIsFree(
  objects: Iterable<KubernetesObject>,
  query: { vlanNamespace: string },
): FreeVlans | undefined;
/** Networks of a namespace that no VPC uses; `length`: of a prefix to look for. `undefined` without such a namespace. */
export function whatIsFree(
  objects: Iterable<KubernetesObject>,
  query: { ipv4Namespace: string; length?: number; limit?: number },
): FreeNetworks | undefined;
/**
 * Ports of a switch, used and free. Which there are its model says: a SwitchProfile, given or among the objects. `undefined`
 * when there is no such switch.
 */
export function whatIsFree(
  objects: Iterable<KubernetesObject>,
  query: { switch: string; profile?: KubernetesObject },
): SwitchPorts | undefined;
export function whatIsFree(
  objects: Iterable<KubernetesObject>,
  query: {
    vlanNamespace?: string;
    ipv4Namespace?: string;
    switch?: string;
    profile?: KubernetesObject;
    length?: number;
    limit?: number;
  },
): Answers[keyof Answers] | undefined {
  const all: KubernetesObject[] = [];
  for (const object of objects) all.push(applyDefaults(object));
  const find = (kind: string, name: string) =>
    all.find(object => object.kind === kind && object.metadata.name === name);
  if (query.vlanNamespace !== undefined) {
    const namespace = find('VLANNamespace', query.vlanNamespace);
    return namespace && freeVlans(all, namespace);
  }
  if (query.ipv4Namespace !== undefined) {
    const namespace = find('IPv4Namespace', query.ipv4Namespace);
    return namespace && freeNetworks(all, namespace, query);
  }
  const device = find('Switch', query.switch ?? '');
  if (!device) return undefined;
  const name = textOf(device.spec?.profile) ?? '';
  const profile =
    query.profile?.metadata.name === name
      ? query.profile
      : find('SwitchProfile', name);
  return switchPorts(all, device, profile);
}

function freeVlans(
  objects: readonly KubernetesObject[],
  { metadata, spec }: KubernetesObject,
): FreeVlans {
  const given = itemsOf(spec?.ranges).map(
    ([, { from, to }]): Range => ({ from: Number(from), to: Number(to) }),
  );
  const taken = subnetsIn(objects, 'vlanNamespace', metadata.name).flatMap(
    ({ vlan }) =>
      typeof vlan === 'number' && vlan > 0 ? [{ from: vlan, to: vlan }] : [],
  );
  const ranges = freeRanges(given, taken);
  const free = sizeOf(ranges);
  return { ranges, free, used: sizeOf(freeRanges(given, [])) - free };
}

function freeNetworks(
  objects: readonly KubernetesObject[],
  { metadata, spec }: KubernetesObject,
  { length, limit = 100 }: { length?: number; limit?: number },
): FreeNetworks {
  const taken = subnetsIn(objects, 'ipv4Namespace', metadata.name).flatMap(
    subnet => [
      textOf(subnet.subnet) ?? '',
      ...Object.keys(mapOf(subnet.hostBGPExtraPrefixes) ?? {}),
    ],
  );
  const free = freePrefixes(textsOf(spec?.subnets), taken);
  const next = length === undefined ? undefined : nextPrefix(free, length);
  return {
    prefixes: free.slice(0, limit),
    addresses: free.reduce(
      (sum, prefix) => sum + 2 ** (32 - Number(prefix.split('/')[1])),
      0,
    ),
    ...(next ? { next } : {}),
  };
}

function subnetsIn(
  objects: readonly KubernetesObject[],
  field: string,
  namespace: string,
) {
  return objects.flatMap(({ kind, spec }) =>
    kind === 'VPC' && spec?.[field] === namespace
      ? entriesOf(spec.subnets).map(([, subnet]) => subnet)
      : [],
  );
}

function sizeOf(ranges: readonly Range[]): number {
  return ranges.reduce((sum, { from, to }) => sum + to - from + 1, 0);
}
