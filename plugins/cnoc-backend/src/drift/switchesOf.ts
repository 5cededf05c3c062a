import { referencesOf, type KubernetesObject } from '@cnoc/hedgehog';
import { resourceKey } from './resourceKey';

interface Resource {
  kind: string;
  name: string;
  canonical: KubernetesObject;
}

const MAX_DEPTH = 8;

/**
 * Which switches have to apply which resource: those that it refers to, directly or through a Connection; for a VPC those
 * of its attachments; for a peering those of its VPCs.
 *
 * @returns a function from a resource to the names of its switches
 */
export function switchesOf(
  resources: Iterable<Resource>,
): (resource: { kind: string; name: string }) => ReadonlySet<string> {
  const targets = new Map<string, string[]>();
  for (const resource of resources) {
    const key = resourceKey(resource);
    const outgoing = targets.get(key) ?? [];
    targets.set(key, outgoing);
    for (const reference of referencesOf(resource.canonical)) {
      if (reference.external) continue;
      const target = resourceKey(reference);
      outgoing.push(target);
      // An attachment is where a VPC meets a switch, so the VPC follows it backwards
      if (resource.kind === 'VPCAttachment' && reference.kind === 'VPC') {
        const vpc = targets.get(target) ?? [];
        vpc.push(key);
        targets.set(target, vpc);
      }
    }
  }

  const known = new Map<string, ReadonlySet<string>>();
  return resource => {
    const start = resourceKey(resource);
    const cached = known.get(start);
    if (cached) return cached;
    const switches = new Set<string>();
    const seen = new Set([start]);
    let edge = [start];
    for (let depth = 0; edge.length > 0 && depth < MAX_DEPTH; depth++) {
      const next: string[] = [];
      for (const key of edge) {
        if (key.startsWith('Switch/')) {
          switches.add(key.slice('Switch/'.length));
          continue;
        }
        for (const target of targets.get(key) ?? []) {
          if (!seen.has(target)) {
            seen.add(target);
            next.push(target);
          }
        }
      }
      edge = next;
    }
    known.set(start, switches);
    return switches;
  };
}
