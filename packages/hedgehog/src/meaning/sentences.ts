import { Severity } from '../model/Severity';
import { Homing, redundancyOf } from './homings';
import { ImpactChange, ImpactFact, Opener } from './Impact';
import { OutsideVia, Via } from './Relation';

const ways: Record<Via | OutsideVia, string> = {
  vpc: 'inside their VPC',
  vpcPeering: 'by VPC peering',
  gatewayPeering: 'by gateway peering',
  externalPeering: 'by external peering',
  staticExternal: 'by a static external connection',
  staticRoute: 'by a static route',
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
    case 'reach': {
      const [one, other] = [fact.from, fact.to].map(
        ({ server, subnet }) => `${server} (${subnet})`,
      );
      return {
        severity: isLost ? 'critical' : 'warning',
        sentence: fact.opener
          ? opening(`server ${one}`, `server ${other}`, fact, isLost)
          : `Servers ${one} and ${other} ${
              isLost ? 'lose' : 'gain'
            } each other ${ways[fact.via]}.`,
      };
    }
    case 'outside': {
      const server = `server ${fact.server} (${fact.subnet})`;
      const outside = `${fact.prefix} of ${fact.external}`;
      return {
        severity: isLost ? 'critical' : 'warning',
        sentence: fact.opener
          ? opening(server, outside, fact, isLost)
          : `${capital(server)} ${isLost ? 'loses' : 'gains'} ${outside} ${
              ways[fact.via]
            }.`,
      };
    }
    case 'network':
      return { severity: 'warning', sentence: networked(fact, isLost) };
    default:
      return homed(fact.before, fact.after);
  }
}

function networked(
  fact: Extract<ImpactFact, { type: 'network' }>,
  isLost: boolean,
): string {
  const { from, to, via, opener } = fact;
  if (from === to)
    return `Hosts of subnet ${from} ${isLost ? 'lose' : 'gain'} each other.`;
  return opener
    ? opening(`subnet ${from}`, to, { via, opener }, isLost)
    : `Subnet ${from} ${isLost ? 'loses' : 'gains'} ${to} ${ways[via]}.`;
}

/** Where only one side opens connections, as gateways let it. */
function opening(
  one: string,
  other: string,
  { via, opener }: { via: Via | OutsideVia; opener?: Opener },
  isLost: boolean,
): string {
  const [caller, called] = opener === 'to' ? [other, one] : [one, other];
  return `${capital(caller)} can ${
    isLost ? 'no longer' : 'now'
  } open connections to ${called} ${ways[via]}.`;
}

function capital(text: string): string {
  return text[0].toUpperCase() + text.slice(1);
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
