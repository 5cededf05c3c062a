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
export type { Agent, AgentCondition, AgentStatus } from './kinds/Agent';
export { deleteGuards } from './kinds/deleteGuards';
export type { DeleteGuard } from './kinds/deleteGuards';
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
export { cablesOf } from './kinds/connection/cablesOf';
export type { Cable, CableEnd } from './kinds/connection/cablesOf';
export type { Server } from './kinds/server/Server';
export type { Switch } from './kinds/switch/Switch';
export type { SwitchGroup } from './kinds/switchgroup/SwitchGroup';
export type { VLANNamespace } from './kinds/vlannamespace/VLANNamespace';
export type { Gateway } from './kinds/gateway/Gateway';
export type { GatewayGroup } from './kinds/gatewaygroup/GatewayGroup';
export type { GatewayPeering } from './kinds/gatewaypeering/GatewayPeering';

export { readYaml } from './yaml/readYaml';
export type { YamlReading } from './yaml/readYaml';
export { readValue } from './yaml/readValue';
export type { ValueReading } from './yaml/readValue';
export { defaultYamlLimits } from './yaml/YamlLimits';
export type { YamlLimits } from './yaml/YamlLimits';
export { printYaml } from './yaml/printYaml';
export { lineOf } from './yaml/positions';

export { documentSpans } from './edit/documentSpans';
export type { DocumentSpan } from './edit/documentSpans';
export { documentsOf, isListDocument } from './edit/documentsOf';
export type { FileDocument } from './edit/documentsOf';
export {
  appendDocument,
  changeDocuments,
  removeDocument,
  replaceDocument,
} from './edit/changeDocuments';
export type { DocumentChange } from './edit/changeDocuments';
export { editDocument } from './edit/editDocument';
export type { DocumentEdit } from './edit/editDocument';

export { applyDefaults } from './canonical/applyDefaults';
export { canonicalize } from './canonical/canonicalize';
export { hashOf } from './canonical/hashOf';

export { compareCanonical, isUnhydrated } from './compare/compareCanonical';
export type { Difference, Drift, DriftContext } from './compare/Drift';
export { severityRules } from './compare/severityRules';

export { referencesOf } from './references/referencesOf';
export { ReferenceIndex } from './references/ReferenceIndex';
export { applyOrder, deleteOrder } from './references/applyOrder';
export { findCycles } from './references/findCycles';
export { blockersOfDelete } from './references/blockersOfDelete';

export { impactOf, headlineOf, severityOfImpact } from './meaning/impactOf';
export type { ImpactOptions } from './meaning/impactOf';
export type {
  Endpoint,
  Impact,
  ImpactChange,
  ImpactFact,
  ImpactItem,
  ImpactType,
  Opener,
} from './meaning/Impact';
export { FabricContext } from './meaning/FabricContext';
export type { FabricContextInput } from './meaning/FabricContext';
export { driftsOf } from './meaning/driftsOf';
export { impactRules } from './meaning/impactRules';
export type { ImpactRule } from './meaning/impactRules';
export { reachFrom } from './meaning/reachFrom';
export type { Reach } from './meaning/reachFrom';
export type { Homing } from './meaning/homings';
export type { OutsideVia, Via } from './meaning/Relation';
export { whoUses } from './meaning/whoUses';
export type { UseQuery } from './meaning/whoUses';
export type { Use, Uses } from './meaning/Use';
export { whatIsFree } from './meaning/whatIsFree';
export type { FreeNetworks, FreeVlans } from './meaning/whatIsFree';
export type { SwitchPorts } from './meaning/switchPorts';

export { validateObject } from './validate/validateObject';
export type { ObjectValidation } from './validate/validateObject';
export { validateFabric } from './validate/validateFabric';
export type { FabricValidation } from './validate/validateFabric';
export { defaultFabricSettings } from './validate/FabricSettings';
export type { FabricSettings } from './validate/FabricSettings';
export { validationRules } from './validate/validationRules';
export { rulesTable } from './validate/rulesTable';
export type { ValidationRule } from './kinds/ValidationRule';
export { latestRelease, releases } from './releases/releases';
export type { Release } from './releases/releases';

export type { Field } from './schema/Field';
export { jsonSchemaOf } from './schema/jsonSchema';
export type { JsonSchema } from './schema/jsonSchema';
export { shapeOfSchema } from './schema/shapeOfSchema';
export { compareSchemas } from './schema/compareSchemas';
export type { SchemaDifference } from './schema/compareSchemas';
