/** A switch, as far as reachability and redundancy depend on it. */
export interface SwitchRecord {
  isSpine: boolean;
  vlanNamespaces: readonly string[];
}

/** One cable: the devices at its two ends. */
export interface LinkRecord {
  from: string;
  to: string;
}

/**
 * A connection by what it joins. `from` and `to` of its links: server and switch, spine and leaf, two leaves, gateway and
 * switch.
 */
export type ConnectionRecord =
  | { type: 'server'; links: readonly LinkRecord[] }
  | { type: 'underlay'; links: readonly LinkRecord[] }
  | { type: 'gateway'; links: readonly LinkRecord[] }
  | { type: 'external'; device: string }
  | {
      type: 'staticExternal';
      device: string;
      withinVPC?: string;
      prefixes: readonly string[];
      /** The network of the link itself, which is among the prefixes, too. */
      link?: string;
    };

export interface SubnetRecord {
  /** Normal form of the network, where it is one. */
  prefix?: string;
  /** Further networks that its hosts may announce. */
  announced: readonly string[];
  isIsolated: boolean;
  isRestricted: boolean;
}

export interface VPCRecord {
  vlanNamespace: string;
  subnets: ReadonlyMap<string, SubnetRecord>;
  /** Groups of subnets that reach each other although isolated. */
  permit: readonly (readonly string[])[];
  routes: readonly RouteRecord[];
}

/** A static route of a VPC: a network and the addresses it is reached by. */
export interface RouteRecord {
  prefix: string;
  nextHops: readonly string[];
}

export interface ExternalRecord {
  /** All that is behind a static external; what a BGP external has is known to it alone. */
  prefixes?: readonly string[];
}

export interface AttachmentRecord {
  vpc: string;
  subnet: string;
  connection: string;
}

/** One side of a VPC peering policy; no list of subnets = all of them. */
export interface PeeringSideRecord {
  vpc: string;
  subnets?: readonly string[];
}

export interface VPCPeeringRecord {
  policies: readonly (readonly [PeeringSideRecord, PeeringSideRecord])[];
}

export interface ExternalAttachmentRecord {
  external: string;
  connection: string;
}

export interface ExternalPeeringRecord {
  vpc: string;
  subnets: readonly string[];
  external: string;
  prefixes: readonly string[];
}

/** First and last of a run of ports. */
export type PortRange = readonly [number, number];

/** How a gateway translates addresses: `plain` = not at all. */
export type Translation = 'plain' | 'static' | 'masquerade' | 'portForward';

/** What one entry of a gateway peering shows of a side. */
export interface ExposeRecord {
  isAll: boolean;
  subnets: readonly string[];
  prefixes: readonly string[];
  without: readonly string[];
  translation: Translation;
  /** Addresses as the other side sees them; unless translated, those that the hosts have. */
  as: { prefixes: readonly string[]; without: readonly string[] };
  forwards: readonly ForwardRecord[];
}

/** Ports that are forwarded: as hosts have them, and as the other side sees them. */
export interface ForwardRecord {
  protocols: readonly number[];
  port: PortRange;
  as: PortRange;
}

export interface FilterRecord {
  /** Whether what no rule allows is dropped, too. */
  isClosed: boolean;
  rules: readonly FilterRuleRecord[];
}

export interface FilterRuleRecord {
  /** The side that sends; a rule without a direction that makes sense has none, and matches nothing. */
  from?: string;
  isAllow: boolean;
  /** Whether replies pass with what it allows. */
  isFlow: boolean;
  /** First and last number of the protocols it matches; none = it matches nothing. */
  protocols?: readonly [number, number];
  sources: readonly MatchRecord[];
  targets: readonly MatchRecord[];
}

/** One end of what a rule matches: a network or a subnet of the side, or all; some ports, or all. */
export interface MatchRecord {
  prefix?: string;
  subnet?: string;
  ports?: readonly PortRange[];
}

export interface GatewayPeeringRecord {
  group: string;
  /** By VPC name, or `ext.<external>`. Only peerings of exactly two sides work. */
  sides: readonly { name: string; exposes: readonly ExposeRecord[] }[];
  filter?: FilterRecord;
}

export interface GatewayRecord {
  groups: readonly string[];
}
