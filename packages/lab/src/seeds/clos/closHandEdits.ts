import type { HandEdit } from '../LabFabricSeed';

/** What people did to the cluster past git, one or two of every severity. `ago` gives a time so many hours ago. */
export function closHandEdits(ago: (hours: number) => Date): HandEdit[] {
  return [
    {
      // critical: the databases' servers are on another VLAN than git says
      manager: 'kubectl-edit',
      at: ago(6),
      kind: 'VPC',
      name: 'db',
      mergePatch: { spec: { subnets: { default: { vlan: 1103 } } } },
    },
    {
      // critical: a server lost its network
      manager: 'kubectl-delete',
      at: ago(5),
      kind: 'VPCAttachment',
      name: 'web--server-02',
      remove: true,
    },
    {
      // warning: fewer addresses than git says
      manager: 'kubectl-patch',
      at: ago(30),
      kind: 'VPC',
      name: 'web',
      mergePatch: {
        spec: {
          subnets: { default: { dhcp: { range: { end: '10.0.1.49' } } } },
        },
      },
    },
    {
      // warning: nobody wrote this one down
      manager: 'hhfctl',
      at: ago(52),
      create: {
        apiVersion: 'vpc.githedgehog.com/v1beta1',
        kind: 'VPC',
        metadata: { name: 'test-01', namespace: 'default' },
        spec: {
          ipv4Namespace: 'default',
          vlanNamespace: 'default',
          subnets: { default: { subnet: '10.0.99.0/24', vlan: 1099 } },
        },
      },
    },
    {
      // info
      manager: 'kubectl-edit',
      at: ago(75),
      kind: 'Switch',
      name: 'leaf-03',
      mergePatch: { spec: { description: 'Rack 2, left (recabled)' } },
    },
    {
      // info
      manager: 'kubectl-label',
      at: ago(76),
      kind: 'Server',
      name: 'server-07',
      mergePatch: { metadata: { labels: { team: 'storage' } } },
    },
  ];
}
