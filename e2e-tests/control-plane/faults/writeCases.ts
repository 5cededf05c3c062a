/* eslint-disable jest/no-export -- a set of cases that the test file calls */
import { canonicalize, hashOf, type KubernetesObject } from '@cnoc/hedgehog';
import {
  type ClusterClient,
  currentOf,
  eventually,
  executeLine,
  type PlannedLine,
} from './engineRooms';
import { lostAnswer, status } from './effects';
import { endOf, pathOf, server, vlans } from './objects';
import type { Scene } from './Scene';
import type { Stage } from './Stage';
import { type Verdict, Webhook } from './Webhook';

const signal = new AbortController().signal;
const KIND = 'VLANNamespace';

/** Git's object as the engine keeps it: in the namespace of its fabric. */
function desiredOf(written: KubernetesObject, namespace: string) {
  const metadata = { ...written.metadata, namespace };
  const object = { ...written, metadata };
  const canonical = canonicalize(object);
  return {
    kind: object.kind,
    name: object.metadata.name,
    file: 'one.yaml',
    line: 1,
    object,
    canonical,
    hash: hashOf(canonical),
  };
}

/** A line of a plan that makes the object in the cluster what git has. */
async function planned(
  { namespace }: Scene,
  client: ClusterClient,
  object: KubernetesObject,
): Promise<PlannedLine> {
  const { kind, metadata } = object;
  const now = currentOf(await client.get(kind, metadata.name, signal));
  return {
    seq: 1,
    wave: 1,
    action: 'update',
    kind,
    name: metadata.name,
    severity: 'warning',
    reason: 'it differs',
    differences: [],
    dryRun: { ok: true },
    desiredHash: desiredOf(object, namespace).hash,
    live: { uid: now.uid, hash: now.hash },
  };
}

function execute(
  scene: Scene,
  client: ClusterClient,
  line: PlannedLine,
  object: KubernetesObject,
  more: Partial<Parameters<typeof executeLine>[1]> = {},
) {
  return executeLine(line, {
    desired: desiredOf(object, scene.namespace),
    client,
    namespace: scene.namespace,
    force: true,
    resumed: false,
    before: async () => {},
    signal,
    ...more,
  });
}

