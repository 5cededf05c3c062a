/** Texts of wiring documents as a team would keep them in git, values filled in. */

const WIRING = 'wiring.githedgehog.com/v1beta1';

/** Several YAML documents as one file, with a comment at its head. */
export function yamlFile(
  comment: string,
  documents: readonly string[],
): string {
  return `# ${comment}\n${documents
    .map(document => document.trim())
    .join('\n---\n')}\n`;
}

export interface SwitchSeed {
  name: string;
  role: 'spine' | 'server-leaf' | 'border-leaf';
  profile: string;
  description: string;
  /** Number of the device in its address pools. */
  index: number;
  asn: number;
  /** VTEP number; leaves only. */
  vtep?: number;
  group?: string;
}

export function switchText(seed: SwitchSeed): string {
  const { name, role, profile, description, index, asn, vtep, group } = seed;
  return [
    `apiVersion: ${WIRING}`,
    'kind: Switch',
    'metadata:',
    `  name: ${name}`,
    'spec:',
    `  role: ${role}`,
    `  profile: ${profile}`,
    `  description: ${description}`,
    `  asn: ${asn}`,
    `  ip: 172.30.0.${7 + index}/21`,
    `  protocolIP: 172.30.8.${index}/32`,
    ...(vtep === undefined ? [] : [`  vtepIP: 172.30.12.${vtep}/32`]),
    '  boot:',
    `    mac: 0c:20:12:ff:${String(index).padStart(2, '0')}:00`,
    ...(group
      ? ['  redundancy:', `    group: ${group}`, '    type: eslag']
      : []),
    '  vlanNamespaces: [default]',
  ].join('\n');
}

export function switchGroupText(name: string): string {
  return `apiVersion: ${WIRING}
kind: SwitchGroup
metadata:
  name: ${name}
spec: {}`;
}

export function serverText(
  name: string,
  description: string,
  team: string,
): string {
  return `apiVersion: ${WIRING}
kind: Server
metadata:
  name: ${name}
  labels:
    team: ${team}
spec:
  description: ${description}`;
}

/** Server ports on the left, switch ports on the right. */
export function serverConnectionText(
  type: 'eslag' | 'bundled' | 'unbundled',
  links: readonly (readonly [server: string, port: string])[],
): string {
  const [server] = links[0][0].split('/');
  const switches = [...new Set(links.map(([, port]) => port.split('/')[0]))];
  const name = [server, type, ...switches].join('--');
  const body =
    type === 'unbundled'
      ? `    link:
      server: { port: ${links[0][0]} }
      switch: { port: ${links[0][1]} }`
      : `    links:\n${links
          .map(
            ([left, right]) =>
              `      - server: { port: ${left} }\n        switch: { port: ${right} }`,
          )
          .join('\n')}`;
  return `apiVersion: ${WIRING}
kind: Connection
metadata:
  name: ${name}
spec:
  ${type}:
${body}`;
}

export interface FabricLinkSeed {
  left: string;
  leftPort: string;
  right: string;
  rightPort: string;
  /** Number of the /31 in 172.30.128.0/17. */
  pair: number;
}

export function fabricConnectionText(
  type: 'fabric' | 'mesh',
  { left, leftPort, right, rightPort, pair }: FabricLinkSeed,
): string {
  const [leftSide, rightSide] =
    type === 'fabric' ? ['spine', 'leaf'] : ['leaf1', 'leaf2'];
  return `apiVersion: ${WIRING}
kind: Connection
metadata:
  name: ${left}--${type}--${right}
spec:
  ${type}:
    links:
      - ${leftSide}: { port: ${left}/${leftPort}, ip: 172.30.128.${
    2 * pair
  }/31 }
        ${rightSide}: { port: ${right}/${rightPort}, ip: 172.30.128.${
    2 * pair + 1
  }/31 }`;
}
