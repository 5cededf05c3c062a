import { isControllerOwned, kinds } from '@cnoc/hedgehog';
import { mapLimited } from '../src/fabrics/mapLimited';
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
    ...(await warmOnServer(fixtures)),
  ];
}

async function warmOnServer(fixtures: Fixtures): Promise<Row[]> {
  const fixture = await fixtures.onServer(1_000);
  if (!fixture) return [];
  const live = await readAll(fixture);
  return [
    await besideKubectl(fixture, {
      id: 'B1',
      what: 'drift of 1,000 objects, warm, kube-apiserver',
      atMost: 1 / 400,
      run: () => void compare(fixture, live),
    }),
  ];
}

/** B2: the cluster side is read anew; git's side is cached. */
export async function cold(fixtures: Fixtures): Promise<Row[]> {
  const onServer = [
    await fixtures.onServer(1_000),
    await fixtures.onServer(10_000),
  ];
  return [
    ...(await coldOn(fixtures.of(1_000), fixtures.of(10_000), 'lab')),
    ...(onServer[0] && onServer[1]
      ? await coldOn(onServer[0], onServer[1], 'kube-apiserver')
      : []),
  ];
}

async function coldOn(
  small: Fixture,
  large: Fixture,
  where: string,
): Promise<Row[]> {
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
      what: `drift of 10,000 objects, ${where} read anew`,
      ours,
      baseline: { name: 'raw LIST and JSON.parse', figures: raw },
      atMost: 1.5,
      note: 'the baseline parses and forgets; CNOC pages its lists, defaults, canonicalises and hashes each object, and compares. The lab lists several times faster than a kube-apiserver, so the same work weighs more there.',
    },
    await besideKubectl(small, {
      id: 'B2',
      what: `drift of 1,000 objects, ${where} read anew`,
      atMost: 1 / 30,
      run: async () => void compare(small, await readAll(small)),
    }),
  ];
}

/** B25: what costs, costs by object and not by fabric. */
export async function manyFabrics(fixtures: Fixtures): Promise<Row[]> {
  const [part, whole] = [fixtures.of(200), fixtures.of(10_000)];
  const [liveOfPart, liveOfWhole] = [await readAll(part), await readAll(whole)];
  const [warmMany, warmOne] = await measure(
    [
      {
        name: '50 × 200',
        run: () => {
          for (let index = 0; index < 50; index++) compare(part, liveOfPart);
        },
      },
      { name: '1 × 10,000', run: () => void compare(whole, liveOfWhole) },
    ],
    15,
  );
  const [coldMany, coldOne] = await measure([
    {
      name: '50 × 200',
      run: async () => {
        await mapLimited(Array.from({ length: 50 }), 4, async () =>
          compare(part, await readAll(part)),
        );
      },
    },
    {
      name: '1 × 10,000',
      run: async () => void compare(whole, await readAll(whole)),
    },
  ]);
  const row = (what: string, ours: Figures, figures: Figures): Row => ({
    id: 'B25',
    what,
    ours,
    baseline: { name: '1 fabric of 10,000', figures },
    atMost: 1.3,
    note: 'the same number of objects in one fabric; read anew, fifty fabrics also ask fifty times as often.',
  });
  return [
    row('drift of 50 fabrics of 200 objects, warm', warmMany, warmOne),
    row(
      'drift of 50 fabrics of 200 objects, cluster read anew',
      coldMany,
      coldOne,
    ),
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

/** Every kind at once, as the engine's informers do. */
async function readAll(fixture: Fixture): Promise<LiveObject[]> {
  const { size } = fixture;
  const client = clientOf(fixture);
  const lists = await Promise.all(
    kinds.map(({ kind }) => readKind(client, kind)),
  );
  const objects = lists.flat();
  if (objects.length !== size) {
    throw new Error(`The cluster holds ${objects.length} objects, not ${size}`);
  }
  return objects;
}

async function readKind(
  client: HttpClusterClient,
  kind: string,
): Promise<LiveObject[]> {
  const objects: LiveObject[] = [];
  let page: string | undefined;
  do {
    const answer = await client.listPage(kind, { limit: 500, continue: page });
    for (const object of answer.items) {
      if (!isControllerOwned(object)) objects.push(liveObjectOf(object));
    }
    page = answer.continue;
  } while (page);
  return objects;
}

const clients = new Map<string, HttpClusterClient>();

function clientOf(fixture: Fixture): HttpClusterClient {
  const { url, namespace, token, ca } = fixture;
  const key = `${url} ${namespace}`;
  let client = clients.get(key);
  if (!client) {
    client = HttpClusterClient.create({
      definition: {
        name: 'bench',
        server: new URL(url),
        namespace,
        token,
        ca,
        skipTLSVerify: false,
      },
      policy: AddressPolicy.create(['127.0.0.1']),
    });
    clients.set(key, client);
  }
  return client;
}
