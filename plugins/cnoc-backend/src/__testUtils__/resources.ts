import { canonicalize, hashOf, type KubernetesObject } from '@cnoc/hedgehog';
import type { DesiredObject } from '../desired';
import type { LiveObject } from '../live';

export function vpc(name: string, vlan = 1001): KubernetesObject {
  return {
    apiVersion: 'vpc.githedgehog.com/v1beta1',
    kind: 'VPC',
    metadata: { name },
    spec: {
      ipv4Namespace: 'default',
      vlanNamespace: 'default',
      subnets: { default: { subnet: '10.0.1.0/24', vlan } },
    },
  };
}

export function attachment(vpcName: string): KubernetesObject {
  return {
    apiVersion: 'vpc.githedgehog.com/v1beta1',
    kind: 'VPCAttachment',
    metadata: { name: `${vpcName}--server` },
    spec: { subnet: `${vpcName}/default`, connection: 'server--leaf' },
  };
}

export function connection(): KubernetesObject {
  return {
    apiVersion: 'wiring.githedgehog.com/v1beta1',
    kind: 'Connection',
    metadata: { name: 'server--leaf' },
    spec: {
      unbundled: {
        link: {
          server: { port: 'server/eth0' },
          switch: { port: 'leaf/E1/1' },
        },
      },
    },
  };
}

export function desired(object: KubernetesObject): DesiredObject {
  const canonical = canonicalize(object);
  return {
    kind: object.kind,
    name: object.metadata.name,
    file: `${object.kind}.yaml`,
    line: 1,
    object,
    canonical,
    hash: hashOf(canonical),
  };
}

export function live(
  object: KubernetesObject,
  more: Partial<LiveObject> = {},
): LiveObject {
  const canonical = canonicalize(object);
  return {
    kind: object.kind,
    name: object.metadata.name,
    uid: `uid-${object.metadata.name}`,
    resourceVersion: '1',
    canonical,
    hash: hashOf(canonical),
    managers: [],
    deleting: false,
    ...more,
  };
}
