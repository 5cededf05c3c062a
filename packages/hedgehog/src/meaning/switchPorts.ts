import { linkEndsOf } from '../kinds/connection/links';
import { lanesIn } from '../kinds/switch/breakoutOf';
import { SwitchProfile } from '../kinds/switch/SwitchProfile';
import { at, mapOf, textOf } from '../model/json';
import { KubernetesObject } from '../model/KubernetesObject';

/** Ports of a switch as `leaf-01/E1/2`, those of ports that are broken out as `leaf-01/E1/25/4`. In the order of the ports. */
export interface SwitchPorts {
  /** Ports in use, with their connections. */
  ports: { port: string; connection: string }[];
  /** Number of free ports. Not there when that is unchecked. */
  free?: number;
  freePorts?: string[];
  /** Why it cannot be said which ports are free: the model of the switch is not at hand. */
  unchecked?: string;
}

/** Ports that connections use, and, where the model of the switch is at hand, those that none uses. */
export function switchPorts(
  objects: readonly KubernetesObject[],
  { metadata: { name }, spec }: KubernetesObject,
  profile: KubernetesObject | undefined,
): SwitchPorts {
  const ports = objects
    .flatMap(({ kind, metadata, spec: cabling }) =>
      kind === 'Connection'
        ? linkEndsOf(mapOf(cabling) ?? {})
            .filter(({ device }) => device === name)
            .map(({ port }) => ({ port, connection: metadata.name }))
        : [],
    )
    .sort((a, b) => byPort(a.port, b.port));
  const model = mapOf(profile?.spec);
  if (!model)
    return {
      ports,
      unchecked: `Which ports of Switch ${name} are free is unchecked: its model ${
        textOf(spec?.profile) ?? '(none)'
      } is not here.`,
    };
  const used = new Set(ports.map(({ port }) => port));
  const freePorts = lanesOf(SwitchProfile.of(model), spec)
    .map(lanes => lanes.map(lane => `${name}/${lane}`))
    .flatMap(([whole, ...lanes]) => {
      if (used.has(whole)) return [];
      // A port that is not broken out may be named with its only lane, too.
      if (lanes.length === 0) return used.has(`${whole}/1`) ? [] : [whole];
      return lanes.filter(lane => !used.has(lane));
    })
    .sort(byPort);
  return { ports, free: freePorts.length, freePorts };
}

/** Each port for traffic, and its lanes where it is broken out into several. */
function lanesOf(
  profile: SwitchProfile,
  spec: KubernetesObject['spec'],
): string[][] {
  return profile.ports().map(({ port }) => {
    const mode =
      textOf(at(spec, 'portBreakouts', port)) ??
      profile.defaultBreakoutOf(port);
    const lanes = lanesIn(mode) ?? 1;
    return lanes > 1
      ? [port, ...Array.from({ length: lanes }, (_, i) => `${port}/${i + 1}`)]
      : [port];
  });
}

function byPort(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true });
}
