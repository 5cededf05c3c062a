import { connection } from './connection/Connection';
import { external } from './external/External';
import { externalAttachment } from './externalattachment/ExternalAttachment';
import { externalPeering } from './externalpeering/ExternalPeering';
import { gateway } from './gateway/Gateway';
import { gatewayGroup } from './gatewaygroup/GatewayGroup';
import { gatewayPeering } from './gatewaypeering/GatewayPeering';
import { ipv4Namespace } from './ipv4namespace/IPv4Namespace';
import { server } from './server/Server';
import { switchGroup } from './switchgroup/SwitchGroup';
import { switchKind } from './switch/Switch';
import { vlanNamespace } from './vlannamespace/VLANNamespace';
import { vpc } from './vpc/VPC';
import { vpcAttachment } from './vpcattachment/VPCAttachment';
import { vpcPeering } from './vpcpeering/VPCPeering';
import { Kind } from './Kind';
import { KubernetesObject } from '../model/KubernetesObject';

/** Every kind that CNOC reads, in the order in which objects are applied. */
export const kinds: readonly Kind[] = [
  vlanNamespace,
  ipv4Namespace,
  switchGroup,
  gatewayGroup,
  switchKind,
  server,
  gateway,
  vpc,
  connection,
  external,
  vpcAttachment,
  vpcPeering,
  externalAttachment,
  externalPeering,
  gatewayPeering,
];

const byName = new Map(kinds.map(kind => [kind.kind, kind]));

/** The kind of that name. With an `apiVersion`, only when it is the one that CNOC knows. */
export function findKind(kind: string, apiVersion?: string): Kind | undefined {
  const found = byName.get(kind);
  return found && (apiVersion === undefined || apiVersion === found.apiVersion)
    ? found
    : undefined;
}

/** The kind of an object. Other projects have a Gateway or a Server, too, so the API group and version count. */
export function kindOf(object: KubernetesObject): Kind | undefined {
  return findKind(object.kind, object.apiVersion);
}
