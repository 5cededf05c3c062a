/** By what two subnets reach each other. */
export type Via = 'vpc' | 'vpcPeering' | 'gatewayPeering';
/** By what a subnet reaches networks outside. */
export type OutsideVia =
  | 'externalPeering'
  | 'staticExternal'
  | 'gatewayPeering';

/** That servers of two subnets (or of one, when both are the same) reach each other. */
export interface Relation {
  /** `vpc/subnet`; `from` is the first of the two by name. */
  from: string;
  to: string;
  via: Via;
  /** Only servers on these islands; all of them unless given. */
  islands?: readonly string[];
}

/** That servers of a subnet reach a network outside. */
export interface OutsideRelation {
  subnet: string;
  /** The external, or the connection of a static external. */
  external: string;
  prefix: string;
  via: OutsideVia;
  islands: readonly string[];
}

export interface Relations {
  inside: ReadonlyMap<string, Relation>;
  outside: ReadonlyMap<string, OutsideRelation>;
}
