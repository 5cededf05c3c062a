import type { Link } from '@cnoc/backstage-plugin-cnoc-common';
import type { Severity } from '@cnoc/hedgehog';

/** Cut off and single-homed devices that are named. */
const NAMED = 3;

/**
 * What the links of a switch that are down take away: a device that no link is left to is cut off (critical); one whose
 * links that are left all go to one switch has lost its redundancy (warning); others still have ways (info). A link of
 * which nothing is known counts as there.
 */
export function lossOf(
  name: string,
  links: readonly Link[],
): { severity: Severity; sentence: string } | undefined {
  const lost = links.filter(
    link => link.state === 'down' && link.ends.some(end => end.device === name),
  );
  if (lost.length === 0) return undefined;
  const devices = new Set(
    lost
      .flatMap(link => link.ends.map(end => end.device))
      .filter(device => device !== name),
  );
  const cutOff: string[] = [];
  const single: string[] = [];
  for (const device of devices) {
    const own = links.filter(link =>
      link.ends.some(end => end.device === device),
    );
    const before = peersOf(device, own);
    const left = peersOf(
      device,
      own.filter(link => link.state !== 'down'),
    );
    if (left.size === 0) cutOff.push(device);
    else if (left.size === 1 && before.size > 1) single.push(device);
  }
  if (cutOff.length > 0) {
    return { severity: 'critical', sentence: `cut off: ${named(cutOff)}` };
  }
  if (single.length > 0) {
    return {
      severity: 'warning',
      sentence: `without redundancy: ${named(single)}`,
    };
  }
  return { severity: 'info', sentence: 'what they lead to has other ways' };
}

function peersOf(device: string, links: readonly Link[]): Set<string> {
  return new Set(
    links
      .flatMap(link => link.ends.map(end => end.device))
      .filter(other => other !== device),
  );
}

function named(devices: readonly string[]): string {
  const sorted = [...devices].sort();
  const more = sorted.length - NAMED;
  return `${sorted.slice(0, NAMED).join(', ')}${
    more > 0 ? ` and ${more} more` : ''
  }`;
}
