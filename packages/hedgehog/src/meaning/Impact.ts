import { ObjectKey } from '../model/KubernetesObject';
import { Severity } from '../model/Severity';
import { Homing } from './homings';
import { OutsideVia, Via } from './Relation';

/** A server in a subnet. */
export interface Endpoint {
  server: string;
  /** `vpc/subnet`. */
  subnet: string;
}

export type ImpactChange = 'lost' | 'gained';

/**
 * Which of the two opens the connections that are lost or gained; both unless given. Gateways that translate addresses or
 * filter let connections through that one side opens, and answers to them, and not those that the other opens.
 */
export type Opener = 'from' | 'to';

/** One thing that a change does to a fabric. */
export type ImpactFact =
  /** A server is no longer, or newly, in a subnet. */
  | ({ type: 'membership' } & Endpoint)
  /** Two servers no longer, or newly, reach each other. */
  | { type: 'reach'; from: Endpoint; to: Endpoint; via: Via; opener?: Opener }
  /** A server no longer, or newly, reaches a network outside (`opener`: the server is `from`). */
  | ({
      type: 'outside';
      external: string;
      prefix: string;
      via: OutsideVia;
      opener?: Opener;
    } & Endpoint)
  /** A device, or a server in a subnet, has fewer or more ways to the rest. */
  | { type: 'redundancy'; before?: Homing; after?: Homing }
  /** Two subnets, or a subnet and a network outside, no longer or newly reach each other, whoever is in them. */
  | {
      type: 'network';
      from: string;
      to: string;
      via: Via | OutsideVia;
      opener?: Opener;
    }
  /** A setting changes that reachability does not depend on, yet the network does. */
  | { type: 'setting'; object: ObjectKey; path: string };

export type ImpactItem = ImpactFact & {
  change: ImpactChange | 'changed';
  severity: Severity;
  /** One sentence for a network engineer. */
  sentence: string;
};

export type ImpactType = ImpactFact['type'];

/** What a change of a fabric does. */
export interface Impact {
  /** Exact numbers of all that is lost and gained. Pairs of servers count once per subnets and way. */
  lost: Record<Exclude<ImpactType, 'setting'>, number>;
  gained: Record<Exclude<ImpactType, 'setting'>, number>;
  settings: number;
  /** Gravest first; of each type no more than the limit. */
  items: ImpactItem[];
  /** Objects that differ only in what the network does not depend on: labels, descriptions, order. */
  cosmetic: { count: number; objects: ObjectKey[] };
}
