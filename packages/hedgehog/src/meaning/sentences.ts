import { Severity } from '../model/Severity';
import { Homing, redundancyOf } from './homings';
import { ImpactChange, ImpactFact } from './Impact';
import { OutsideVia, Via } from './Relation';

const ways: Record<Via | OutsideVia, string> = {
  vpc: 'inside their VPC',
  vpcPeering: 'by VPC peering',
  gatewayPeering: 'by gateway peering',
  externalPeering: 'by external peering',
  staticExternal: 'by a static external connection',
};

/** A fact as a sentence, and how grave it is. What is lost is graver than what should not be there. */
export function worded(
  fact: Exclude<ImpactFact, { type: 'setting' }>,
  change: ImpactChange,
): { severity: Severity; sentence: string } {
  const isLost = change === 'lost';
  switch (fact.type) {
    case 'membership': {
      const [vpc, subnet] = fact.subnet.split('/');
      return {
        severity: isLost ? 'critical' : 'warning',
        sentence: `Server ${fact.server} ${
          isLost ? 'loses' : 'gains'
        } VPC ${vpc} (subnet ${subnet}).`,
      };
    }
    case 'reach':
      return {
        severity: isLost ? 'critical' : 'warning',
        sentence: `Servers ${fact.from.server} (${fact.from.subnet}) and ${
          fact.to.server
        } (${fact.to.subnet}) ${isLost ? 'lose' : 'gain'} each other ${
          ways[fact.via]
        }.`,
      };
    case 'outside':
      return {
        severity: isLost ? 'critical' : 'warning',
        sentence: `Server ${fact.server} (${fact.subnet}) ${
          isLost ? 'loses' : 'gains'
        } ${fact.prefix} of ${fact.external} ${ways[fact.via]}.`,
      };
    case 'network':
      return {
        severity: 'warning',
        sentence:
          fact.from === fact.to
            ? `Hosts of subnet ${fact.from} ${
                isLost ? 'lose' : 'gain'
              } each other.`
            : `Subnet ${fact.from} ${isLost ? 'loses' : 'gains'} ${fact.to} ${
                ways[fact.via]
              }.`,
      };
    default:
      return homed(fact.before, fact.after);
  }
}

function homed(
  before: Homing | undefined,
  after: Homing | undefined,
): { severity: Severity; sentence: string } {
  const homing = (after ?? before) as Homing;
  const who = nameOf(homing);
  if (!before)
    return { severity: 'info', sentence: `${who} is new${waysOf(homing)}.` };
  if (!after)
    return {
      severity: before.links > 0 ? 'critical' : 'warning',
      sentence: `${who} is gone${waysOf(homing)}.`,
    };
  const [was, is] = [redundancyOf(before), redundancyOf(after)];
  const counts = `${count(before)} before, ${count(after)} after`;
  if (is < was) {
    return {
      severity: 'critical',
      sentence:
        is === 0
          ? `${who} is cut off: ${counts}.`
          : `${who} loses its redundancy: ${counts}.`,
    };
  }
  if (is > was)
    return {
      severity: 'info',
      sentence: `${who} gains redundancy: ${counts}.`,
    };
  return after.links < before.links
    ? { severity: 'warning', sentence: `${who} has fewer links: ${counts}.` }
    : { severity: 'info', sentence: `${who} has more links: ${counts}.` };
}

function nameOf({ of, name, subnet }: Homing): string {
  switch (of) {
    case 'server':
      return `Server ${name}`;
    case 'membership':
      return `Server ${name} in ${subnet}`;
    case 'switch':
      return `Switch ${name}`;
    case 'gateways':
      return `Gateway group ${name}`;
    default:
      return 'The spine layer';
  }
}

function waysOf(homing: Homing): string {
  return homing.links > 0 ? ` (${count(homing)})` : '';
}

function count({ of, peers, links }: Homing): string {
  const plural = (number: number, noun: string, nouns: string) =>
    `${number} ${number === 1 ? noun : nouns}`;
  switch (of) {
    case 'gateways':
      return plural(peers, 'gateway', 'gateways');
    case 'spines':
      return plural(peers, 'spine', 'spines');
    case 'membership':
      return plural(peers, 'switch', 'switches');
    default:
      return `${plural(links, 'link', 'links')} to ${plural(
        peers,
        'switch',
        'switches',
      )}`;
  }
}
