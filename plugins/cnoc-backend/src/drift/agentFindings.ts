import type { Link } from '@cnoc/backstage-plugin-cnoc-common';
import type { SwitchHealth } from '../live';
import type { FindingContent } from './FindingStore';
import { silentRule } from './identityOf';
import { isLagging } from './isLagging';
import { lossOf } from './lossOf';

/** Ports that are named. */
const NAMED = 3;

type Verdict = Pick<FindingContent, 'type' | 'rule' | 'severity' | 'reason'>;

/** What is wrong with a switch, one finding for each class of trouble. @param links - the fabric's; absent = not known */
export function agentFindings(
  health: SwitchHealth,
  links: readonly Link[] | undefined,
): FindingContent[] {
  return verdictsOf(health, links).map(verdict => ({
    kind: 'Switch',
    name: health.name,
    differences: [],
    ...verdict,
  }));
}

function verdictsOf(
  health: SwitchHealth,
  links: readonly Link[] | undefined,
): Verdict[] {
  const { name, state } = health;
  if (state === 'silent') {
    return [
      {
        type: 'agent',
        rule: silentRule,
        severity: 'warning',
        reason: `The agent of switch '${name}' has stopped its heartbeat; changes do not reach the switch`,
      },
    ];
  }
  const verdicts: Verdict[] = [];
  if (isLagging(health)) {
    verdicts.push({
      type: 'lag',
      rule: 'agent.lagging',
      severity: 'info',
      reason: `Switch '${name}' has not applied the newest configuration yet`,
    });
  }
  if (state === 'unhealthy') verdicts.push(...troublesOf(health, links));
  return verdicts;
}

function troublesOf(
  { name, interfaces, bgp, rebootNeeded, problems = [] }: SwitchHealth,
  links: readonly Link[] | undefined,
): Verdict[] {
  const troubles: Verdict[] = [];
  const down = interfaces?.down ?? 0;
  if (down > 0) {
    const loss = lossOf(name, links ?? []);
    troubles.push({
      type: 'agent',
      rule: 'agent.linkDown',
      severity: loss?.severity ?? 'warning',
      reason: `Switch '${name}': ${counted(down, 'interface')} that ${
        down === 1 ? 'a connection uses is' : 'connections use are'
      } down${portsDown(name, links ?? [])}${loss ? `; ${loss.sentence}` : ''}`,
    });
  }
  const sessions = bgp?.down ?? 0;
  if (sessions > 0) {
    const isLast = (bgp?.established ?? 0) === 0;
    troubles.push({
      type: 'agent',
      rule: 'agent.bgpDown',
      severity: isLast ? 'critical' : 'warning',
      reason: `Switch '${name}': ${counted(sessions, 'BGP session')} ${
        sessions === 1 ? 'is' : 'are'
      } down${isLast ? ', and none is up' : ''}`,
    });
  }
  if (rebootNeeded) {
    troubles.push({
      type: 'agent',
      rule: 'agent.rebootNeeded',
      severity: 'info',
      reason: `Switch '${name}' needs a reboot: ${rebootNeeded}`,
    });
  }
  if (troubles.length === 0) {
    troubles.push({
      type: 'agent',
      rule: 'agent.unhealthy',
      severity: 'warning',
      reason: `Switch '${name}': ${problems[0] ?? 'is not well'}`,
    });
  }
  return troubles;
}

/** Which ones, as far as the links tell: ` (E1/1, E1/2 and 3 more)`. */
function portsDown(name: string, links: readonly Link[]): string {
  const ports = links
    .flatMap(link => link.ends)
    .filter(end => end.device === name && end.state === 'down')
    .map(end => end.port);
  if (ports.length === 0) return '';
  const more = ports.length - NAMED;
  const named = ports.slice(0, NAMED).join(', ');
  return ` (${named}${more > 0 ? ` and ${more} more` : ''})`;
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
