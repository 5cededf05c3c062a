import { append } from './append';
import { FabricRecord, FabricRecords } from './FabricRecords';
import { ConnectionRecord, GatewayPeeringRecord } from './records';
import { Scope } from './Scope';

/**
 * Finds the part of a fabric that a change of one object can touch, so that its effect is worked out on some hundred
 * records instead of ten thousand. The islands of the underlay must be the same before and after; a change that joins or
 * splits them touches everything.
 */
export class Neighbourhoods {
  readonly #records: FabricRecords;
  readonly #attachmentsByVPC = new Map<string, string[]>();
  readonly #vpcsByConnection = new Map<string, string[]>();
  readonly #cablesByServer = new Map<string, string[]>();
  readonly #cablesBySwitch = new Map<string, string[]>();
  readonly #vpcPeeringsByVPC = new Map<string, string[]>();
  readonly #externalPeeringsByVPC = new Map<string, string[]>();
  readonly #vpcsByExternal = new Map<string, string[]>();
  readonly #vpcsByGroup = new Map<string, string[]>();
  readonly #partners = new Map<string, string[]>();
  /** Connections that do not lead to servers: they are few, and many things depend on them. */
  readonly #trunks: [string, ConnectionRecord][] = [];

  private constructor(records: FabricRecords) {
    this.#records = records;
    const { byKind } = records;
    for (const [name, { vpc, connection }] of byKind.VPCAttachment) {
      append(this.#attachmentsByVPC, vpc, name);
      append(this.#vpcsByConnection, connection, vpc);
    }
    for (const [name, connection] of byKind.Connection) {
      if (connection.type === 'server') {
        for (const { from, to } of connection.links) {
          append(this.#cablesByServer, from, name);
          append(this.#cablesBySwitch, to, name);
        }
      } else {
        this.#trunks.push([name, connection]);
      }
    }
    for (const [name, { vpc, external }] of byKind.ExternalPeering) {
      append(this.#vpcsByExternal, external, vpc);
      append(this.#externalPeeringsByVPC, vpc, name);
    }
    for (const [name, { policies }] of byKind.VPCPeering) {
      for (const [left, right] of policies) {
        this.#pair(left.vpc, right.vpc);
        for (const { vpc } of [left, right])
          append(this.#vpcPeeringsByVPC, vpc, name);
      }
    }
    for (const { group, sides } of byKind.GatewayPeering.values()) {
      const [left, right] = sides.map(({ name }) => name);
      if (left !== undefined && right !== undefined) this.#pair(left, right);
      for (const { name } of sides) append(this.#vpcsByGroup, group, name);
    }
  }

  static of(records: FabricRecords): Neighbourhoods {
    return new Neighbourhoods(records);
  }

  /** The records that count for a change of one object between some versions. Maps that are small are shared, not copied. */
  around(versions: readonly FabricRecord[]): FabricRecords {
    const scope = new Scope();
    for (const version of versions) this.#touch(version, scope);
    const { byKind } = this.#records;
    const vpcs = new Set(
      [...scope.vpcs].flatMap(vpc => [vpc, ...(this.#partners.get(vpc) ?? [])]),
    );
    const attachments = [...vpcs].flatMap(
      vpc => this.#attachmentsByVPC.get(vpc) ?? [],
    );
    const cables = new Set([
      ...attachments.map(
        name => byKind.VPCAttachment.get(name)?.connection ?? '',
      ),
      ...[...scope.servers].flatMap(
        server => this.#cablesByServer.get(server) ?? [],
      ),
    ]);
    return FabricRecords.sharing(this.#records, {
      VPC: picked(byKind.VPC, [...vpcs, ...scope.own('VPC')]),
      VPCAttachment: picked(byKind.VPCAttachment, [
        ...attachments,
        ...scope.own('VPCAttachment'),
      ]),
      Connection: new Map([
        ...this.#trunks,
        ...picked(byKind.Connection, [...cables, ...scope.own('Connection')]),
      ]),
      Server: picked(byKind.Server, scope.servers),
      VPCPeering: picked(byKind.VPCPeering, [
        ...[...scope.vpcs].flatMap(
          vpc => this.#vpcPeeringsByVPC.get(vpc) ?? [],
        ),
        ...scope.own('VPCPeering'),
      ]),
      ExternalPeering: picked(byKind.ExternalPeering, [
        ...[...scope.vpcs].flatMap(
          vpc => this.#externalPeeringsByVPC.get(vpc) ?? [],
        ),
        ...scope.own('ExternalPeering'),
      ]),
    });
  }

  #touch({ kind, name, value }: FabricRecord, scope: Scope): void {
    scope.add(kind, name);
    // The value of a record is of its kind by construction.
    const record = value as never;
    switch (kind) {
      case 'VPC':
        scope.vpcs.add(name);
        break;
      case 'Server':
        scope.servers.add(name);
        break;
      case 'VPCAttachment':
      case 'ExternalPeering':
        scope.vpcs.add((record as { vpc: string }).vpc);
        break;
      case 'VPCPeering':
        for (const { vpc } of (
          record as { policies: { vpc: string }[][] }
        ).policies.flat())
          scope.vpcs.add(vpc);
        break;
      case 'GatewayPeering':
        for (const side of (record as GatewayPeeringRecord).sides)
          scope.vpcs.add(side.name);
        break;
      case 'External':
        this.#touchExternal(name, scope);
        break;
      case 'ExternalAttachment':
        this.#touchExternal((record as { external: string }).external, scope);
        break;
      case 'Gateway':
        for (const group of (record as { groups: string[] }).groups)
          this.#touchGroup(group, scope);
        break;
      case 'Connection':
        this.#touchConnection(name, record, scope);
        break;
      default:
        this.#touchSwitch(name, scope);
    }
  }

  #touchConnection(
    name: string,
    connection: ConnectionRecord,
    scope: Scope,
  ): void {
    for (const vpc of this.#vpcsByConnection.get(name) ?? [])
      scope.vpcs.add(vpc);
    switch (connection.type) {
      case 'server':
        for (const { from } of connection.links) scope.servers.add(from);
        break;
      case 'staticExternal':
        if (connection.withinVPC) scope.vpcs.add(connection.withinVPC);
        break;
      case 'external':
        for (const attachment of this.#records.byKind.ExternalAttachment.values()) {
          if (attachment.connection === name)
            this.#touchExternal(attachment.external, scope);
        }
        break;
      case 'gateway':
        for (const { from } of connection.links) {
          const groups = this.#records.byKind.Gateway.get(from)?.groups ?? [];
          for (const group of groups) this.#touchGroup(group, scope);
        }
        break;
      default:
    }
  }

  #touchSwitch(name: string, scope: Scope): void {
    for (const cable of this.#cablesBySwitch.get(name) ?? []) {
      const connection = this.#records.byKind.Connection.get(cable);
      if (connection) this.#touchConnection(cable, connection, scope);
    }
    for (const [trunk, connection] of this.#trunks) {
      const isOn =
        'device' in connection
          ? connection.device === name
          : connection.links.some(
              ({ from, to }) => from === name || to === name,
            );
      if (isOn) this.#touchConnection(trunk, connection, scope);
    }
  }

  #touchExternal(external: string, scope: Scope): void {
    for (const vpc of [
      ...(this.#vpcsByExternal.get(external) ?? []),
      ...(this.#partners.get(`ext.${external}`) ?? []),
    ])
      scope.vpcs.add(vpc);
  }

  #touchGroup(group: string, scope: Scope): void {
    for (const vpc of this.#vpcsByGroup.get(group) ?? []) scope.vpcs.add(vpc);
  }

  #pair(a: string, b: string): void {
    append(this.#partners, a, b);
    append(this.#partners, b, a);
  }
}

function picked<V>(
  map: ReadonlyMap<string, V>,
  names: Iterable<string>,
): Map<string, V> {
  const some = new Map<string, V>();
  for (const name of names) {
    const value = map.get(name);
    if (value !== undefined) some.set(name, value);
  }
  return some;
}
