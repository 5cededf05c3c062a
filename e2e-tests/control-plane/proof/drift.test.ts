import { existsSync } from 'node:fs';
import {
  canonicalize,
  compareCanonical,
  driftsOf,
  type KubernetesObject,
  type Severity,
} from '@cnoc/hedgehog';
// The brute-force search shares no code with what judges drift, which is what an oracle is for. It is a tool of that
// package's own tests and stays out of what it exports.
// eslint-disable-next-line @backstage/no-forbidden-package-imports -- a test tool, used in a test alone
import { truthOf } from '@cnoc/hedgehog/src/__testUtils__/bruteForce/truthOf';
import { Random } from '@cnoc/lab/src/testing';
import { ControlPlane } from '../ControlPlane';
import { currentCrds } from '../crdFolders';
import { installDefinitions } from '../installDefinitions';
import { allChanges } from './changes/allChanges';
import { cleanSamples, hasSamples } from './cleanSamples';
import { effectOf, severityInFabric } from './effectOf';
import { inParallel } from './inParallel';
import { isSameForServer } from './isSameForServer';
import { isDrift, planChanges, type PlannedChange } from './planChanges';
import { admitted, ProofCluster } from './ProofCluster';
import { proofFabric } from './proofFabric';

jest.setTimeout(180_000);

const FABRICS = 50;
const DRIFTS = 500;
const suite = existsSync(currentCrds) ? describe : describe.skip;
const samplesSuite = hasSamples ? describe : describe.skip;

const say = (text: string) => process.stderr.write(`${text}\n`);
const keyOf = ({ kind, metadata }: KubernetesObject) =>
  `${kind}/${metadata.name}`;

