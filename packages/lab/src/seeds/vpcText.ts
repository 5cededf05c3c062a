/** Texts of VPC-level documents as a team would keep them in git. */

const VPC = 'vpc.githedgehog.com/v1beta1';

export function namespacesText(): string[] {
  return [
    `apiVersion: ${VPC}
kind: IPv4Namespace
metadata:
  name: default
spec:
  subnets:
    - 10.0.0.0/16`,
    `apiVersion: wiring.githedgehog.com/v1beta1
kind: VLANNamespace
metadata:
  name: default
spec:
  ranges:
    - { from: 1000, to: 2999 }`,
  ];
}

export interface SubnetSeed {
  name: string;
  /** Third octet of 10.0.<n>.0/24; also gives the VLAN 1000 + n. */
  net: number;
  /** First and last address handed out; absent = no DHCP. */
  dhcp?: readonly [first: number, last: number];
  isolated?: boolean;
}

export function vpcText(name: string, subnets: readonly SubnetSeed[]): string {
  return `apiVersion: ${VPC}
kind: VPC
metadata:
  name: ${name}
spec:
  ipv4Namespace: default
  vlanNamespace: default
  subnets:
${subnets.map(subnetText).join('\n')}`;
}

function subnetText({ name, net, dhcp, isolated }: SubnetSeed): string {
  return [
    `    ${name}:`,
    `      subnet: 10.0.${net}.0/24`,
    `      gateway: 10.0.${net}.1`,
    `      vlan: ${1000 + net}`,
    ...(isolated ? ['      isolated: true'] : []),
    ...(dhcp
      ? [
          '      dhcp:',
          '        enable: true',
          '        range:',
          `          start: 10.0.${net}.${dhcp[0]}`,
          `          end: 10.0.${net}.${dhcp[1]}`,
        ]
      : []),
  ].join('\n');
}

export function attachmentText(
  name: string,
  subnet: string,
  connection: string,
): string {
  return `apiVersion: ${VPC}
kind: VPCAttachment
metadata:
  name: ${name}
spec:
  subnet: ${subnet}
  connection: ${connection}`;
}

export function peeringText(left: string, right: string): string {
  return `apiVersion: ${VPC}
kind: VPCPeering
metadata:
  name: ${left}--${right}
spec:
  permit:
    - ${left}: {}
      ${right}: {}`;
}

export function externalPeeringText(
  vpc: string,
  subnets: readonly string[],
  external: string,
): string {
  return `apiVersion: ${VPC}
kind: ExternalPeering
metadata:
  name: ${vpc}--${external}
spec:
  permit:
    vpc:
      name: ${vpc}
      subnets: [${subnets.join(', ')}]
    external:
      name: ${external}
      prefixes:
        - prefix: 0.0.0.0/0`;
}
