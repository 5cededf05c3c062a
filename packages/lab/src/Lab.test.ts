import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import {
  canonicalize,
  compareCanonical,
  type KubernetesObject,
  type Severity,
} from '@cnoc/hedgehog';
import { Lab } from './Lab';
import type { LabCluster } from './LabCluster';
import { closFabric } from './seeds/closFabric';
import type { LabFabricSeed } from './seeds/LabFabricSeed';
import { meshFabric } from './seeds/meshFabric';
import { objectsAt } from './seeds/plantCluster';
import { startEmptyLab } from './testing/emptyLab';

// real processes and sockets, on machines that are busy with other tests
jest.setTimeout(30_000);

function clusterOf(lab: Lab, name: string): LabCluster {
  const cluster = lab.clusters.get(name);
  if (!cluster) {
    throw new Error(`No cluster ${name}`);
  }
  return cluster;
}

interface Found {
  key: string;
  state: string;
  severity?: Severity;
}

/** Where the cluster differs from what git has at its head. */
function driftOf(cluster: LabCluster, seed: LabFabricSeed): Found[] {
  const desired = objectsAt(seed, seed.history.length - 1);
  const keys = new Map<string, KubernetesObject | undefined>(
    desired.map(object => [`${object.kind}/${object.metadata.name}`, object]),
  );
  for (const kind of new Set(desired.map(object => object.kind))) {
    for (const { metadata } of cluster.list(kind)) {
      const key = `${kind}/${metadata.name}`;
      keys.set(key, keys.get(key));
    }
  }
  return [...keys].flatMap(([key, object]) => {
    const [kind, name] = key.split('/');
    const live = cluster.get(kind, name);
    const drift = compareCanonical(
      object && canonicalize(object),
      live && canonicalize(live),
    );
    return drift.state === 'synced'
      ? []
      : [{ key, state: drift.state, severity: drift.severity }];
  });
}

describe('the seeded fabrics', () => {
  let lab: Lab;
  beforeAll(async () => {
    lab = await Lab.start({ agents: false });
  });
  afterAll(() => lab.stop());

  it('lab-clos has drifted, for reasons of every severity', () => {
    const found = driftOf(clusterOf(lab, 'lab-clos'), closFabric());
    expect(found.sort((a, b) => a.key.localeCompare(b.key))).toEqual([
      expect.objectContaining({ key: 'Server/server-07', severity: 'info' }),
      expect.objectContaining({ key: 'Server/server-08', severity: 'info' }),
      expect.objectContaining({ key: 'Switch/leaf-03', severity: 'info' }),
      expect.objectContaining({ key: 'VPC/db', severity: 'critical' }),
      expect.objectContaining({ key: 'VPC/test-01', state: 'orphaned' }),
      expect.objectContaining({ key: 'VPC/web', severity: 'warning' }),
      expect.objectContaining({
        key: 'VPCAttachment/storage--server-08',
        state: 'committed',
      }),
      expect.objectContaining({
        key: 'VPCAttachment/web--server-02',
        state: 'committed',
      }),
    ]);
  });

  it('lab-mesh is in sync', () => {
    expect(driftOf(clusterOf(lab, 'lab-mesh'), meshFabric())).toEqual([]);
  });

  it('says who changed a field, and when', () => {
    const managers = clusterOf(lab, 'lab-clos').get('VPC', 'db')?.metadata
      .managedFields as { manager: string; time: string; fieldsV1: object }[];
    expect(managers).toMatchObject([
      { manager: 'cnoc', operation: 'Apply' },
      {
        manager: 'kubectl-edit',
        operation: 'Update',
        fieldsV1: {
          'f:spec': { 'f:subnets': { 'f:default': { 'f:vlan': {} } } },
        },
      },
    ]);
    const ages = managers.map(({ time }) => Date.now() - Date.parse(time));
    expect(ages[0]).toBeGreaterThan(8 * 24 * 3_600_000);
    expect(ages[1]).toBeGreaterThan(5 * 3_600_000);
    expect(ages[1]).toBeLessThan(7 * 3_600_000);
  });

  it('applying what git has, by force, and deleting the orphan puts lab-clos in sync', () => {
    const cluster = clusterOf(lab, 'lab-clos');
    const seed = closFabric();
    expect(() =>
      cluster.apply(
        objectsAt(seed, 3).find(
          ({ kind, metadata }) => kind === 'VPC' && metadata.name === 'db',
        ) as KubernetesObject,
        { manager: 'cnoc' },
      ),
    ).toThrow(/conflict with "kubectl-edit"/);
    for (const object of objectsAt(seed, 3)) {
      cluster.apply(object, { manager: 'cnoc', force: true });
    }
    cluster.remove('VPC', 'test-01');
    expect(driftOf(cluster, seed)).toEqual([]);
  });

  it('is one repository with a directory for each fabric and some history', async () => {
    const repository = await lab.git.repository('fabrics');
    await expect(repository.directories('fabrics')).resolves.toEqual([
      'lab-clos',
      'lab-mesh',
    ]);
  });
});

