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
    };

export interface SubnetRecord {
  /** Normal form of the network, where it is one. */
  prefix?: string;
  isIsolated: boolean;
  isRestricted: boolean;
}

export interface VPCRecord {
  vlanNamespace: string;
  subnets: ReadonlyMap<string, SubnetRecord>;
  /** Groups of subnets that reach each other although isolated. */
  permit: readonly (readonly string[])[];
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

/** What one entry of a gateway peering shows of a side. */
export interface ExposeRecord {
  isAll: boolean;
  subnets: readonly string[];
  prefixes: readonly string[];
  without: readonly string[];
}

export interface GatewayPeeringRecord {
  group: string;
  /** By VPC name, or `ext.<external>`. Only peerings of exactly two sides work. */
  sides: readonly { name: string; exposes: readonly ExposeRecord[] }[];
}

export interface GatewayRecord {
  groups: readonly string[];
}
