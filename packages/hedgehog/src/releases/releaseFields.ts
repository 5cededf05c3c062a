/** A field that not all known releases have. Fields below it come and go with it. */
export interface ReleaseField {
  kind: string;
  /** Path with `*` for any key or index; `spec` for the kind as a whole. */
  path: string;
  /** First release that has it. */
  since: string;
}

const of = (kind: string, since: string, ...paths: string[]): ReleaseField[] =>
  paths.map(path => ({ kind, path: path ? `spec.${path}` : 'spec', since }));

/** From the CRDs of each release; what came in 25.04 cannot be told from what came in 25.05. */
export const releaseFields: readonly ReleaseField[] = [
  ...of(
    'Connection',
    '25.05',
    'mesh',
    'bundled.fallback',
    'gateway.links.*.switch',
  ),
  ...of('VPC', '25.05', 'subnets.*.dhcp.static'),
  ...of('VPC', '26.01', 'subnets.*.hostBGP'),
  ...of('VPC', '26.02', 'subnets.*.dhcp.relayVPC'),
  ...of(
    'VPC',
    '26.03',
    'subnets.*.hostBGPMinPrefixLen',
    'subnets.*.hostBGPMaxPrefixLen',
    'subnets.*.hostBGPExtraPrefixes',
  ),
  ...of('External', '26.01', 'static'),
  ...of('ExternalAttachment', '26.01', 'static'),
  ...of('ExternalAttachment', '26.02', 'inboundACL'),
  ...of('Switch', '26.03', 'linkFlapErrDisable', 'portFECs', 'portLocators'),
  ...of('Gateway', '26.01', ''),
  ...of('GatewayGroup', '26.01', ''),
  ...of('GatewayPeering', '26.01', ''),
  ...of('Gateway', '26.02', 'flowTableCapacity'),
  ...of('Gateway', '26.03', 'logs.rateLimit'),
  ...of('GatewayPeering', '26.03', 'acl'),
];

/** A field that early releases have, and CNOC's shapes, which are those of the latest, do not. */
export interface GoneField {
  kind: string;
  path: string;
  /** First release without it. */
  gone: string;
  /** The field that took its place. */
  instead: string;
}

/** From the CRDs of each release. What releases only ignore (MCLAG, remote peering) has rules of its own. */
export const goneFields: readonly GoneField[] = [
  {
    kind: 'Connection',
    path: 'spec.gateway.links.*.spine',
    gone: '25.05',
    instead: 'switch',
  },
];
