import {
  FilterRecord,
  FilterRuleRecord,
  MatchRecord,
  VPCRecord,
} from '../records';
import {
  Box,
  everyAddress,
  everyPort,
  intersection,
  Interval,
  without,
} from './Box';
import { rangesOf } from './ranges';

interface Rule {
  isAllow: boolean;
  isFlow: boolean;
  boxes: readonly Box[];
}

/** Packets that pass, and whether replies pass with them. */
export interface Passing {
  box: Box;
  isFlow: boolean;
}

type SideVPC = (side: string) => VPCRecord | undefined;

/** Most pieces that rules may cut a set of packets into. Rules beyond are not followed, and what is left counts as passing. */
const mostPieces = 2000;

/** The filter (ACL) of a gateway peering, in both directions. Addresses are matched before translation. */
export class Filter {
  readonly #isClosed: boolean;
  readonly #rules = new Map<string, Rule[]>();

  private constructor(
    { isClosed, rules }: FilterRecord,
    sides: readonly string[],
    vpcOf: SideVPC,
  ) {
    this.#isClosed = isClosed;
    for (const side of sides) {
      const other = sides.find(name => name !== side) ?? '';
      this.#rules.set(
        side,
        rules
          .filter(({ from }) => from === side)
          .map(rule => ({
            isAllow: rule.isAllow,
            isFlow: rule.isFlow,
            boxes: boxesOf(rule, vpcOf(side), vpcOf(other)),
          })),
      );
    }
  }

  static of(
    filter: FilterRecord,
    sides: readonly string[],
    vpcOf: SideVPC,
  ): Filter {
    return new Filter(filter, sides, vpcOf);
  }

  /** Those of some packets that pass from a side to the other. `isReply`: they belong to a flow that was let in as one. */
  *passing(
    packets: readonly Box[],
    side: string,
    isReply = false,
  ): Generator<Passing> {
    let left = packets;
    for (const { isAllow, isFlow, boxes } of this.#rules.get(side) ?? []) {
      for (const box of boxes) {
        const rest: Box[] = [];
        for (const piece of left) {
          const hit = intersection(piece, box);
          if (hit && isAllow) yield { box: hit, isFlow };
          if (hit) rest.push(...without(piece, hit));
          else rest.push(piece);
        }
        left = rest;
      }
      if (left.length > mostPieces) {
        yield { box: left[0], isFlow: true };
        return;
      }
    }
    if (this.#isClosed && !isReply) return;
    for (const box of left) yield { box, isFlow: true };
  }
}

function boxesOf(
  { protocols, sources, targets }: FilterRuleRecord,
  from: VPCRecord | undefined,
  to: VPCRecord | undefined,
): Box[] {
  if (!protocols) return [];
  const starts = endsOf(sources, from);
  const ends = endsOf(targets, to);
  return starts.flatMap(([source, sourcePort]) =>
    ends.map(
      ([target, targetPort]): Box => [
        source,
        target,
        protocols,
        sourcePort,
        targetPort,
      ],
    ),
  );
}

/** Addresses and ports that one end of a rule matches. */
function endsOf(
  matches: readonly MatchRecord[],
  vpc: VPCRecord | undefined,
): [Interval, Interval][] {
  if (matches.length === 0) return [[everyAddress, everyPort]];
  return matches.flatMap(({ prefix, subnet, ports = [everyPort] }) => {
    const network = subnet ? vpc?.subnets.get(subnet)?.prefix : prefix;
    const addresses =
      prefix || subnet
        ? rangesOf(network ? [network] : []).map(
            ({ from, to }): Interval => [from, to],
          )
        : [everyAddress];
    return addresses.flatMap(range =>
      ports.map((port): [Interval, Interval] => [range, port]),
    );
  });
}
