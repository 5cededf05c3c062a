/**
 * What Hedgehog fabrics mean, as pure functions: kinds, reading and printing, defaulting and canonical form, comparison
 * with severity, references and order, validation. Runs in browsers and Node.
 *
 * @packageDocumentation
 */
export type { Diagnostic } from './model/Diagnostic';
export type {
  KubernetesObject,
  ObjectKey,
  SourcedObject,
} from './model/KubernetesObject';
export type { ResourceState } from './model/ResourceState';
export type { Severity } from './model/Severity';
export { bySeverity, graver } from './model/Severity';
export { formatPath, parsePath } from './model/path';
export type { PathSegments } from './model/path';

export { findKind, kindOf, kinds } from './kinds';
export { controllerKinds } from './kinds/controllerKinds';
export type { ControllerKind } from './kinds/controllerKinds';
export { isControllerOwned } from './kinds/isControllerOwned';
export { factsOf } from './kinds/factsOf';
export type {
  Fact,
  Kind,
  Reference,
  RuleContext,
  SeverityRule,
} from './kinds/Kind';
export type { VPC } from './kinds/vpc/VPC';
export type { VPCAttachment } from './kinds/vpcattachment/VPCAttachment';
export type { VPCPeering } from './kinds/vpcpeering/VPCPeering';
export type { IPv4Namespace } from './kinds/ipv4namespace/IPv4Namespace';
export type { External } from './kinds/external/External';
export type { ExternalAttachment } from './kinds/externalattachment/ExternalAttachment';
export type { ExternalPeering } from './kinds/externalpeering/ExternalPeering';
export type { Connection } from './kinds/connection/Connection';
export type { Server } from './kinds/server/Server';
export type { Switch } from './kinds/switch/Switch';
export type { SwitchGroup } from './kinds/switchgroup/SwitchGroup';
export type { VLANNamespace } from './kinds/vlannamespace/VLANNamespace';
export type { Gateway } from './kinds/gateway/Gateway';
export type { GatewayGroup } from './kinds/gatewaygroup/GatewayGroup';
export type { GatewayPeering } from './kinds/gatewaypeering/GatewayPeering';

export { readYaml } from './yaml/readYaml';
export type { YamlReading } from './yaml/readYaml';
export { defaultYamlLimits } from './yaml/YamlLimits';
export type { YamlLimits } from './yaml/YamlLimits';
export { printYaml } from './yaml/printYaml';
export { lineOf } from './yaml/positions';

export { applyDefaults } from './canonical/applyDefaults';
export { canonicalize } from './canonical/canonicalize';
export { hashOf } from './canonical/hashOf';

export { compareCanonical, isUnhydrated } from './compare/compareCanonical';
export type { Difference, Drift } from './compare/Drift';
export { severityRules } from './compare/severityRules';

export { referencesOf } from './references/referencesOf';
export { ReferenceIndex } from './references/ReferenceIndex';
export { applyOrder, deleteOrder } from './references/applyOrder';
export { findCycles } from './references/findCycles';
export { blockersOfDelete } from './references/blockersOfDelete';

export { validateObject } from './validate/validateObject';
export { validateFabric } from './validate/validateFabric';

export type { Field } from './schema/Field';
