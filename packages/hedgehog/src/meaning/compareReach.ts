import { FabricModel } from './FabricModel';
import { FactSink } from './FactSink';
import { ImpactChange } from './Impact';
import { keysOf } from './keysOf';
import { OutsideRelation, Relation } from './Relation';
import { Bucket, SubnetPairs } from './SubnetPairs';
import { isSameWays, meeting, openIn, turnsOf } from './ways';

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
    for (const { change, opener } of turnsOf(openIn(old), openIn(now)))
      sink.add(change, { type: 'network', from, to, via, ...opener });
    if (
      isSameWays(old, now) &&
      !subnets.isChanged(from) &&
      !subnets.isChanged(to)
    )
      continue;
    const left = subnets.buckets(from);
    const right = subnets.buckets(to);
    left.forEach((a, index) => {
      for (const b of from === to ? right.slice(index) : right) {
        const turns = turnsOf(
          meeting(old, a.before, b.before),
          meeting(now, a.after, b.after),
        );
        for (const { change, opener } of turns) {
          sink.count(change, 'reach', pairsOf(a, b, from === to));
          keepPairs(change, a, b, { from, to, via, ...opener }, sink);
        }
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
    for (const { change, opener } of turnsOf(openIn(old), openIn(now)))
      sink.add(change, {
        type: 'network',
        from: subnet,
        to: `${external} ${prefix}`,
        via,
        ...opener,
      });
    if (isSameWays(old, now) && !subnets.isChanged(subnet)) continue;
    for (const bucket of subnets.buckets(subnet)) {
      const turns = turnsOf(
        meeting(old, bucket.before),
        meeting(now, bucket.after),
      );
      for (const { change, opener } of turns) {
        for (const server of bucket.servers)
          sink.add(change, {
            type: 'outside',
            server,
            subnet,
            external,
            prefix,
            via,
            ...opener,
          });
      }
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
  { from, to, ...way }: Pick<Relation, 'from' | 'to' | 'via'>,
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
          ...way,
        });
    }
  }
}
