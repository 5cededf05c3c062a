import { fork } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { canonicalize, hashOf, kinds, printYaml } from '@cnoc/hedgehog';
import type { KubernetesObject } from '@cnoc/hedgehog';
import { generateFabric } from '@cnoc/lab';
import type { DesiredObject } from '../src/desired';

export const SEED = 20261121;
export const sizes = [1_000, 10_000] as const;
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
}

export interface Fixtures {
  of(size: Size): Fixture;
  stop(): Promise<void>;
}

export async function startFixtures(): Promise<Fixtures> {
  const folder = await mkdtemp(path.join(tmpdir(), 'cnoc-bench-'));
  const lab = fork(path.join(__dirname, 'labProcess.ts'), {
    execArgv: process.execArgv,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const started = await new Promise<{
    urls: Record<string, string>;
    kubeconfigs: Record<string, string>;
  }>((resolve, reject) => {
    // The loader of TypeScript tells its own things through the same channel.
    lab.on('message', (message: object) => {
      if ('urls' in message) resolve(message as never);
    });
    lab.once('exit', code => reject(new Error(`The lab ended with ${code}`)));
  });
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
    });
  }
  return {
    of: size => fixtures.get(size)!,
    async stop() {
      lab.removeAllListeners('exit');
      const ended = new Promise(resolve => lab.once('exit', resolve));
      lab.disconnect();
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
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
