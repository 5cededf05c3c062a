import { isControllerOwned, kinds } from '@cnoc/hedgehog';
import { compareFabric } from '../src/drift/compareFabric';
import { AddressPolicy } from '../src/fabrics/network';
import { HttpClusterClient } from '../src/live/HttpClusterClient';
import { liveObjectOf, type LiveObject } from '../src/live/LiveObject';
import { bareDiff, kubectlDiff, rawList } from './baselines';
import type { Fixture, Fixtures } from './fixture';
import { measure, type Figures, type Side } from './measure';
import type { Row } from './report';

/** B1: both sides cached, as they are after the first watch and fetch. */
export async function warm(fixtures: Fixtures): Promise<Row[]> {
  const [small, large] = [fixtures.of(1_000), fixtures.of(10_000)];
  const [liveOfSmall, liveOfLarge] = [
    await readAll(small),
    await readAll(large),
  ];
  const pairs = large.desired.map(
    ({ canonical }) => [canonical, structuredClone(canonical)] as const,
  );
  const [ours, bare] = await measure(
    [
      { name: 'CNOC', run: () => void compare(large, liveOfLarge) },
      { name: 'bare', run: () => void bareDiff(pairs) },
    ],
    15,
  );
  return [
    {
      id: 'B1',
      what: 'drift of 10,000 objects, warm',
      ours,
      baseline: { name: 'bare in-memory comparison', figures: bare },
      atMost: 5,
      note: 'the baseline walks both sides of each pair and keeps nothing; CNOC compares content hashes that it holds already, finds orphans, and gives states, severities, and facts, which it works out once for a commit.',
    },
    await besideKubectl(small, {
      id: 'B1',
      what: 'drift of 1,000 objects, warm',
      atMost: 1 / 400,
      run: () => void compare(small, liveOfSmall),
    }),
  ];
}

/** B2: the cluster side is read anew; git's side is cached. */
export async function cold(fixtures: Fixtures): Promise<Row[]> {
  const [small, large] = [fixtures.of(1_000), fixtures.of(10_000)];
  const [ours, raw] = await measure([
    {
      name: 'CNOC',
      run: async () => void compare(large, await readAll(large)),
    },
    { name: 'raw', run: async () => void (await rawList(large)) },
  ]);
  return [
    {
      id: 'B2',
      what: 'drift of 10,000 objects, cluster read anew',
      ours,
      baseline: { name: 'raw LIST and JSON.parse', figures: raw },
      atMost: 1.5,
      note: 'the baseline parses and forgets; CNOC pages its lists, defaults, canonicalises and hashes each object, and compares. The cluster is the lab, which lists several times faster than a kube-apiserver, so the same work weighs more here.',
    },
    await besideKubectl(small, {
      id: 'B2',
      what: 'drift of 1,000 objects, cluster read anew',
      atMost: 1 / 30,
      run: async () => void compare(small, await readAll(small)),
    }),
  ];
}

/** Ours beside `kubectl diff --server-side`; where kubectl is missing, the row says so. */
async function besideKubectl(
  fixture: Fixture,
  row: Pick<Row, 'id' | 'what' | 'atMost'> & Pick<Side, 'run'>,
): Promise<Row> {
  const { run, ...rest } = row;
  const name = 'kubectl diff --server-side';
  const diff = await kubectlDiff();
  const [ours, kubectl] = await measure([
    { name: 'CNOC', run },
    ...(diff ? [{ name, run: () => diff(fixture) }] : []),
  ]);
  return {
    ...rest,
    ours,
    baseline: kubectl
      ? { name, figures: kubectl }
      : { name, absent: 'not installed' },
    note: 'kubectl reads the YAML file, starts a process, throttles itself and has the server work out each object; CNOC compares what it holds, after defaulting on its own. That both say the same is a test, not part of this figure.',
  };
}

/** B27: ten times the objects may take twelve times the time, so nothing in it is quadratic. */
export async function scaling(fixtures: Fixtures): Promise<Row[]> {
  const [small, large] = [fixtures.of(1_000), fixtures.of(10_000)];
  const [liveOfSmall, liveOfLarge] = [
    await readAll(small),
    await readAll(large),
  ];
  const times = (count: number, run: () => void) => () => {
    for (let index = 0; index < count; index++) run();
  };
  // Repeated, because one comparison of 1,000 takes less than the clock tells apart
  const [warmSmall, warmLarge] = await measure(
    [
      { name: '1,000', run: times(20, () => void compare(small, liveOfSmall)) },
      {
        name: '10,000',
        run: times(20, () => void compare(large, liveOfLarge)),
      },
    ],
    9,
  );
  const [coldSmall, coldLarge] = await measure([
    {
      name: '1,000',
      run: async () => void compare(small, await readAll(small)),
    },
    {
      name: '10,000',
      run: async () => void compare(large, await readAll(large)),
    },
  ]);
  const row = (what: string, ours: Figures, base: Figures): Row => ({
    id: 'B27',
    what,
    ours,
    baseline: { name: 'itself with 1,000', figures: base },
    atMost: 12,
    note: 'the same work on a tenth of the objects.',
  });
  return [
    row('20 × drift of 10,000 objects, warm', warmLarge, warmSmall),
    row('drift of 10,000 objects, cluster read anew', coldLarge, coldSmall),
  ];
}

function compare({ desired, managedKinds }: Fixture, live: LiveObject[]): void {
  const { verdicts } = compareFabric({
    desired,
    live,
    unknown: new Set(),
    managedKinds,
    lagging: new Set(),
  });
  const differing = verdicts.filter(({ state }) => state !== 'synced');
  if (differing.length > 0 || verdicts.length !== desired.length) {
    const [{ kind, name, state } = { kind: '', name: '', state: '' }] =
      differing;
    throw new Error(
      `The fixture is not in sync (${verdicts.length} verdicts; ${kind} ${name} ${state})`,
    );
  }
}

async function readAll({ url, size }: Fixture): Promise<LiveObject[]> {
  const client = clientOf(url);
  const objects: LiveObject[] = [];
  for (const { kind } of kinds) {
    let page: string | undefined;
    do {
      const answer = await client.listPage(kind, {
        limit: 500,
        continue: page,
      });
      for (const object of answer.items) {
        if (!isControllerOwned(object)) objects.push(liveObjectOf(object));
      }
      page = answer.continue;
    } while (page);
  }
  if (objects.length !== size) {
    throw new Error(`The cluster holds ${objects.length} objects, not ${size}`);
  }
  return objects;
}

const clients = new Map<string, HttpClusterClient>();

function clientOf(url: string): HttpClusterClient {
  let client = clients.get(url);
  if (!client) {
    client = HttpClusterClient.create({
      definition: {
        name: 'bench',
        server: new URL(url),
        namespace: 'default',
        skipTLSVerify: false,
      },
      policy: AddressPolicy.create(['127.0.0.1']),
    });
    clients.set(url, client);
  }
  return client;
}
