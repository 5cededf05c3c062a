import {
  applyDefaults,
  printYaml,
  readYaml,
  referencesOf,
  type KubernetesObject,
} from '@cnoc/hedgehog';
import { Lab } from '@cnoc/lab';
import {
  migrateUp,
  testDatabases,
} from './repositories/__testUtils__/testDatabases';
import { eventually } from './__testUtils__/eventually';
import { hedgehogSamples } from './__testUtils__/hedgehogData';
import { startTestEngine } from './__testUtils__/TestEngine';

jest.setTimeout(60_000);

const databases = testDatabases();

const air = hedgehogSamples('nvidia-air-demo');
const gitops = hedgehogSamples('demo-gitops');
/** `demo.yaml` goes on top of `pre-demo.yaml`; every other file is a state of its own. */
const fabrics = new Map<string, Map<string, string>>();
if (air)
  fabrics.set('air', new Map([['include.yaml', air.get('include.yaml')!]]));
for (const [path, text] of gitops ?? []) {
  // `demo.reset.yaml` says by its emptiness that everything goes; that is G13, not a state
  if (!/^kind:/m.test(text)) continue;
  const [environment, file] = path.split('/');
  const name = /^(pre-)?demo.yaml$/.test(file)
    ? environment
    : `${environment}-${file.replace(/\.yaml$/, '').replace('.', '-')}`;
  fabrics.set(name, (fabrics.get(name) ?? new Map()).set(file, text));
}

/**
 * An External of env-3 that the sample takes for granted: today's Hedgehog refuses its name (at most 11 characters), so no
 * cluster can hold the peering that refers to it.
 */
const IMPOSSIBLE = 'default--5835';

function deployable(files: Map<string, string>): Map<string, string> {
  return new Map(
    [...files].map(([file, text]) => [
      file,
      text
        .split(/^---$/m)
        .filter(document => !document.includes(IMPOSSIBLE))
        .join('---\n'),
    ]),
  );
}

/** The wiring that a published state takes for granted: it was installed with the fabric, and is not in its repository. */
const STUBS: Record<string, { group: string; spec: object }> = {
  IPv4Namespace: { group: 'vpc', spec: { subnets: ['10.0.0.0/8'] } },
  VLANNamespace: {
    group: 'wiring',
    spec: { ranges: [{ from: 1000, to: 2999 }] },
  },
  External: {
    group: 'vpc',
    spec: {
      ipv4Namespace: 'default',
      inboundCommunity: '65102:5000',
      outboundCommunity: '5000:65102',
    },
  },
  Connection: {
    group: 'wiring',
    spec: {
      unbundled: {
        link: {
          server: { port: 'stub-server/enp2s1' },
          switch: { port: 'stub-leaf/E1/1' },
        },
      },
    },
  },
  Server: { group: 'wiring', spec: {} },
  Switch: {
    group: 'wiring',
    spec: {
      role: 'server-leaf',
      profile: 'vs',
      asn: 65101,
      ip: '172.30.0.8/21',
      protocolIP: '172.30.8.2/32',
      vtepIP: '172.30.12.0/32',
      vlanNamespaces: ['default'],
    },
  },
};

function stubsFor(files: Map<string, string>): string {
  const objects = [...files].flatMap(([file, text]) =>
    readYaml(text, { file }).objects.map(({ object }) => object),
  );
  const known = new Set(
    objects.map(object => `${object.kind}/${object.metadata.name}`),
  );
  const stubs: KubernetesObject[] = [];
  for (const object of objects) {
    for (const { kind, name } of referencesOf(applyDefaults(object))) {
      if (known.has(`${kind}/${name}`) || !STUBS[kind]) continue;
      known.add(`${kind}/${name}`);
      const stub = {
        apiVersion: `${STUBS[kind].group}.githedgehog.com/v1beta1`,
        kind,
        metadata: { name },
        spec: STUBS[kind].spec as Record<string, unknown>,
      };
      stubs.push(stub);
      // Stubs refer to stubs
      objects.push(stub);
    }
  }
  return stubs.map(printYaml).join('---\n');
}

const sampled = air && gitops ? describe : describe.skip;
const title = `published samples${
  air && gitops ? '' : " (skipped: Hedgehog's samples are not at hand)"
}`;

const author = { name: 'network-team', email: 'network@lab.invalid' };

sampled(title, () => {
  it('nvidia-air-demo and demo-gitops load without a critical diagnostic and without drift', async () => {
    expect([...fabrics.keys()]).toEqual([
      'air',
      'env-1',
      'env-1-vpc-test',
      'env-3',
    ]);
    const lab = await Lab.start({
      agents: false,
      fabrics: [...fabrics].map(([name, files]) => ({
        name,
        title: name,
        history: [
          {
            message: 'With the wiring it stands on',
            author,
            files: {
              ...Object.fromEntries(deployable(files)),
              'stubs.yaml': stubsFor(deployable(files)),
            },
          },
          {
            message: 'As published',
            author,
            files: { ...Object.fromEntries(files), 'stubs.yaml': null },
          },
        ],
        deployedCommit: 0,
        handEdits: [],
      })),
    });
    const database = await databases.init('SQLITE_3');
    await migrateUp(database);
    const replica = await startTestEngine({ lab, database });
    try {
      const seen = await eventually(async () => {
        const records = await replica.engine.fabrics.list({});
        const all = await replica.engine.presenter.present(records);
        expect(
          all.map(fabric => [fabric.name, fabric.status.drift.state]),
        ).toEqual(
          [...fabrics.keys()]
            .sort()
            .map(name => [name, name === 'env-3' ? 'drifted' : 'inSync']),
        );
        return all;
      });
      for (const fabric of seen) {
        const documents = [...fabrics.get(fabric.name)!].flatMap(
          ([file, text]) => readYaml(text, { file }).objects,
        );
        expect(fabric.resources).toMatchObject({
          total: documents.length,
          synced: documents.length - (fabric.name === 'env-3' ? 1 : 0),
        });
        expect(
          fabric.status.sync.diagnostics?.filter(
            one => one.severity === 'critical',
          ),
        ).toEqual([]);
      }
      const { items } = await replica.engine.findings.page('env-3', {
        status: 'open',
        limit: 10,
      });
      expect(items.filter(one => one.type === 'drift')).toEqual([
        expect.objectContaining({
          kind: 'ExternalPeering',
          name: `demo-vpc-1--${IMPOSSIBLE}`,
          state: 'committed',
        }),
      ]);
      for (const fabric of seen.filter(one => one.name !== 'env-3')) {
        expect(fabric.status.drift.findings.critical).toBe(0);
      }
    } finally {
      await replica.stop();
      await lab.stop();
    }
  });
});