suite('drift, proven on a real API server (needs the shared data)', () => {
  const fabrics = Array.from({ length: FABRICS }, (_, index) =>
    proofFabric(index + 1),
  );
  const inGit = fabrics.flatMap(({ objects }) => objects);
  let plane: ControlPlane;
  let cluster: ProofCluster;
  beforeAll(async () => {
    plane = await ControlPlane.start();
    await installDefinitions(plane.caller(), currentCrds);
    cluster = ProofCluster.create(plane.caller());
    await inParallel(fabrics, ({ namespace }) =>
      cluster.makeNamespace(namespace),
    );
  });
  afterAll(() => plane?.stop());

  /** All drifts between git and the cluster, told by namespace and resource. */
  const driftsIn = (live: ReadonlyMap<string, KubernetesObject[]>) =>
    fabrics.flatMap(({ namespace, objects }) => {
      const stored = live.get(namespace) ?? [];
      return [
        ...driftsOf(objects.map(canonicalize), stored.map(canonicalize)),
      ].map(([key, drift]) => ({ at: `${namespace} ${key}`, drift }));
    });

  it('C13: is not found in clean fabrics that are stored as git writes them', async () => {
    const written = await inParallel(inGit, object =>
      cluster.applyAsWritten(object),
    );
    const live = await cluster.list();
    expect([...live.values()].flat()).toHaveLength(inGit.length);
    expect(driftsIn(live)).toEqual([]);
    say(
      `0 false drifts in ${FABRICS} fabrics (${inGit.length} objects, ${
        written.filter(Boolean).length
      } of them stored just as written)`,
    );
  });

  samplesSuite('in the clean upstream samples (need the shared data)', () => {
    const samples = hasSamples ? cleanSamples() : [];
    const objects = samples.flatMap(sample => sample.objects);
    beforeAll(() =>
      inParallel(samples, ({ namespace }) => cluster.makeNamespace(namespace)),
    );

    it.each([
      ['as they are written', false],
      ['as the webhooks leave them', true],
    ])('C13, C14: is not found, stored %s', async (form, isAdmitted) => {
      await inParallel(objects, async object => {
        if (isAdmitted) await cluster.apply(admitted(object));
        else await cluster.applyAsWritten(object);
      });
      const live = await cluster.list();
      const drifts = samples.flatMap(sample => {
        const stored = live.get(sample.namespace) ?? [];
        expect(stored.map(keyOf).sort()).toEqual(
          [...new Set(sample.objects.map(keyOf))].sort(),
        );
        return [
          ...driftsOf(
            sample.objects.map(canonicalize),
            stored.map(canonicalize),
          ),
        ].map(([key, drift]) => ({ file: sample.file, key, drift }));
      });
      expect(drifts).toEqual([]);
      const others = samples.flatMap(sample => sample.others).join(', ');
      say(
        `0 false drifts in ${samples.length} upstream samples (${
          objects.length
        } objects) ${form}; left out, as not of CNOC's kinds: ${
          others || 'none'
        }`,
      );
    });
  });

  describe('in clean fabrics that are stored as the webhooks leave them', () => {
    let clean: Map<string, KubernetesObject[]>;
    beforeAll(async () => {
      await inParallel(inGit, object => cluster.apply(admitted(object)));
      clean = await cluster.list();
    });

    it('C13: is not found', () => {
      expect(driftsIn(clean)).toEqual([]);
      say(
        `0 false drifts in ${FABRICS} fabrics (${inGit.length} objects) as the webhooks leave them`,
      );
    });

    describe(`of which somebody else changes ${DRIFTS} objects and more`, () => {
      /** A change, and what git and the cluster then have of the object. */
      interface Changed {
        change: PlannedChange;
        git: KubernetesObject | undefined;
        live: KubernetesObject | undefined;
      }
      let changed: Changed[];
      let live: Map<string, KubernetesObject[]>;
      beforeAll(async () => {
        const planned = planChanges(
          fabrics.flatMap(({ namespace }) => clean.get(namespace) ?? []),
          allChanges,
          { drifts: DRIFTS, random: new Random(2026) },
        );
        await inParallel(planned, async ({ before, after }) => {
          if (!after) await cluster.remove(before as KubernetesObject);
          else if (before) await cluster.edit(after);
          else await cluster.create(after);
        });
        live = await cluster.list();
        changed = planned.map(change => {
          const { before, after, namespace } = change;
          const key = keyOf((before ?? after) as KubernetesObject);
          const isIt = (object: KubernetesObject) => keyOf(object) === key;
          return {
            change,
            git: fabrics
              .find(fabric => fabric.namespace === namespace)
              ?.objects.find(isIt),
            live: live.get(namespace)?.find(isIt),
          };
        });
      });

      const driftOf = ({ git, live: now }: Omit<Changed, 'change'>) =>
        compareCanonical(git && canonicalize(git), now && canonicalize(now));

      it('has changes of every kind and every way', () => {
        expect(changed.filter(({ change }) => isDrift(change))).toHaveLength(
          DRIFTS,
        );
        const ways = new Set(changed.map(({ change }) => change.way));
        const missed = allChanges
          .map(({ kind, what, expected }) => `${kind}: ${what} [${expected}]`)
          .filter(way => !ways.has(way));
        expect(missed).toEqual([]);
        const unmade = changed.filter(
          ({ change: { before }, live: now }) =>
            before && now && isSameForServer(before, now),
        );
        expect(unmade.map(({ change: { title } }) => title)).toEqual([]);
        say(`${changed.length} changes of ${ways.size} ways`);
      });

      it('C13, C15: finds exactly those that mean something', () => {
        const wanted = changed
          .filter(({ change }) => isDrift(change))
          .map(
            ({ change: { namespace }, git, live: now }) =>
              `${namespace} ${keyOf((git ?? now) as KubernetesObject)}`,
          );
        const found = driftsIn(live).map(({ at }) => at);
        expect(found.sort()).toEqual(wanted.sort());
        say(
          `${found.length} of ${wanted.length} drifts found; of ${
            changed.length - wanted.length
          } changes that mean the same, 0 reported`,
        );
      });

      it('names the field, and gives the severity that the rules say', () => {
        const wrong = changed.flatMap(one => {
          const { title, path, expected } = one.change;
          const { severity, differences } = driftOf(one);
          const isNamed =
            path === undefined ||
            differences.some(
              difference =>
                difference.path.startsWith(path) ||
                path.startsWith(difference.path),
            );
          return !isDrift(one.change) || (severity === expected && isNamed)
            ? []
            : [{ title, severity, differences }];
        });
        expect(wrong).toEqual([]);
      });

      it('gives the severity in the whole fabric that a brute-force search finds', () => {
        const canonical = new Map(
          fabrics.map(({ namespace, objects }) => {
            const desired = objects.map(canonicalize);
            return [namespace, { desired, truth: truthOf(desired) }];
          }),
        );
        const counts: Record<string, number> = {};
        const wrong = changed
          .filter(({ change }) => isDrift(change))
          .flatMap(({ change, git, live: now }) => {
            const { desired, truth } = canonical.get(
              change.namespace,
            ) as NonNullable<ReturnType<typeof canonical.get>>;
            const key = keyOf((git ?? now) as KubernetesObject);
            const alone = [
              ...desired.filter(object => keyOf(object) !== key),
              ...(now ? [canonicalize(now)] : []),
            ];
            const expected = severityInFabric(
              change,
              effectOf(truth, truthOf(alone)),
            );
            counts[expected] = (counts[expected] ?? 0) + 1;
            const drifts = [...driftsOf(desired, alone)];
            const told = drifts.map(([at, { severity }]) => [at, severity]);
            return JSON.stringify(told) === JSON.stringify([[key, expected]])
              ? []
              : [{ title: change.title, expected, drifts }];
          });
        expect(wrong).toEqual([]);
        say(
          `severities in the whole fabric: ${(
            ['critical', 'warning', 'info'] satisfies Severity[]
          )
            .map(severity => `${counts[severity]} ${severity}`)
            .join(', ')}`,
        );
      });

      it('is found or not as a dry run on the server says', async () => {
        const counts = { applied: 0, removed: 0, replaced: 0, spelled: 0 };
        const wrong: string[] = [];
        const expectOf = (
          { change: { title } }: Changed,
          what: string,
          isSo: boolean,
          count: keyof typeof counts,
        ) => {
          if (isSo) counts[count] += 1;
          else wrong.push(`${title}: ${what}`);
        };
        await inParallel(changed, async one => {
          const { change, git } = one;
          if (!git) {
            await cluster.removeDryRun(one.live as KubernetesObject);
            expectOf(one, 'is no drift', isDrift(change), 'removed');
            return;
          }
          // The next write of anybody passes the webhook, which this server does not have.
          const now =
            change.expected === 'webhook' && one.live
              ? await cluster.edit(admitted(one.live))
              : one.live;
          const isFound = driftOf({ git, live: now }).state !== 'synced';
          const applied = await cluster.applyDryRun(admitted(git));
          const wouldChange = !now || !isSameForServer(applied, now);
          if (change.expected === 'spelling' && !change.isAddition) {
            // By design: for the server, two texts of one value are two values.
            expectOf(one, 'is one text', wouldChange && !isFound, 'spelled');
          } else if (isDrift(change) && change.isAddition && now) {
            // By design: apply leaves to others what git does not have. The engine takes it away by a patch of its own.
            const replaced = await cluster.replaceDryRun(admitted(git), now);
            expectOf(
              one,
              'does not agree with a replacement',
              !wouldChange && isFound && !isSameForServer(replaced, now),
              'replaced',
            );
          } else {
            expectOf(
              one,
              'does not agree with an apply',
              wouldChange === isFound && isFound === isDrift(change),
              'applied',
            );
          }
        });
        expect(wrong).toEqual([]);
        const { applied, removed, replaced, spelled } = counts;
        say(
          `dry runs: ${applied + removed + replaced} of ${
            changed.length
          } agree (${applied} applies, ${removed} deletions, ${replaced} replacements where apply leaves what others added); by design, ${spelled} other spellings of a value are a change to the server alone`,
        );
        expect(applied + removed + replaced + spelled).toBe(changed.length);
      });
    });
  });
});
