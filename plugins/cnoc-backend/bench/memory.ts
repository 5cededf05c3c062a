import { fork } from 'node:child_process';
import path from 'node:path';
import { kinds } from '@cnoc/hedgehog';
import type { Fixture, Fixtures } from './fixture';
import { figuresOf } from './measure';
import type { Row } from './report';

interface Memory {
  objects: number;
  heap: number;
  rss: number;
}

const ROUNDS = 3;
const MEGABYTE = 1024 * 1024;

/** B23: what it takes to hold 10,000 live objects, each side in a process of its own, after garbage was collected. */
export async function memory(fixtures: Fixtures): Promise<Row[]> {
  const fixture = fixtures.of(10_000);
  const ours: Memory[] = [];
  const theirs: Memory[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    ours.push(await holding('memoryOurs.ts', fixture));
    theirs.push(await holding('memoryClientNode.mjs', fixture));
  }
  const counts = [...ours, ...theirs].map(({ objects }) => objects);
  // CNOC leaves out the few that Hedgehog's own controllers make.
  if (Math.max(...counts) - Math.min(...counts) > 10) {
    throw new Error(`The sides hold ${counts.join(', ')} objects`);
  }
  const row = (what: string, of: (one: Memory) => number): Row => ({
    id: 'B23',
    what: `hold 10,000 live objects: ${what}`,
    unit: 'MB',
    ours: figuresOf(ours.map(one => of(one) / MEGABYTE)),
    baseline: {
      name: 'client-node informers',
      figures: figuresOf(theirs.map(one => of(one) / MEGABYTE)),
    },
    atMost: 1,
    note: 'what is added to each process after its code was loaded; the process row includes what reading left behind. CNOC holds each object in canonical form with its hash and its field managers; the informers hold it as it came.',
  });
  return [
    row('heap', one => one.heap),
    row('process grows by', one => one.rss),
  ];
}

function holding(file: string, { url, kubeconfig }: Fixture): Promise<Memory> {
  const served = kinds.map(({ group, version, plural }) => ({
    group,
    version,
    plural,
  }));
  return new Promise((resolve, reject) => {
    const child = fork(
      path.join(__dirname, file),
      [url, kubeconfig, JSON.stringify(served)],
      {
        execArgv: [
          ...(file.endsWith('.ts') ? process.execArgv : []),
          '--expose-gc',
        ],
        stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      },
    );
    child.on('message', (message: object) => {
      // The loader of TypeScript tells its own things through the same channel.
      if ('heap' in message) {
        resolve(message as Memory);
        child.kill();
      }
    });
    child.once('exit', code => reject(new Error(`${file} ended with ${code}`)));
  });
}
