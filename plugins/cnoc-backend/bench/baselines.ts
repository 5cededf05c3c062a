import { spawn } from 'node:child_process';
import { kinds, type KubernetesObject } from '@cnoc/hedgehog';
import { Agent, fetch } from 'undici';
import type { Fixture } from './fixture';

/** `kubectl diff --server-side` over the whole fabric, or undefined where kubectl is missing. */
export async function kubectlDiff(): Promise<
  ((fixture: Fixture) => Promise<void>) | undefined
> {
  const present = await kubectl(['version', '--client']).catch(() => -1);
  if (present !== 0) return undefined;
  return async ({ file, kubeconfig }) => {
    const args = [
      'diff',
      '--server-side',
      '--force-conflicts',
      '--kubeconfig',
      kubeconfig,
    ];
    const code = await kubectl([...args, '--filename', file]);
    // 1 = there are differences; more = it failed
    if (code > 1) throw new Error(`kubectl diff failed with ${code}`);
  };
}

function kubectl(args: string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn('kubectl', args, {
      stdio: ['ignore', 'ignore', 'ignore'],
    });
    child.once('error', reject);
    child.once('exit', code => resolve(code ?? -1));
  });
}

/** Lists every kind whole, all at once, and parses it: what any reader of a cluster has to do at least. */
export async function rawList(fixture: Fixture): Promise<number> {
  const { url, namespace, token, ca } = fixture;
  const dispatcher = ca ? trusting(ca) : undefined;
  const headers: Record<string, string> = token
    ? { authorization: `Bearer ${token}` }
    : {};
  const counts = await Promise.all(
    kinds.map(async ({ group, version, plural }) => {
      const response = await fetch(
        `${url}/apis/${group}/${version}/namespaces/${namespace}/${plural}`,
        { dispatcher, headers },
      );
      const list = JSON.parse(await response.text()) as { items: unknown[] };
      return list.items.length;
    }),
  );
  return counts.reduce((sum, count) => sum + count, 0);
}

const agents = new Map<string, Agent>();

function trusting(ca: string): Agent {
  const agent = agents.get(ca) ?? new Agent({ connect: { ca } });
  agents.set(ca, agent);
  return agent;
}

/** Compares pairs of plain objects, nothing else. */
export function bareDiff(
  pairs: readonly (readonly [KubernetesObject, KubernetesObject])[],
): number {
  let differing = 0;
  for (const [one, other] of pairs) {
    if (!equal(one, other)) differing++;
  }
  return differing;
}

function equal(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object') return false;
  if (one === null || other === null) return false;
  const left = one as Record<string, unknown>;
  const right = other as Record<string, unknown>;
  const keys = Object.keys(left);
  if (keys.length !== Object.keys(right).length) return false;
  return keys.every(key => equal(left[key], right[key]));
}
