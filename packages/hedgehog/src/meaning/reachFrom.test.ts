import { smallFabric } from '../__testUtils__/build';
import { bothWays, truthOf } from '../__testUtils__/bruteForce/truthOf';
import { randomFabric } from '../__testUtils__/randomFabric';
import { reachFrom } from './reachFrom';

describe('reachFrom', () => {
  it('names subnets, servers, ways and networks outside', () => {
    expect(reachFrom(smallFabric(), 'server-02')).toEqual({
      subnets: [{ subnet: 'vpc-2/default', switches: ['leaf-01'] }],
      servers: [
        { server: 'server-01', subnet: 'vpc-1/default', via: 'vpcPeering' },
      ],
      serverCount: 1,
      outside: [],
    });
    expect(reachFrom(smallFabric(), 'server-01').outside).toContainEqual({
      subnet: 'vpc-1/default',
      external: 'ext-1',
      prefix: '0.0.0.0/0',
      via: 'externalPeering',
    });
  });

  it('an unknown server reaches nothing', () => {
    expect(reachFrom(smallFabric(), 'nobody')).toEqual({
      subnets: [],
      servers: [],
      serverCount: 0,
      outside: [],
    });
  });

  it.each(Array.from({ length: 30 }, (_, seed) => seed))(
    'equals a brute-force search, fabric %i',
    seed => {
      const fabric = randomFabric(500 + seed);
      const truth = truthOf(fabric);
      const told = new Set<string>();
      const ways = new Set<string>();
      for (const { kind, metadata } of fabric) {
        if (kind !== 'Server') continue;
        const { name } = metadata;
        const reach = reachFrom(fabric, name);
        for (const { subnet } of reach.subnets) told.add(`${name}@${subnet}`);
        for (const { subnet, external, prefix, via, opener } of reach.outside) {
          const fact = `${name}@${subnet} ${external} ${prefix} ${via}`;
          if (via !== 'gatewayPeering') ways.add(fact);
          else if (opener !== 'to') ways.add(`${fact} →`);
          if (via === 'gatewayPeering' && opener !== 'from')
            ways.add(`${fact} ←`);
        }
        const pairs = [...new Set([...truth.pairs].map(bothWays))].filter(
          pair => pair.split(' ').some(end => end.startsWith(`${name}@`)),
        );
        expect(reach.serverCount).toBe(pairs.length);
        expect(reach.servers).toHaveLength(Math.min(100, pairs.length));
        expect(reachFrom(fabric, name, { limit: 1 })).toMatchObject({
          serverCount: pairs.length,
          servers: reach.servers.slice(0, 1),
        });
      }
      expect(told).toEqual(truth.memberships);
      expect(ways).toEqual(truth.outside);
    },
  );
});