describe('Lab', () => {
  const control = async (
    lab: Lab,
    address: string,
    body?: unknown,
    method?: string,
  ) => {
    const response = await fetch(`${lab.url}/lab${address}`, {
      method: method ?? (body ? 'POST' : 'GET'),
      headers: { 'content-type': 'application/json' },
      body: body ? JSON.stringify(body) : undefined,
    });
    return { code: response.status, body: await response.json() };
  };

  it('goes on after a restart where it stopped', async () => {
    const dataDir = await mkdtemp(path.join(os.tmpdir(), 'lab-restart-'));
    try {
      const first = await Lab.start({ dataDir, agents: false });
      const before = clusterOf(first, 'lab-clos');
      const [uid, token] = [before.uid, before.token];
      const edited = before.patch(
        'VPC',
        'web',
        { metadata: { labels: { kept: 'yes' } } },
        { manager: 'test' },
      );
      // somebody empties a directory: a restart must not bring it back
      const mesh = new Map(
        meshFabric().history.flatMap(({ files }) => Object.entries(files)),
      );
      const sha = await first.git.commit('fabrics', {
        message: 'Before the restart',
        files: Object.fromEntries(
          [...mesh.keys()].map(file => [`fabrics/lab-mesh/${file}`, null]),
        ),
      });
      await first.stop();

      const second = await Lab.start({ dataDir, agents: false });
      const after = clusterOf(second, 'lab-clos');
      expect([after.uid, after.token]).toEqual([uid, token]);
      expect(after.get('VPC', 'web')).toEqual(edited);
      const repository = await second.git.repository('fabrics');
      await expect(repository.head()).resolves.toBe(sha);
      // no revision is given twice, and a watch from before has to list again
      const next = after.patch(
        'VPC',
        'web',
        { metadata: { labels: { kept: 'still' } } },
        { manager: 'test' },
      );
      expect(Number(next.metadata.resourceVersion)).toBeGreaterThan(
        Number(edited.metadata.resourceVersion),
      );
      await second.stop();
    } finally {
      await rm(dataDir, { recursive: true });
    }
  });

  it('leaves nothing behind when it kept no data', async () => {
    const { lab } = await startEmptyLab();
    const repository = await lab.git.repository('fabrics');
    expect(existsSync(repository.directory)).toBe(true);
    await lab.stop();
    expect(existsSync(repository.directory)).toBe(false);
    await expect(fetch(`${lab.url}/lab`)).rejects.toThrow();
  });

  it('says that its port is taken', async () => {
    const { lab } = await startEmptyLab();
    const port = Number(new URL(lab.url).port);
    await expect(Lab.start({ port, fabrics: [] })).rejects.toMatchObject({
      code: 'EADDRINUSE',
    });
    await lab.stop();
  });

  it('describes itself and takes edits and faults over HTTP', async () => {
    const { lab, cluster } = await startEmptyLab();
    expect(await control(lab, '')).toMatchObject({
      code: 200,
      body: { clusters: [{ name: 'test', url: cluster.url }] },
    });
    cluster.create(
      {
        apiVersion: 'wiring.githedgehog.com/v1beta1',
        kind: 'Server',
        metadata: { name: 's-1' },
        spec: {},
      },
      { manager: 'test' },
    );
    await control(lab, '/clusters/test/edit', {
      kind: 'Server',
      name: 's-1',
      manager: 'kubectl-edit',
      patch: { spec: { description: 'by hand' } },
    });
    expect(cluster.get('Server', 's-1')).toMatchObject({
      spec: { description: 'by hand' },
      metadata: {
        managedFields: expect.arrayContaining([
          expect.objectContaining({ manager: 'kubectl-edit' }),
        ]),
      },
    });

    const version = async () => (await fetch(`${cluster.url}/version`)).status;
    await control(lab, '/clusters/test/faults', { status: 503 });
    expect(await version()).toBe(503);
    await control(lab, '/clusters/test/faults', undefined, 'DELETE');
    expect(await version()).toBe(200);
    await lab.stop();
  });

  it.each([
    ['/clusters/test/faults', { nonsense: 1 }],
    ['/clusters/test/faults', { status: 'x' }],
    ['/clusters/test/edit', { kind: 'Server' }],
    [
      '/clusters/test/edit',
      { kind: 'Nothing', name: 'x', manager: 'm', patch: {} },
    ],
  ])('refuses at %s the body %j', async (address, body) => {
    const { lab } = await startEmptyLab();
    expect((await control(lab, address, body)).code).toBe(400);
    await lab.stop();
  });

  it('answers only to loopback names', async () => {
    const { lab } = await startEmptyLab();
    const code = await new Promise<number | undefined>((resolve, reject) => {
      http
        .get(
          `${lab.url}/lab`,
          { headers: { host: 'rebound.example.com' } },
          response => {
            response.resume();
            resolve(response.statusCode);
          },
        )
        .on('error', reject);
    });
    expect(code).toBe(403);
    await lab.stop();
  });

  it('K1: a wrong token is refused, and no token is not', async () => {
    const { lab, cluster } = await startEmptyLab();
    const ask = async (authorization?: string) => {
      const response = await fetch(`${cluster.url}/api/v1/namespaces`, {
        headers: authorization ? { authorization } : {},
      });
      return { code: response.status, body: await response.json() };
    };
    expect(await ask('Bearer wrong')).toMatchObject({
      code: 401,
      body: { kind: 'Status', reason: 'Unauthorized' },
    });
    expect((await ask(`Bearer ${cluster.token}`)).code).toBe(200);
    expect((await ask()).code).toBe(200);
    expect(cluster.requests()).toHaveLength(3);
    expect(cluster.requests()[0]).toMatchObject({
      method: 'GET',
      path: '/api/v1/namespaces',
    });
    await lab.stop();
  });
});
