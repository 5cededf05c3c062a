import type { KubernetesObject } from '@cnoc/hedgehog';
import type { Lab } from '../../Lab';
import type { LabCluster } from '../../LabCluster';
import { startEmptyLab } from '../../testing/emptyLab';
import { withFabricLabels } from './fabricLabels';

const VPC = 'vpc.githedgehog.com/v1beta1';
const WIRING = 'wiring.githedgehog.com/v1beta1';

function object(
  apiVersion: string,
  kind: string,
  name: string,
  spec: Record<string, unknown>,
): KubernetesObject {
  return { apiVersion, kind, metadata: { name }, spec };
}

const eslag = (name = 's-1--eslag--leaf-01--leaf-02') =>
  object(WIRING, 'Connection', name, {
    eslag: {
      links: [
        { server: { port: 's-1/enp1' }, switch: { port: 'leaf-02/E1/1' } },
        { server: { port: 's-1/enp2' }, switch: { port: 'leaf-01/E1/1' } },
      ],
    },
  });

describe('fabric labels', () => {
  const F = 'fabric.githedgehog.com';
  it.each<[KubernetesObject, Record<string, string>]>([
    [
      object(VPC, 'VPC', 'v', { ipv4Namespace: 'a', vlanNamespace: 'b' }),
      { [`${F}/ipv4ns`]: 'a', [`${F}/vlanns`]: 'b' },
    ],
    [
      object(VPC, 'VPCAttachment', 'a', {
        subnet: 'v/s',
        connection: 'c',
        nativeVLAN: true,
      }),
      {
        [`${F}/vpc`]: 'v',
        [`${F}/subnet`]: 's',
        [`${F}/connection`]: 'c',
        [`${F}/nativevlan`]: 'true',
      },
    ],
    [
      object(VPC, 'VPCPeering', 'p', { permit: [{ w: {}, v: {} }] }),
      {
        [`${F}/vpc1`]: 'v',
        [`${F}/vpc2`]: 'w',
        [`vpc.${F}/v`]: 'true',
        [`vpc.${F}/w`]: 'true',
      },
    ],
    [
      object(VPC, 'External', 'e', { ipv4Namespace: 'n' }),
      { [`${F}/ipv4ns`]: 'n' },
    ],
    [
      object(VPC, 'ExternalAttachment', 'x', {
        connection: 'c',
        external: 'e',
      }),
      { [`${F}/connection`]: 'c', [`${F}/external`]: 'e' },
    ],
    [
      object(VPC, 'ExternalPeering', 'p', {
        permit: { vpc: { name: 'v' }, external: { name: 'e' } },
      }),
      { [`${F}/vpc`]: 'v', [`${F}/external`]: 'e' },
    ],
    [
      eslag(),
      {
        [`${F}/connection-type`]: 'eslag',
        [`switch.${F}/leaf-01`]: 'true',
        [`switch.${F}/leaf-02`]: 'true',
        [`server.${F}/s-1`]: 'true',
      },
    ],
    [
      object(WIRING, 'Connection', 'c', {
        staticExternal: {
          withinVPC: 'v',
          link: { switch: { port: 'leaf-01/E1/1' } },
        },
      }),
      {
        [`${F}/connection-type`]: 'static-external',
        [`${F}/vpc`]: 'v',
        [`switch.${F}/leaf-01`]: 'true',
      },
    ],
    [
      object(WIRING, 'Switch', 's', {
        profile: 'vs',
        groups: ['g'],
        vlanNamespaces: ['default'],
      }),
      {
        [`${F}/profile`]: 'vs',
        [`switchgroup.${F}/g`]: 'true',
        [`vlanns.${F}/default`]: 'true',
      },
    ],
  ])('of %j', (input, labels) => {
    expect(withFabricLabels(input).metadata.labels).toEqual(labels);
  });

  it('replace what somebody wrote under those keys, and keep other labels', () => {
    const written = eslag();
    written.metadata.labels = { [`${F}/old`]: 'x', mine: 'y' };
    written.metadata.annotations = { [`${F}/old`]: 'x', mine: 'y' };
    const { labels, annotations } = withFabricLabels(written).metadata;
    expect(labels).not.toHaveProperty([`${F}/old`]);
    expect(labels).toHaveProperty('mine', 'y');
    expect(annotations).toEqual({
      mine: 'y',
      [`${F}/switches`]: 'leaf-01,leaf-02',
      [`${F}/servers`]: 's-1',
    });
  });
});

