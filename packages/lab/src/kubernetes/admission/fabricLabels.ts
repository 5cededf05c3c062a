import type { KubernetesObject } from '@cnoc/hedgehog';
import { isJsonObject, type JsonObject } from '../json';

const MARK = 'fabric.githedgehog.com/';

/**
 * The object with the labels (and, for a Connection, the annotations) that the fabric's webhook computes: those whose key
 * contains `fabric.githedgehog.com/` are dropped and set anew. A SwitchGroup has no webhook and is left alone.
 */
export function withFabricLabels(object: KubernetesObject): KubernetesObject {
  if (object.kind === 'SwitchGroup' || object.kind === 'GatewayGroup') {
    return object;
  }
  const spec = object.spec ?? {};
  const { labels, annotations } = object.metadata;
  const isConnection = object.kind === 'Connection';
  return {
    ...object,
    metadata: {
      ...object.metadata,
      labels: { ...withoutMark(labels), ...labelsOf(object.kind, spec) },
      annotations: isConnection
        ? { ...withoutMark(annotations), ...connectionAnnotations(spec) }
        : annotations,
    },
  };
}

function withoutMark(
  texts: Readonly<Record<string, string>> | undefined,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(texts ?? {}).filter(([key]) => !key.includes(MARK)),
  );
}

function labelsOf(kind: string, spec: JsonObject): Record<string, string> {
  switch (kind) {
    case 'VPC':
      return marked({ ipv4ns: spec.ipv4Namespace, vlanns: spec.vlanNamespace });
    case 'VPCAttachment': {
      const [vpc, subnet] = String(spec.subnet ?? '').split('/');
      return marked({
        vpc,
        subnet,
        connection: spec.connection,
        nativevlan: spec.nativeVLAN === true ? 'true' : undefined,
      });
    }
    case 'VPCPeering': {
      const permit = Array.isArray(spec.permit) ? spec.permit[0] : undefined;
      const vpcs = isJsonObject(permit) ? Object.keys(permit).sort() : [];
      return {
        ...marked({ vpc1: vpcs[0], vpc2: vpcs[1] }),
        ...present('vpc', vpcs),
      };
    }
    case 'External':
      return marked({ ipv4ns: spec.ipv4Namespace });
    case 'ExternalAttachment':
      return marked({ connection: spec.connection, external: spec.external });
    case 'ExternalPeering': {
      const permit = isJsonObject(spec.permit) ? spec.permit : {};
      return marked({
        vpc: isJsonObject(permit.vpc) ? permit.vpc.name : undefined,
        external: isJsonObject(permit.external)
          ? permit.external.name
          : undefined,
      });
    }
    case 'Connection': {
      const { switches, servers } = endsOf(spec);
      const [type] = Object.keys(spec);
      const body = spec[type];
      return {
        ...marked({
          'connection-type': typeLabel(type),
          vpc: isJsonObject(body) ? body.withinVPC : undefined,
        }),
        ...present('switch', switches),
        ...present('server', servers),
      };
    }
    case 'Switch':
      return {
        ...marked({ profile: spec.profile }),
        ...present('switchgroup', textList(spec.groups)),
        ...present('vlanns', textList(spec.vlanNamespaces)),
      };
    case 'GatewayPeering':
      return Object.fromEntries(
        Object.keys(isJsonObject(spec.peering) ? spec.peering : {}).map(vpc => [
          `vpc.gateway.githedgehog.com/${vpc}`,
          'true',
        ]),
      );
    default:
      return {};
  }
}

function marked(values: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values)
      .filter(([, value]) => typeof value === 'string' && value !== '')
      .map(([key, value]) => [`${MARK}${key}`, String(value)]),
  );
}

function present(
  what: string,
  names: readonly string[],
): Record<string, string> {
  return Object.fromEntries(
    names.map(name => [`${what}.${MARK}${name}`, 'true']),
  );
}

/** Upstream writes the type with dashes where the field is camel case. */
function typeLabel(type: string | undefined): string | undefined {
  return type?.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`);
}

function connectionAnnotations(spec: JsonObject): Record<string, string> {
  const { switches, servers } = endsOf(spec);
  return marked({ switches: switches.join(','), servers: servers.join(',') });
}

const SWITCH_SIDES = new Set([
  'switch',
  'switch1',
  'switch2',
  'spine',
  'leaf',
  'leaf1',
  'leaf2',
]);

/** The devices at the ends of a connection, each once, in order of name. */
export function endsOf(spec: JsonObject): {
  switches: string[];
  servers: string[];
} {
  const switches = new Set<string>();
  const servers = new Set<string>();
  const visit = (value: unknown, side: string) => {
    if (Array.isArray(value)) {
      value.forEach(item => visit(item, side));
    } else if (isJsonObject(value)) {
      if (typeof value.port === 'string') {
        const [device] = value.port.split('/');
        if (SWITCH_SIDES.has(side)) {
          switches.add(device);
        } else if (side === 'server') {
          servers.add(device);
        }
      }
      for (const [key, child] of Object.entries(value)) {
        visit(child, key);
      }
    }
  };
  visit(spec, '');
  return { switches: [...switches].sort(), servers: [...servers].sort() };
}

function textList(value: unknown): string[] {
  return Array.isArray(value)
    ? value.filter((item): item is string => typeof item === 'string')
    : [];
}