/** Writes that the real server refuses, or that meet somebody else's. */
export function writeCases(stage: () => Stage): void {
  const begin = async () => {
    const scene = await stage().newScene();
    await scene.put(vlans('one'));
    // Longer than the server waits for a webhook
    const live = scene.service({ limits: { requestTimeoutMs: 10_000 } });
    return { scene, client: live.client(scene.fabric.cluster) };
  };
  /** Only the version moves, as with a heartbeat: what kubectl notes for itself is no content. */
  const touch = (scene: Scene, note: string) =>
    stage().send(
      'PATCH',
      pathOf(KIND, scene.namespace, 'one'),
      {
        metadata: {
          annotations: {
            'kubectl.kubernetes.io/last-applied-configuration': note,
          },
        },
      },
      'application/merge-patch+json',
    );

  it('K3: a field that somebody else holds is a conflict that names them, and force takes it over', async () => {
    const { scene, client } = await begin();
    await expect(client.apply(vlans('one', 2500))).rejects.toMatchObject({
      reason: 'conflict',
      retryable: false,
      conflicts: [{ manager: 'kubectl-edit', field: 'spec.ranges' }],
    });
    await client.apply(vlans('one', 2500), { force: true });
    expect(endOf(await scene.read(KIND, 'one'))).toBe(2500);
  });

  it('K4: a version that moved while the content did not is read again, and the write made', async () => {
    const { scene, client } = await begin();
    const line = await planned(scene, client, vlans('one', 2500));
    let moved = 0;
    await execute(scene, client, line, vlans('one', 2500), {
      before: async () => {
        moved += 1;
        if (moved < 3) await touch(scene, `move-${moved}`);
      },
    });
    expect(moved).toBe(3);
    expect(endOf(await scene.read(KIND, 'one'))).toBe(2500);
  });

  it('K4: one that moves before every write is given up after three', async () => {
    const { scene, client } = await begin();
    const line = await planned(scene, client, vlans('one', 2500));
    let moved = 0;
    await expect(
      execute(scene, client, line, vlans('one', 2500), {
        before: async () => {
          moved += 1;
          await touch(scene, `move-${moved}`);
        },
      }),
    ).rejects.toMatchObject({ reason: 'conflict' });
    expect(moved).toBe(3);
    expect(endOf(await scene.read(KIND, 'one'))).toBe(2999);
  });

  const large = 'x'.repeat(1_700_000);
  it.each<[string, KubernetesObject, RegExp]>([
    [
      'a field of another type',
      { ...vlans('one'), spec: { ranges: 'all' } } as never,
      /ranges/,
    ],
    [
      'a field that the server does not know',
      { ...vlans('one'), spec: { rages: [] } } as never,
      /rages/,
    ],
    ['an object that the store cannot hold', server('large', large), /large/i],
  ])(
    'K10: %s is refused for good, whatever status says so, and asked once',
    async (_what, object, words) => {
      const { scene, client } = await begin();
      await expect(client.apply(object, { force: true })).rejects.toMatchObject(
        {
          reason: 'invalid',
          retryable: false,
          message: expect.stringMatching(words),
        },
      );
      expect(scene.proxy.asked({ verb: 'apply' })).toHaveLength(1);
    },
  );

  it('K16: a write whose answer was lost is recognised as done, and not made twice', async () => {
    const { scene, client } = await begin();
    const line = await planned(scene, client, vlans('one', 2500));
    scene.proxy.add({ verb: 'apply', times: 1, answer: lostAnswer });
    await expect(
      execute(scene, client, line, vlans('one', 2500)),
    ).rejects.toMatchObject({ reason: 'unavailable', retryable: true });
    const { generation } = (await scene.read(KIND, 'one')).metadata;
    await expect(
      execute(scene, client, line, vlans('one', 2500), { resumed: true }),
    ).resolves.toMatchObject({ message: 'The cluster has it already' });
    expect((await scene.read(KIND, 'one')).metadata.generation).toBe(
      generation,
    );
    expect(scene.proxy.asked({ verb: 'apply' })).toHaveLength(1);
  });

  describe('with an admission webhook', () => {
    const judged = async (verdict: Verdict) => {
      const { scene, client } = await begin();
      const webhook = await Webhook.start(stage(), {
        namespace: scene.namespace,
        judge: () => verdict,
      });
      scene.onEnd(() => webhook.stop());
      return { client, webhook };
    };
    const write = (client: ClusterClient) =>
      client.apply(vlans('one', 2500), { force: true, dryRun: true });

    it('K17: what it refuses is told in its words, and not tried again', async () => {
      const { client } = await judged({
        allow: false,
        message: 'VLANs above 2000 are reserved',
      });
      await eventually(() =>
        expect(write(client)).rejects.toMatchObject({
          message: expect.stringMatching(/VLANs above 2000 are reserved/),
          retryable: false,
        }),
      );
    });

    it('K17: one that does not answer in time is a failure that may pass, without its inner address', async () => {
      const { client, webhook } = await judged('silence');
      await eventually(async () => {
        const failure = await write(client).catch((error: Error) => error);
        // Not for another reason, as a webhook that cannot be reached
        expect(webhook.asked).toBeGreaterThan(0);
        expect(failure).toMatchObject({
          reason: 'unavailable',
          retryable: true,
          message: expect.stringMatching(/webhook/),
        });
        expect((failure as Error).message).not.toMatch(/127\.0|inner-path/);
      });
    });
  });

  it('K18: nothing new fits into a namespace that is going', async () => {
    const { scene, client } = await begin();
    // Nobody ends it here, so it stays on its way out.
    await stage().send('DELETE', `/api/v1/namespaces/${scene.namespace}`);
    await eventually(() =>
      expect(client.apply(vlans('new'))).rejects.toMatchObject({
        reason: 'forbidden',
        retryable: false,
        message: expect.stringMatching(/being terminated/),
      }),
    );
  });

  it('K18: a quota that is used up is told as the server tells it', async () => {
    const { scene, client } = await begin();
    const quota = `/api/v1/namespaces/${scene.namespace}/resourcequotas`;
    const hard = { 'count/servers.wiring.githedgehog.com': '0' };
    const made = {
      apiVersion: 'v1',
      kind: 'ResourceQuota',
      metadata: { name: 'none' },
      spec: { hard },
    };
    await stage().send('POST', quota, made);
    // The controller that would count is not here.
    await stage().send(
      'PATCH',
      `${quota}/none/status`,
      { status: { hard, used: { ...hard } } },
      'application/merge-patch+json',
    );
    await eventually(() =>
      expect(
        client.apply(server('server-1'), { dryRun: true }),
      ).rejects.toMatchObject({
        reason: 'forbidden',
        retryable: false,
        message: expect.stringMatching(/exceeded quota: none/),
      }),
    );
  });

  it('K18: a field that must not change is told with its path', async () => {
    const { scene, client } = await begin();
    const admission = '/apis/admissionregistration.k8s.io/v1';
    const policies = `${admission}/validatingadmissionpolicies`;
    const bindings = `${admission}/validatingadmissionpolicybindings`;
    const name = scene.namespace;
    await stage().send('POST', policies, {
      apiVersion: 'admissionregistration.k8s.io/v1',
      kind: 'ValidatingAdmissionPolicy',
      metadata: { name },
      spec: {
        matchConstraints: {
          resourceRules: [
            {
              apiGroups: ['wiring.githedgehog.com'],
              apiVersions: ['*'],
              operations: ['UPDATE'],
              resources: ['vlannamespaces'],
            },
          ],
        },
        validations: [
          {
            expression: 'object.spec.ranges == oldObject.spec.ranges',
            message: 'spec.ranges: field is immutable',
            reason: 'Invalid',
          },
        ],
      },
    });
    await stage().send('POST', bindings, {
      apiVersion: 'admissionregistration.k8s.io/v1',
      kind: 'ValidatingAdmissionPolicyBinding',
      metadata: { name },
      spec: {
        policyName: name,
        validationActions: ['Deny'],
        matchResources: {
          namespaceSelector: {
            matchLabels: { 'kubernetes.io/metadata.name': name },
          },
        },
      },
    });
    await eventually(() =>
      expect(
        client.apply(vlans('one', 2500), { force: true, dryRun: true }),
      ).rejects.toMatchObject({
        reason: 'invalid',
        retryable: false,
        message: expect.stringMatching(/spec\.ranges: field is immutable/),
      }),
    );
  });

  it('K19: what a person changed after the plan is left as it is', async () => {
    const { scene, client } = await begin();
    const line = await planned(scene, client, vlans('one', 2500));
    await scene.put(vlans('one', 2600));
    await expect(
      execute(scene, client, line, vlans('one', 2500)),
    ).rejects.toThrow(/has been changed in the cluster since the plan/);
    expect(endOf(await scene.read(KIND, 'one'))).toBe(2600);
  });

  it('K19: also when it changes between the look and the write', async () => {
    const { scene, client } = await begin();
    const line = await planned(scene, client, vlans('one', 2500));
    await expect(
      execute(scene, client, line, vlans('one', 2500), {
        before: async () => {
          await scene.put(vlans('one', 2600));
        },
      }),
    ).rejects.toThrow(/has been changed in the cluster since the plan/);
    expect(endOf(await scene.read(KIND, 'one'))).toBe(2600);
  });

  it('K20: what was deleted and made again is not the object of the plan', async () => {
    const { scene, client } = await begin();
    const line = await planned(scene, client, vlans('one', 2500));
    await scene.remove(KIND, 'one');
    await scene.put(vlans('one'));
    await expect(
      execute(scene, client, line, vlans('one', 2500)),
    ).rejects.toThrow(/deleted and re-created/);
    await expect(
      client.remove(KIND, 'one', { uid: line.live?.uid }),
    ).rejects.toMatchObject({ reason: 'conflict', retryable: false });
    expect(endOf(await scene.read(KIND, 'one'))).toBe(2999);
  });

  it('K9: a write that is throttled is made once the server has room', async () => {
    const { scene, client } = await begin();
    const busy = status(429, 'too many requests', { 'retry-after': '0' });
    scene.proxy.add({ verb: 'apply', times: 2, answer: busy });
    await client.apply(vlans('one', 2500), { force: true });
    expect(scene.proxy.asked({ verb: 'apply' })).toHaveLength(3);
    expect(endOf(await scene.read(KIND, 'one'))).toBe(2500);
  });
}
