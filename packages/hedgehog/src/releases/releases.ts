/** A release of Hedgehog. */
export interface Release {
  /** `<year>.<month>`, so that texts sort as releases do. */
  name: string;
  /** Version of the fabric components in it. */
  fabric: string;
  /** Day of release, as ISO date. */
  date: string;
  /** What it changed in resources. */
  notes: string;
}

/** The releases whose resources CNOC knows, oldest first. */
export const releases: readonly Release[] = [
  {
    name: '25.03',
    fabric: 'v0.81.1',
    date: '2025-07-01',
    notes: 'RoCE and VPCs in L3 mode.',
  },
  {
    name: '25.04',
    fabric: 'v0.87.4',
    date: '2025-07-31',
    notes: 'No field of which CNOC knows.',
  },
  {
    name: '25.05',
    fabric: 'v0.96.4',
    date: '2025-11-20',
    notes:
      'Mesh connections, gateways on leaves, LACP fallback, fixed DHCP addresses.',
  },
  {
    name: '26.01',
    fabric: 'v0.115.4',
    date: '2026-04-02',
    notes:
      'Gateway, GatewayGroup and GatewayPeering, static externals, hosts with BGP.',
  },
  {
    name: '26.02',
    fabric: 'v0.120.3',
    date: '2026-05-08',
    notes:
      'DHCP relay between VPCs, filters on external attachments, size of gateway flow tables.',
  },
  {
    name: '26.03',
    fabric: 'v0.129.4',
    date: '2026-08-18',
    notes:
      'Filters on gateway peerings, more prefixes of hosts with BGP, port locators, error correction by port, shutting of flapping ports. MCLAG and remote VPC peering are gone.',
  },
];

export const latestRelease = releases[releases.length - 1].name;
