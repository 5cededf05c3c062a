import { byText } from '../model/json';
import { append } from './append';
import { FabricRecords } from './FabricRecords';
import { islandsOf } from './memberships';
import { openIn } from './ways';
import { OutsideRelation, Relation, Relations, Via, Ways } from './Relation';
import { Underlay } from './Underlay';

/** Gathers what reaches what, each pair of subnets and each way once. */
export class RelationCollector implements Relations {
  readonly inside = new Map<string, Relation>();
  readonly outside = new Map<string, OutsideRelation>();
  readonly #vpcs: FabricRecords['byKind']['VPC'];
  readonly #externals: ReadonlyMap<string, readonly string[]>;

  private constructor(records: FabricRecords, underlay: Underlay) {
    this.#vpcs = records.byKind.VPC;
    this.#externals = islandsOfExternals(records, underlay);
  }

  static of(records: FabricRecords, underlay: Underlay): RelationCollector {
    return new RelationCollector(records, underlay);
  }

  /** Those of some subnets of a VPC that it has, all of them unless given, as `vpc/subnet`. */
  subnetsOf(vpc: string, wanted?: readonly string[]): string[] {
    const subnets = this.#vpcs.get(vpc)?.subnets;
    if (!subnets) return [];
    return (wanted ?? [...subnets.keys()])
      .filter(name => subnets.has(name))
      .map(name => `${vpc}/${name}`);
  }

  /** Islands that an external is attached to. */
  islandsOfExternal(external: string): readonly string[] {
    return this.#externals.get(external) ?? [];
  }

  join(a: string, b: string, via: Via, ways: Ways = {}): void {
    if (!isSome(ways)) return;
    const [from, to] = a <= b ? [a, b] : [b, a];
    const turned = a <= b ? ways : { forth: ways.back, back: ways.forth };
    const key = `${from} ${to} ${via}`;
    this.inside.set(key, {
      from,
      to,
      via,
      ...together(this.inside.get(key), turned),
    });
  }

  lead(relation: Omit<OutsideRelation, keyof Ways>, ways: Ways): void {
    if (!isSome(ways)) return;
    const { subnet, external, prefix, via } = relation;
    const key = `${subnet} ${external} ${prefix} ${via}`;
    this.outside.set(key, {
      ...relation,
      ...together(this.outside.get(key), ways),
    });
  }
}

function islandsOfExternals(
  { byKind }: FabricRecords,
  underlay: Underlay,
): Map<string, readonly string[]> {
  const switches = new Map<string, string[]>();
  for (const { external, connection } of byKind.ExternalAttachment.values()) {
    const cabling = byKind.Connection.get(connection);
    if (!byKind.External.has(external)) continue;
    if (cabling?.type !== 'external') continue;
    append(switches, external, cabling.device);
  }
  return new Map(
    [...switches].map(([external, names]) => [
      external,
      islandsOf(names, underlay),
    ]),
  );
}

function isSome(ways: Ways): boolean {
  const { forth, back } = openIn(ways);
  return forth || back;
}

function together(known: Ways | undefined, ways: Ways): Ways {
  if (!known)
    return { ...islands('forth', ways.forth), ...islands('back', ways.back) };
  return {
    ...islands('forth', union(known.forth, ways.forth)),
    ...islands('back', union(known.back, ways.back)),
  };
}

/** Everywhere and somewhere is everywhere. */
function union(
  a: readonly string[] | undefined,
  b: readonly string[] | undefined,
): readonly string[] | undefined {
  return a && b && [...a, ...b];
}

function islands(side: keyof Ways, names: readonly string[] | undefined): Ways {
  return names ? { [side]: [...new Set(names)].sort(byText) } : {};
}
