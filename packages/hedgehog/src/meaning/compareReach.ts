import { FabricModel } from './FabricModel';
import { FactSink } from './FactSink';
import { ImpactChange } from './Impact';
import { isSameList } from './isSameList';
import { keysOf } from './keysOf';
import { OutsideRelation, Relation } from './Relation';
import { Bucket, SubnetPairs } from './SubnetPairs';

/** Tells a sink which servers lose and gain each other and networks outside. Pairs are counted in groups, not one by one. */
export function compareReach(
  before: FabricModel,
  after: FabricModel,
  sink: FactSink,
): void {
  const subnets = new SubnetPairs(before, after);
  for (const subnet of subnets.changed()) {
    const [was, is] = subnets.of(subnet);
    for (const server of keysOf(was, is)) {
      if (!is.has(server))
        sink.add('lost', { type: 'membership', server, subnet });
      else if (!was.has(server))
        sink.add('gained', { type: 'membership', server, subnet });
    }
  }
  comparePairs(before, after, subnets, sink);
  compareOutside(before, after, subnets, sink);
}

function comparePairs(
  before: FabricModel,
  after: FabricModel,
  subnets: SubnetPairs,
  sink: FactSink,
): void {
  const [was, is] = [before.relations.inside, after.relations.inside];
  for (const key of keysOf(was, is)) {
    const [old, now] = [was.get(key), is.get(key)];
    const { from, to, via } = (old ?? now) as Relation;
    if (!old || !now)
      sink.add(now ? 'gained' : 'lost', { type: 'network', from, to, via });
    if (
      isSameRelation(old, now) &&
      !subnets.isChanged(from) &&
      !subnets.isChanged(to)
    )
      continue;
    const left = subnets.buckets(from);
    const right = subnets.buckets(to);
    left.forEach((a, index) => {
      for (const b of from === to ? right.slice(index) : right) {
        const met = !!old && meets(a.before, b.before, old.islands);
        const meet = !!now && meets(a.after, b.after, now.islands);
        if (met === meet) continue;
        const change = met ? 'lost' : 'gained';
        sink.count(change, 'reach', pairsOf(a, b, from === to));
        keepPairs(change, a, b, old ?? (now as Relation), sink);
      }
    });
  }
}

function compareOutside(
  before: FabricModel,
  after: FabricModel,
  subnets: SubnetPairs,
  sink: FactSink,
): void {
  const [was, is] = [before.relations.outside, after.relations.outside];
  for (const key of keysOf(was, is)) {
    const [old, now] = [was.get(key), is.get(key)];
    const { subnet, external, prefix, via } = (old ?? now) as OutsideRelation;
    if (!old || !now)
      sink.add(now ? 'gained' : 'lost', {
        type: 'network',
        from: subnet,
        to: `${external} ${prefix}`,
        via,
      });
    if (isSameRelation(old, now) && !subnets.isChanged(subnet)) continue;
    for (const bucket of subnets.buckets(subnet)) {
      const met = !!old && meets(bucket.before, old.islands);
      const meet = !!now && meets(bucket.after, now.islands);
      if (met === meet) continue;
      for (const server of bucket.servers)
        sink.add(met ? 'lost' : 'gained', {
          type: 'outside',
          server,
          subnet,
          external,
          prefix,
          via,
        });
    }
  }
}

function pairsOf(a: Bucket, b: Bucket, isSameSubnet: boolean): number {
  if (isSameSubnet)
    return a === b
      ? (a.servers.length * (a.servers.length - 1)) / 2
      : a.servers.length * b.servers.length;
  const others = new Set(b.servers);
  const both = a.servers.filter(server => others.has(server)).length;
  return a.servers.length * b.servers.length - both;
}

function keepPairs(
  change: ImpactChange,
  a: Bucket,
  b: Bucket,
  { from, to, via }: Relation,
  sink: FactSink,
): void {
  for (let i = 0; i < a.servers.length; i += 1) {
    const start = a === b && from === to ? i + 1 : 0;
    for (let j = start; j < b.servers.length; j += 1) {
      if (!sink.hasRoom(change, 'reach')) return;
      if (a.servers[i] !== b.servers[j])
        sink.keep(change, {
          type: 'reach',
          from: { server: a.servers[i], subnet: from },
          to: { server: b.servers[j], subnet: to },
          via,
        });
    }
  }
}

/** Whether all lists that are given share an island. */
function meets(
  first: readonly string[],
  ...others: (readonly string[] | undefined)[]
): boolean {
  return first.some(island =>
    others.every(list => list === undefined || list.includes(island)),
  );
}

function isSameRelation(
  a: { islands?: readonly string[] } | undefined,
  b: { islands?: readonly string[] } | undefined,
): boolean {
  if (!a || !b) return a === b;
  return isSameList(a.islands, b.islands);
}
