import { KubernetesObject } from '../model/KubernetesObject';
import { FabricRecords } from './FabricRecords';
import { exposuresOf } from './gateway/exposures';
import { modelOfRecords } from './FabricModel';
import { Use } from './Use';

/** Attachments, peerings and servers of a subnet of a VPC (`vpc-1/default`; without subnet: `default`). */
export function subnetUses(
  objects: readonly KubernetesObject[],
  name: string,
): Use[] {
  const [vpc, subnet = 'default'] = name.split('/');
  const key = `${vpc}/${subnet}`;
  const records = FabricRecords.from(objects);
  const { byKind } = records;
  const use = (
    kind: string,
    object: string,
    path: string,
    sentence: string,
  ): Use => ({ object: { kind, name: object }, path, sentence });
  const uses: Use[] = [];

  const record = byKind.VPC.get(vpc);
  if (record?.subnets.has(subnet))
    uses.push(
      use(
        'VPC',
        vpc,
        `spec.subnets.${subnet}`,
        `VPC ${vpc} defines subnet ${subnet}.`,
      ),
    );
  for (const [object, attachment] of byKind.VPCAttachment) {
    if (`${attachment.vpc}/${attachment.subnet}` === key)
      uses.push(
        use(
          'VPCAttachment',
          object,
          'spec.subnet',
          `VPCAttachment ${object} puts Connection ${attachment.connection} into ${key}.`,
        ),
      );
  }
  for (const [object, { policies }] of byKind.VPCPeering) {
    const isNamed = policies
      .flat()
      .some(
        side =>
          side.vpc === vpc && (!side.subnets || side.subnets.includes(subnet)),
      );
    if (isNamed)
      uses.push(
        use(
          'VPCPeering',
          object,
          'spec.permit',
          `VPCPeering ${object} permits ${key}.`,
        ),
      );
  }
  for (const [object, peering] of byKind.ExternalPeering) {
    if (peering.vpc === vpc && peering.subnets.includes(subnet))
      uses.push(
        use(
          'ExternalPeering',
          object,
          'spec.permit.vpc.subnets',
          `ExternalPeering ${object} announces ${key} to ${peering.external}.`,
        ),
      );
  }
  for (const [object, { sides }] of byKind.GatewayPeering) {
    const side = sides.find(candidate => candidate.name === vpc);
    if (record && side && exposuresOf(record, side.exposes).has(subnet))
      uses.push(
        use(
          'GatewayPeering',
          object,
          'spec.peering',
          `GatewayPeering ${object} shows ${key}.`,
        ),
      );
  }
  const servers = modelOfRecords(records).memberships.get(key);
  for (const server of servers?.keys() ?? [])
    uses.push(use('Server', server, '', `Server ${server} is in ${key}.`));
  return uses;
}
