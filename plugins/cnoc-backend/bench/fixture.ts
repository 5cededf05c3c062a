import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { canonicalize, hashOf, kinds, printYaml } from '@cnoc/hedgehog';
import type { KubernetesObject } from '@cnoc/hedgehog';
import { generateFabric } from '@cnoc/lab';
import type { DesiredObject } from '../src/desired';
import { ServingProcess } from './ServingProcess';

export const SEED = 20261121;
export const sizes = [200, 500, 1_000, 2_000, 10_000] as const;
/** Those that a real API server holds too: filling one takes a while */
const onServer = [200, 1_000, 10_000] as const;
export type Size = (typeof sizes)[number];

/** One generated fabric: in memory as the engine caches git, as a YAML file, and in a cluster. */
export interface Fixture {
  size: Size;
  objects: KubernetesObject[];
  desired: DesiredObject[];
  managedKinds: ReadonlySet<string>;
  file: string;
  kubeconfig: string;
  url: string;
  namespace: string;
  /** Git remote that has it below `fabrics/bench-<size>`; only in the lab */
  repository?: string;
  /** Only for a real API server */
  token?: string;
  /** PEM; only for a real API server */
  ca?: string;
}

export interface Fixtures {
  of(size: Size): Fixture;
  /** The same fabrics on a real API server; undefined where none can be had, which is said once. */
  onServer(size: (typeof onServer)[number]): Promise<Fixture | undefined>;
  stop(): Promise<void>;
}

export async function startFixtures(): Promise<Fixtures> {
  const folder = await mkdtemp(path.join(tmpdir(), 'cnoc-bench-'));
  const lab = await ServingProcess.start<{
    repository: string;
    urls: Record<string, string>;
    kubeconfigs: Record<string, string>;
  }>('The lab', path.join(__dirname, 'labProcess.ts'));
  const started = lab.told;
  const fixtures = new Map<Size, Fixture>();
  for (const size of sizes) {
    const name = `bench-${size}`;
    const objects = generateFabric({ objects: size, seed: SEED });
    const file = path.join(folder, `${name}.yaml`);
    const kubeconfig = path.join(folder, `${name}.kubeconfig`);
    await writeFile(file, objects.map(printYaml).join('---\n'));
    await writeFile(kubeconfig, started.kubeconfigs[name]);
    fixtures.set(size, {
      size,
      objects,
      desired: objects.map(desiredOf),
      managedKinds: new Set(kinds.map(({ kind }) => kind)),
      file,
      kubeconfig,
      url: started.urls[name],
      repository: started.repository,
      namespace: 'default',
    });
  }
  let server: Promise<ServingProcess<Server> | undefined> | undefined;
  return {
    of: size => fixtures.get(size)!,
    async onServer(size) {
      server ??= startServer();
      const running = await server;
      if (!running) return undefined;
      const { url, token, ca, kubeconfig } = running.told;
      const namespace = `bench-${size}`;
      const file = path.join(folder, `server-${size}.kubeconfig`);
      await writeFile(
        file,
        kubeconfig.replace('namespace: default', `namespace: ${namespace}`),
        { mode: 0o600 },
      );
      const fixture = fixtures.get(size)!;
      const desired = fixture.objects
        .map(object => ({
          ...object,
          metadata: { ...object.metadata, namespace },
        }))
        .map(desiredOf);
      return {
        ...fixture,
        desired,
        url,
        token,
        ca,
        namespace,
        kubeconfig: file,
      };
    },
    async stop() {
      await lab.stop();
      await (await server)?.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

interface Server {
  url: string;
  token: string;
  ca: string;
  kubeconfig: string;
}

async function startServer(): Promise<ServingProcess<Server> | undefined> {
  console.log('Starting a kube-apiserver and filling it …');
  return ServingProcess.start<Server>(
    'The control plane',
    path.join(__dirname, '../../../e2e-tests/control-plane/serveFabrics.ts'),
    [String(SEED), ...onServer.map(String)],
  ).catch(() => undefined);
}

function desiredOf(object: KubernetesObject, index: number): DesiredObject {
  const canonical = canonicalize(object);
  return {
    kind: object.kind,
    name: object.metadata.name,
    file: 'fabric.yaml',
    line: index + 1,
    object,
    canonical,
    hash: hashOf(canonical),
  };
}
