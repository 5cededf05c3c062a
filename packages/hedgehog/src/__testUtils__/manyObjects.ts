import { KubernetesObject } from '../model/KubernetesObject';
import { build } from './build';

/** A fabric of about `count` objects of the sorts that are many in practice: VPCs, connections, attachments, peerings. */
export function manyObjects(count: number): KubernetesObject[] {
  const objects: KubernetesObject[] = [];
  for (let i = 0; objects.length < count; i += 1) {
    const network = `10.${(i >> 8) & 255}.${i & 255}`;
    objects.push(
      build('VPC', `vpc-${i}`, {
        ipv4Namespace: 'default',
        vlanNamespace: 'default',
        subnets: {
          default: {
            subnet: `${network}.0/24`,
            vlan: 1000 + (i % 2000),
            dhcp: {
              enable: true,
              range: { start: `${network}.10`, end: `${network}.99` },
            },
          },
        },
      }),
      build('Connection', `server-${i}--eslag`, {
        eslag: {
          links: [1, 2].map(leaf => ({
            server: { port: `server-${i}/enp2s${leaf}` },
            switch: { port: `leaf-0${leaf}/E1/${i % 48}` },
          })),
        },
      }),
      build('VPCAttachment', `server-${i}--vpc-${i}`, {
        subnet: `vpc-${i}/default`,
        connection: `server-${i}--eslag`,
      }),
      build('VPCPeering', `vpc-${i}--vpc-${i + 1}`, {
        permit: [
          { [`vpc-${i}`]: {}, [`vpc-${i + 1}`]: { subnets: ['default'] } },
        ],
      }),
    );
  }
  return objects.slice(0, count);
}
