import { applyDefaults } from '../canonical/applyDefaults';
import { kindOf } from '../kinds';
import { itemsOf } from '../kinds/normalizers';
import { JsonMap, mapOf, textOf, textsOf } from '../model/json';
import { KubernetesObject } from '../model/KubernetesObject';
import { normalForm } from '../schema/Form';
import { readConnection } from './readConnection';
import { readGatewayPeering } from './gateway/readGatewayPeering';
import { readExternalPeering, readVPCPeering } from './readPeerings';
import { readVPC } from './readVPC';
import {
  AttachmentRecord,
  ConnectionRecord,
  ExternalAttachmentRecord,
  ExternalPeeringRecord,
  ExternalRecord,
  GatewayPeeringRecord,
  GatewayRecord,
  SwitchRecord,
  VPCPeeringRecord,
  VPCRecord,
} from './records';

type Records = {
  readonly [K in keyof RecordTypes]: Map<string, RecordTypes[K]>;
};
interface RecordTypes {
  Switch: SwitchRecord;
  Server: true;
  Connection: ConnectionRecord;
  VPC: VPCRecord;
  VPCAttachment: AttachmentRecord;
  VPCPeering: VPCPeeringRecord;
  External: ExternalRecord;
  ExternalAttachment: ExternalAttachmentRecord;
  ExternalPeering: ExternalPeeringRecord;
  Gateway: GatewayRecord;
  GatewayPeering: GatewayPeeringRecord;
}

const readers: {
  readonly [K in keyof RecordTypes]: (
    spec: JsonMap,
  ) => RecordTypes[K] | undefined;
} = {
  Switch: spec => ({
    isSpine: spec.role === 'spine',
    vlanNamespaces: textsOf(spec.vlanNamespaces),
  }),
  Server: () => true,
  Connection: readConnection,
  VPC: readVPC,
  VPCAttachment: spec => {
    const [vpc, subnet] = (textOf(spec.subnet) ?? '').split('/');
    const connection = textOf(spec.connection);
    return vpc && subnet && connection
      ? { vpc, subnet, connection }
      : undefined;
  },
  VPCPeering: readVPCPeering,
  External: spec => {
    const own = mapOf(spec.static);
    return own
      ? {
          prefixes: textsOf(own.prefixes).flatMap(
            text => normalForm('prefix', text) ?? [],
          ),
        }
      : {};
  },
  ExternalAttachment: spec => {
    const external = textOf(spec.external);
    const connection = textOf(spec.connection);
    return external && connection ? { external, connection } : undefined;
  },
  ExternalPeering: readExternalPeering,
  Gateway: spec => ({
    groups: itemsOf(spec.groups).flatMap(
      ([, group]) => textOf(group.name) ?? [],
    ),
  }),
  GatewayPeering: readGatewayPeering,
};

/** One object reduced to what reachability and redundancy depend on. */
export interface FabricRecord {
  kind: keyof RecordTypes;
  name: string;
  value: RecordTypes[keyof RecordTypes];
}

/** The record of an object; `undefined` for kinds that say nothing about reachability, and for broken objects. */
export function recordOf(object: KubernetesObject): FabricRecord | undefined {
  if (!Object.hasOwn(readers, object.kind) || !kindOf(object)) return undefined;
  const kind = object.kind as keyof RecordTypes;
  const spec = mapOf(applyDefaults(object).spec);
  const value = spec && readers[kind](spec);
  return value ? { kind, name: object.metadata.name, value } : undefined;
}

/** All records of a fabric by kind and name. The last of two objects of one name counts. */
export class FabricRecords {
  readonly byKind: Records;

  private constructor(given: Partial<Records> = {}) {
    this.byKind = {
      Switch: new Map(),
      Server: new Map(),
      Connection: new Map(),
      VPC: new Map(),
      VPCAttachment: new Map(),
      VPCPeering: new Map(),
      External: new Map(),
      ExternalAttachment: new Map(),
      ExternalPeering: new Map(),
      Gateway: new Map(),
      GatewayPeering: new Map(),
      ...given,
    };
  }

  static of(records: Iterable<FabricRecord | undefined>): FabricRecords {
    const all = new FabricRecords();
    for (const record of records) {
      if (record) {
        // Kind and value belong together by construction of the record.
        (all.byKind[record.kind] as Map<string, unknown>).set(
          record.name,
          record.value,
        );
      }
    }
    return all;
  }

  /** The records of another fabric, some kinds of them replaced. The maps of all others are the other's own. */
  static sharing(
    { byKind }: FabricRecords,
    replaced: Partial<Records>,
  ): FabricRecords {
    return new FabricRecords({ ...byKind, ...replaced });
  }

  static from(objects: Iterable<KubernetesObject>): FabricRecords {
    const records: (FabricRecord | undefined)[] = [];
    for (const object of objects) records.push(recordOf(object));
    return FabricRecords.of(records);
  }
}
