/** By what two subnets reach each other. */
export type Via = 'vpc' | 'vpcPeering' | 'gatewayPeering';
/** By what a subnet reaches networks outside. */
export type OutsideVia =
  | 'externalPeering'
  | 'staticExternal'
  | 'staticRoute'
  | 'gatewayPeering';

/** Islands on which connections can be opened: all of them when not given, none when empty. */
export interface Ways {
  /** From the first of the two to the second. */
  forth?: readonly string[];
  /** From the second to the first. Differs from `forth` only where a gateway is between. */
  back?: readonly string[];
}

/** That servers of two subnets (or of one, when both are the same) reach each other. */
export interface Relation extends Ways {
  /** `vpc/subnet`; `from` is the first of the two by name. */
  from: string;
  to: string;
  via: Via;
}

/** That servers of a subnet reach a network outside (`forth`), and that it reaches them (`back`). */
export interface OutsideRelation extends Ways {
  subnet: string;
  /** The external, the connection of a static external, or the VPC that has a static route. */
  external: string;
  prefix: string;
  via: OutsideVia;
}

export interface Relations {
  inside: ReadonlyMap<string, Relation>;
  outside: ReadonlyMap<string, OutsideRelation>;
}
