import { Impact, ImpactItem, Opener } from './Impact';
import { impactOf } from './impactOf';
import {
  bothWays,
  pairText,
  Truth,
  truthOf,
} from '../__testUtils__/bruteForce/truthOf';
import { mutated } from '../__testUtils__/mutate';
import { randomFabric } from '../__testUtils__/randomFabric';

const mutations = 200;

type Facts = Record<
  'memberships' | 'pairs' | 'outside' | 'networks' | 'homings',
  string[]
>;

/** What two truths differ in, as sorted texts. */
function expected(before: Truth, after: Truth): { lost: Facts; gained: Facts } {
  const minus =
    (a: Truth, b: Truth) =>
    (part: 'memberships' | 'pairs' | 'outside' | 'networks') =>
      [...a[part]].filter(fact => !b[part].has(fact)).sort();
  const homings = (a: Truth, b: Truth) =>
    [...a.homings]
      .filter(([key, { level, links }]) => {
        const other = b.homings.get(key);
        if (!other) return !key.startsWith('membership');
        return (
          other.level < level || (other.level === level && other.links < links)
        );
      })
      .map(([key]) => key)
      .sort();
  const side = (a: Truth, b: Truth): Facts => {
    const part = minus(a, b);
    return {
      memberships: part('memberships'),
      pairs: part('pairs'),
      outside: part('outside'),
      networks: part('networks'),
      homings: homings(a, b),
    };
  };
  return { lost: side(before, after), gained: side(after, before) };
}

function told(impact: Impact): { lost: Facts; gained: Facts } {
  const side = (change: ImpactItem['change']): Facts => {
    const facts: Facts = {
      memberships: [],
      pairs: [],
      outside: [],
      networks: [],
      homings: [],
    };
    for (const item of impact.items) {
      if (item.change !== change) continue;
      if (item.type === 'membership')
        facts.memberships.push(`${item.server}@${item.subnet}`);
      if (item.type === 'reach')
        facts.pairs.push(
          ...callersOf(item).map(opener =>
            opener === 'from'
              ? pairText(place(item.from), place(item.to), item.via)
              : pairText(place(item.to), place(item.from), item.via),
          ),
        );
      if (item.type === 'outside')
        facts.outside.push(
          ...arrowsOf(item).map(
            arrow =>
              `${item.server}@${item.subnet} ${item.external} ${item.prefix} ${item.via}${arrow}`,
          ),
        );
      if (item.type === 'network')
        facts.networks.push(
          ...arrowsOf(item).map(
            arrow => `${item.from} ${item.to} ${item.via}${arrow}`,
          ),
        );
      if (item.type === 'redundancy') {
        const { of, name, subnet } = (item.after ?? item.before)!;
        facts.homings.push([of, name, subnet].filter(Boolean).join(' '));
      }
    }
    return {
      memberships: facts.memberships.sort(),
      pairs: facts.pairs.sort(),
      outside: facts.outside.sort(),
      networks: facts.networks.sort(),
      homings: facts.homings.sort(),
    };
  };
  return { lost: side('lost'), gained: side('gained') };
}

/** Who opens connections: through a gateway each side on its own, elsewhere both together. */
function callersOf({
  via,
  opener,
}: {
  via: string;
  opener?: Opener;
}): Opener[] {
  if (opener) return [opener];
  return via === 'gatewayPeering' ? ['from', 'to'] : ['from'];
}

function arrowsOf(item: { via: string; opener?: Opener }): string[] {
  if (item.via !== 'gatewayPeering') return [''];
  return callersOf(item).map(opener => (opener === 'from' ? ' →' : ' ←'));
}

function place({ server, subnet }: { server: string; subnet: string }) {
  const [vpc, name] = subnet.split('/');
  return { server, vpc, subnet: name };
}

describe('impactOf equals a brute-force search', () => {
  const seen = {
    lost: 0,
    gained: 0,
    redundancy: 0,
    outside: 0,
    oneWay: 0,
    via: new Set<string>(),
  };

  it.each(Array.from({ length: mutations }, (_, seed) => seed))(
    'mutation %i',
    seed => {
      const fabric = randomFabric(seed);
      const changed = mutated(fabric, 1000 + seed);
      // Both ways round, so that what comes is proven like what goes.
      const [before, after] =
        seed % 2 === 0 ? [fabric, changed] : [changed, fabric];
      const impact = impactOf(before, after, { limit: Infinity });
      const wanted = expected(truthOf(before), truthOf(after));
      expect(told(impact)).toEqual(wanted);
      const countOf = (facts: readonly string[]) =>
        new Set(facts.map(bothWays)).size;
      for (const change of ['lost', 'gained'] as const) {
        expect(impact[change]).toMatchObject({
          membership: wanted[change].memberships.length,
          reach: countOf(wanted[change].pairs),
          outside: countOf(wanted[change].outside),
          network: countOf(wanted[change].networks),
          redundancy: wanted[change].homings.length,
        });
      }
      const bounded = impactOf(before, after, { limit: 2 });
      expect(bounded).toMatchObject({
        lost: impact.lost,
        gained: impact.gained,
      });
      expect(bounded.items.length).toBeLessThanOrEqual(2 * 11);

      seen.lost += wanted.lost.pairs.length;
      seen.gained += wanted.gained.pairs.length;
      seen.redundancy += wanted.lost.homings.length;
      seen.outside += wanted.lost.outside.length;
      for (const item of impact.items)
        if ('via' in item) {
          seen.via.add(item.via);
          if (item.opener) seen.oneWay += 1;
        }
    },
  );

  it('meets every way of reaching and every sort of loss', () => {
    expect([...seen.via].sort()).toEqual([
      'externalPeering',
      'gatewayPeering',
      'staticExternal',
      'staticRoute',
      'vpc',
      'vpcPeering',
    ]);
    for (const count of [seen.lost, seen.gained, seen.redundancy, seen.outside])
      expect(count).toBeGreaterThan(50);
    expect(seen.oneWay).toBeGreaterThan(20);
  });
});
