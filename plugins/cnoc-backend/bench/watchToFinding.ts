import { setTimeout as sleep } from 'node:timers/promises';
import type { KubernetesObject } from '@cnoc/hedgehog';
import { edit, EngineSide, watchBare } from './eventSides';
import type { Fixture, Fixtures, Size } from './fixture';
import { figuresOf } from './measure';
import type { Row } from './report';

const EDITS = 20;
const LIMIT_MS = 100;
const PATIENCE_MS = 20_000;
const SIZES: readonly Size[] = [500, 2_000, 10_000];
const PACES = [
  { what: '3 s apart', ms: 3_000 },
  { what: '200 ms apart', ms: 200 },
];

/** B16, part (a): from a watch event until the finding's row is committed, in one process. */
export async function watchToFinding(fixtures: Fixtures): Promise<Row[]> {
  const rows: Row[] = [];
  for (const size of SIZES) {
    const fixture = fixtures.of(size);
    const side = await EngineSide.start(fixture);
    try {
      for (const [index, { what, ms }] of PACES.entries()) {
        // Others each time: what comes back soon after it went is no new finding
        const servers = fixture.objects
          .filter(one => one.kind === 'Server')
          .slice(index * (EDITS + 1), (index + 1) * (EDITS + 1));
        const latencies = await measureEdits(fixture, side, servers, ms);
        rows.push({
          id: 'B16',
          what: `watch event to finding, ${EDITS} edits ${what}, ${size} objects`,
          ours: figuresOf(latencies),
          baseline: { name: 'the promise of 100 ms', limit: LIMIT_MS },
          atMost: 1,
          note: 'a limit, and no other side. The event counts from the moment in which a bare watch in the same process has read it; the finding once its transaction is committed in SQLite, which works on the event loop.',
        });
      }
    } finally {
      await side.stop();
    }
  }
  return rows;
}

async function measureEdits(
  fixture: Fixture,
  side: EngineSide,
  servers: readonly KubernetesObject[],
  everyMs: number,
): Promise<number[]> {
  const seen = new Map<string, number>();
  const found = new Map<string, number>();
  const stopped = new AbortController();
  await watchBare(fixture, 'Server', stopped.signal, name => {
    if (!seen.has(name)) seen.set(name, performance.now());
  });
  const note = (name: string) => {
    if (!found.has(name)) found.set(name, performance.now());
  };
  side.onFinding(note);
  try {
    for (const server of servers) {
      const next = performance.now() + everyMs;
      await edit(fixture, server, true);
      await sleep(Math.max(0, next - performance.now()));
    }
    const deadline = performance.now() + PATIENCE_MS;
    while (servers.some(({ metadata }) => !found.has(metadata.name))) {
      if (performance.now() > deadline) throw new Error('A finding is missing');
      await sleep(50);
    }
    await side.idle();
  } finally {
    stopped.abort();
    for (const server of servers) await edit(fixture, server, false);
    await sleep(2_500);
    await side.idle();
  }
  // The first warms up
  return servers
    .slice(1)
    .map(({ metadata: { name } }) => found.get(name)! - seen.get(name)!);
}
