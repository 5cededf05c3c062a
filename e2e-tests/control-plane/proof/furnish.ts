import type { KubernetesObject } from '@cnoc/hedgehog';
import type { Random } from '@cnoc/lab/src/testing';
import { placesOf, put } from './places';

type Furnish = (object: KubernetesObject, random: Random) => void;

/** Sets a value in some of the objects, so that every setting is there in some and not in others. */
const maybe =
  (pattern: string, value: unknown): Furnish =>
  (object, random) => {
    if (random.chance(0.5)) put(object, pattern, value);
  };

const ports = (object: KubernetesObject) => object.spec?.role !== 'spine';

const furnishers: Readonly<Record<string, readonly Furnish[]>> = {
  VPC: [
    maybe('spec.staticRoutes', [
      { prefix: '203.0.113.0/24', nextHops: ['10.0.0.9', '10.0.0.5'] },
      { prefix: '198.51.100.0/24', nextHops: ['10.0.0.7'] },
    ]),
    (object, random) => {
      if (Object.keys(object.spec?.subnets ?? {}).length > 1) {
        maybe('spec.permit', [['default', 'backend']])(object, random);
      }
    },
    (object, random) =>
      placesOf(object, 'spec.subnets.*.dhcp').forEach(({ value, path }) => {
        if (!value || random.chance(0.3)) return;
        const [network] = placesOf(object, path.replace(/dhcp$/, 'subnet'));
        const host = (last: number) =>
          String(network.value).replace(/\.0\/24$/, `.${last}`);
        put(object, `${path}.static`, {
          '0C:20:12:AA:00:01': { ip: host(220) },
          '0c:20:12:aa:00:02': { ip: host(221) },
        });
        put(object, `${path}.options`, {
          pxeURL: 'http://boot.example/pxe',
          dnsServers: ['9.9.9.9', '1.1.1.1'],
          timeServers: ['192.0.2.9', '192.0.2.10'],
          // The schema asks for it before any webhook could fill it in.
          leaseTimeSeconds: 3600,
          interfaceMTU: 1500,
          advertisedRoutes: [
            { destination: '198.18.0.0/15', gateway: host(1) },
            { destination: '192.0.2.0/24', gateway: host(1) },
          ],
        });
      }),
    maybe('metadata.annotations.contact', 'netops'),
  ],
  Switch: [
    maybe('spec.boot.mac', '0C:20:12:FE:00:01'),
    maybe('spec.boot.serial', 'SN-1'),
    maybe('spec.enableAllPorts', true),
    maybe('spec.ecmp.roceQPN', true),
    maybe('spec.linkFlapErrDisable', {}),
    maybe('spec.portFECs', { 'E1/55': 'rs' }),
    maybe('spec.portAutoNegs', { 'E1/55': false, 'E1/56': true }),
    (object, random) => {
      if (!ports(object)) return;
      maybe('spec.portSpeeds', { 'E1/55': 'SPEED_100G' })(object, random);
      maybe('spec.portGroupSpeeds', { '1': '25G' })(object, random);
      maybe('spec.portBreakouts', { 'E1/52': '4x25G' })(object, random);
      maybe('spec.groups', ['group-1'])(object, random);
      maybe('spec.vlanNamespaces', ['storage', 'default'])(object, random);
    },
  ],
  Connection: ['unbundled', 'bundled', 'eslag'].flatMap(type => [
    (object: KubernetesObject, random: Random) => {
      if (object.spec?.[type]) maybe(`spec.${type}.mtu`, 9000)(object, random);
    },
    (object: KubernetesObject, random: Random) => {
      if (type !== 'unbundled' && object.spec?.[type]) {
        maybe(`spec.${type}.fallback`, true)(object, random);
      }
    },
  ]),
  ExternalAttachment: [
    maybe('spec.inboundACL.statements', [
      {
        seq: 10,
        action: 'permit',
        protocol: 'tcp',
        srcPrefix: 'any',
        dstPrefix: '10.0.0.0/8',
        portRangeBegin: 443,
        portRangeEnd: 443,
      },
      {
        seq: 20,
        action: 'deny',
        protocol: 'ip',
        srcPrefix: 'any',
        dstPrefix: 'any',
      },
    ]),
  ],
  ExternalPeering: [
    maybe('spec.permit.external.prefixes', [
      { prefix: '203.0.113.9/24' },
      { prefix: '192.0.2.0/24' },
    ]),
  ],
  VLANNamespace: [
    (object, random) => {
      if (object.metadata.name !== 'default') return;
      maybe('spec.ranges', [{ from: 3000 }, { from: 100, to: 2999 }])(
        object,
        random,
      );
    },
  ],
  IPv4Namespace: [maybe('spec.subnets', ['192.168.0.0/16', '10.0.0.0/8'])],
  Gateway: [
    maybe('spec.vtepMAC', 'CA:FE:BA:BE:00:01'),
    maybe('spec.workers', 8),
    maybe('spec.vtepMTU', 9100),
    maybe('spec.logs', { default: 'debug', tags: { nat: 'trace' } }),
    maybe('spec.groups', [{ name: 'gw-2', priority: 1 }, { name: 'gw-1' }]),
    (object, random) => {
      const [own] = placesOf(object, 'spec.neighbors');
      maybe('spec.neighbors', [
        ...(own.value as unknown[]),
        { ip: '172.30.128.250', asn: 65100, source: 'enp2s1' },
      ])(object, random);
    },
  ],
  GatewayPeering: [
    (object, random) => {
      const [left, right] = Object.keys(object.spec?.peering ?? {});
      maybe('spec.acl', {
        default: 'deny',
        rules: [
          {
            name: 'web',
            action: 'allow',
            from: left,
            to: right,
            match: { proto: 'tcp', dst: [{ ports: ['443', '8080-8090'] }] },
          },
          { name: 'rest', action: 'deny', from: left, to: right, log: true },
        ],
      })(object, random);
      const side = placesOf(object, 'spec.peering.*.expose.0')[0];
      if (random.chance(0.6)) {
        side.put({
          ...(side.value as object),
          as: [{ cidr: '192.0.2.128/30' }],
          nat: { masquerade: { idleTimeout: '120s' } },
        });
      }
    },
  ],
};

/** Optional settings, in spellings that people use, for a part of the objects. Changes the objects. */
export function furnish(
  objects: readonly KubernetesObject[],
  random: Random,
): void {
  if (random.chance(0.4)) withStaticExternals(objects);
  for (const object of objects) {
    furnishers[object.kind]?.forEach(change => change(object, random));
    if (random.chance(0.2)) put(object, 'metadata.labels.site', 'berlin');
  }
}

/** Without BGP: neither communities nor a neighbour. */
function withStaticExternals(objects: readonly KubernetesObject[]): void {
  for (const object of objects) {
    if (object.kind === 'External') {
      object.spec = {
        static: { prefixes: ['203.0.113.0/24', '192.0.2.0/24'] },
      };
    }
    if (object.kind === 'ExternalAttachment') {
      const { external, connection } = object.spec ?? {};
      object.spec = {
        external,
        connection,
        static: { remoteIP: '100.64.0.2', ip: '100.64.0.1/24', vlan: 10 },
      };
    }
  }
}
