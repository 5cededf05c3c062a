/** VLANs that the fabric keeps for itself. */
export interface ReservedVLANs {
  from: number;
  to: number;
  use: string;
}

/** Networks that the fabric keeps for itself. */
export interface ReservedSubnet {
  subnet: string;
  use: string;
}

/** What the installer of a fabric decided, as far as rules refer to it. Addresses are prefixes, VLANs and ASNs inclusive. */
export interface FabricSettings {
  managementSubnet: string;
  /** Addresses of switches lie below this one. */
  managementDHCPStart: string;
  protocolSubnet: string;
  vtepSubnet: string;
  /** Addresses of links between switches. */
  fabricSubnet: string;
  reservedSubnets: readonly ReservedSubnet[];
  reservedVLANs: readonly ReservedVLANs[];
  spineASN: number;
  leafASNStart: number;
  leafASNEnd: number;
  /** MTU of fabric ports and what encapsulation takes of it, in bytes. */
  fabricMTU: number;
  serverMTUOffset: number;
  eslag: boolean;
  gateway: boolean;
  vpcPeering: boolean;
  /** BGP communities set aside for gateways, which bounds a gateway group; not checked unless given. */
  gatewayCommunities?: number;
}

/** Upstream's defaults (fabricator, 26.03). */
export const defaultFabricSettings: FabricSettings = {
  managementSubnet: '172.30.0.0/21',
  managementDHCPStart: '172.30.4.0',
  protocolSubnet: '172.30.8.0/22',
  vtepSubnet: '172.30.12.0/22',
  fabricSubnet: '172.30.128.0/17',
  reservedSubnets: [
    { subnet: '172.30.0.0/21', use: 'management' },
    { subnet: '172.30.8.0/22', use: 'router ids' },
    { subnet: '172.30.12.0/22', use: 'tunnel addresses' },
    { subnet: '172.30.16.0/22', use: 'proxied externals' },
    { subnet: '172.30.95.0/31', use: 'MCLAG sessions' },
    { subnet: '172.30.96.0/19', use: 'VPC loopbacks' },
    { subnet: '172.30.128.0/17', use: 'fabric links' },
  ],
  reservedVLANs: [
    { from: 3000, to: 3899, use: 'routing between VPC subnets' },
    { from: 3900, to: 3999, use: 'a workaround for some switches' },
  ],
  spineASN: 65100,
  leafASNStart: 65101,
  leafASNEnd: 65533,
  fabricMTU: 9100,
  serverMTUOffset: 64,
  eslag: true,
  gateway: true,
  vpcPeering: true,
};