describe('admission', () => {
  let lab: Lab;
  let cluster: LabCluster;
  const as = { manager: 'test' };

  beforeAll(async () => {
    ({ lab, cluster } = await startEmptyLab());
    cluster.create(
      object(VPC, 'IPv4Namespace', 'default', { subnets: ['10.0.0.0/16'] }),
      as,
    );
    cluster.create(
      object(WIRING, 'VLANNamespace', 'default', {
        ranges: [{ from: 1000, to: 1999 }],
      }),
      as,
    );
    cluster.create(object(WIRING, 'SwitchGroup', 'g-1', {}), as);
    cluster.create(
      object(VPC, 'VPC', 'v-1', {
        subnets: { default: { subnet: '10.0.1.0/24', vlan: 1001 } },
      }),
      as,
    );
  });
  afterAll(() => lab.stop());

  it('C13: fills in what Hedgehog fills in, and nobody owns that', () => {
    const vpc = cluster.get('VPC', 'v-1');
    expect(vpc).toMatchObject({
      metadata: { namespace: 'default' },
      spec: {
        ipv4Namespace: 'default',
        vlanNamespace: 'default',
        subnets: { default: { gateway: '10.0.1.1' } },
      },
    });
    expect(JSON.stringify(vpc?.metadata.managedFields)).not.toContain(
      'gateway',
    );
  });

  it('C5: refuses what refers to nothing, with the referrer', () => {
    expect(() =>
      cluster.create(
        object(VPC, 'VPCAttachment', 'a-1', {
          subnet: 'absent/default',
          connection: 'c',
        }),
        as,
      ),
    ).toThrow(
      /^admission webhook "vvpcattachment\.kb\.io" denied the request: spec\.subnet: VPC "absent" not found/,
    );
    expect(cluster.get('VPCAttachment', 'a-1')).toBeUndefined();
  });

  it('C10: refuses to delete what others need, and allows it when they are gone', () => {
    expect(() => cluster.remove('IPv4Namespace', 'default')).toThrow(
      'admission webhook "vipv4namespace.kb.io" denied the request: IPv4Namespace default is still used by VPC v-1',
    );
    cluster.create(
      object(VPC, 'VPC', 'v-2', {
        subnets: { default: { subnet: '10.0.2.0/24', vlan: 1002 } },
      }),
      as,
    );
    cluster.create(
      object(VPC, 'VPCPeering', 'p-1', { permit: [{ 'v-1': {}, 'v-2': {} }] }),
      as,
    );
    expect(() => cluster.remove('VPC', 'v-2')).toThrow(/VPCPeering p-1/);
    cluster.remove('VPCPeering', 'p-1');
    cluster.remove('VPC', 'v-2');
    expect(cluster.get('VPC', 'v-2')).toBeUndefined();
  });

  it('lets a SwitchGroup go that is in use, as upstream does', () => {
    cluster.create(
      object(WIRING, 'Switch', 'leaf-01', {
        role: 'server-leaf',
        profile: 'vs',
        asn: 65101,
        ip: '172.30.0.8/21',
        protocolIP: '172.30.8.1/32',
        vtepIP: '172.30.12.1/32',
        groups: ['g-1'],
      }),
      as,
    );
    cluster.remove('SwitchGroup', 'g-1');
    expect(cluster.get('SwitchGroup', 'g-1')).toBeUndefined();
  });

  const write = (
    method: string,
    name: string,
    body: Record<string, unknown>,
    query: string,
    mediaType: string,
  ) =>
    fetch(
      `${cluster.url}/apis/${VPC}/namespaces/default/vpcs${name}?${query}`,
      {
        method,
        headers: { 'content-type': mediaType },
        body: JSON.stringify(body),
      },
    );
  const misspelt = (name: string) => ({
    ...object(VPC, 'VPC', name, {
      subnets: {
        default: { subnet: '10.0.50.0/24', vlan: 1050, gatway: '10.0.50.1' },
      },
    }),
  });

  it('C1: drops unknown fields, and refuses them under strict validation', async () => {
    const strict = await write(
      'POST',
      '',
      misspelt('v-50'),
      'fieldValidation=Strict',
      'application/json',
    );
    expect(strict.status).toBe(400);
    expect(await strict.json()).toMatchObject({
      message:
        'VPC in version "v1beta1" cannot be handled as a VPC: strict decoding error: unknown field "spec.subnets.default.gatway"',
    });
    const lax = await write(
      'POST',
      '',
      misspelt('v-50'),
      '',
      'application/json',
    );
    expect(lax.status).toBe(201);
    expect(await lax.text()).not.toMatch(/"gatway"/);
  });

  it('K10: unknown fields and wrong types in a server-side apply are an internal error', async () => {
    const apply = (body: Record<string, unknown>) =>
      write(
        'PATCH',
        '/v-51',
        body,
        'fieldManager=x',
        'application/apply-patch+yaml',
      );
    const unknown = await apply(misspelt('v-51'));
    expect(unknown.status).toBe(500);
    expect(await unknown.json()).toMatchObject({
      message:
        'failed to create typed patch object (default/v-51; vpc.githedgehog.com/v1beta1, Kind=VPC): .spec.subnets.default.gatway: field not declared in schema',
    });
    const wrong = await apply(
      object(VPC, 'VPC', 'v-51', {
        subnets: { default: { subnet: '10.0.51.0/24', vlan: 'many' } },
      }) as unknown as Record<string, unknown>,
    );
    expect(wrong.status).toBe(500);
  });

  it('C2: what the schema forbids is 422 with the field', async () => {
    const response = await write(
      'POST',
      '',
      object(VPC, 'VPC', 'v-52', {
        subnets: { default: { subnet: '10.0.52.0/24', vlan: 9999 } },
      }) as unknown as Record<string, unknown>,
      '',
      'application/json',
    );
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({
      reason: 'Invalid',
      details: {
        causes: [
          expect.objectContaining({ field: 'spec.subnets.default.vlan' }),
        ],
      },
    });
  });

  it('refuses a switch whose addresses nobody filled in', () => {
    expect(() =>
      cluster.create(
        object(WIRING, 'Switch', 'bare', { role: 'spine', profile: 'vs' }),
        as,
      ),
    ).toThrow(/vswitch\.kb\.io/);
  });

  it('takes what it would refuse when it is told to fill in only', async () => {
    const { lab: lax, cluster: its } = await startEmptyLab({
      admission: 'defaults',
    });
    its.create(
      object(WIRING, 'Switch', 'bare', { role: 'spine', profile: 'vs' }),
      as,
    );
    expect(its.get('Switch', 'bare')).toMatchObject({
      spec: { vlanNamespaces: ['default'] },
    });
    await lax.stop();
  });

  it('C4: an object that is too large for the store is an internal error', () => {
    expect(() =>
      cluster.create(
        object(WIRING, 'Server', 'large', {
          description: 'x'.repeat(1_600_000),
        }),
        as,
      ),
    ).toThrow('etcdserver: request is too large');
  });

  it('answers over HTTP with 403 and the words of a webhook', async () => {
    const response = await fetch(
      `${cluster.url}/apis/${VPC}/namespaces/default/ipv4namespaces/default`,
      { method: 'DELETE' },
    );
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({
      kind: 'Status',
      reason: 'Forbidden',
      message: expect.stringContaining('denied the request'),
    });
  });

  it('runs in a dry run, too', async () => {
    const response = await fetch(
      `${cluster.url}/apis/${VPC}/namespaces/default/ipv4namespaces/default?dryRun=All`,
      { method: 'DELETE' },
    );
    expect(response.status).toBe(403);
  });
});
