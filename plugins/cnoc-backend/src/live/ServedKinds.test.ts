import { ClusterClient } from './ClusterClient';
import { ClusterError } from './ClusterError';
import { ConnectionGate } from './ConnectionGate';
import { defaultTimings } from './LiveTimings';
import { ServedKinds } from './ServedKinds';

const minute = 60_000;

describe('ServedKinds', () => {
  let served: ReadonlySet<string> | ClusterError;
  let waits: number[];
  let endWait: () => void;
  let changes: { gone: string[]; come: string[] }[];
  let kinds: ServedKinds;
  let ended: AbortController;
  let running: Promise<void>;

  beforeEach(() => {
    served = new Set(['VPC', 'Switch']);
    waits = [];
    changes = [];
    kinds = new ServedKinds({
      client: {
        served: async () => {
          if (served instanceof ClusterError) throw served;
          return served;
        },
      } as Partial<ClusterClient> as ClusterClient,
      gate: {
        pass: async () => {},
      } as Partial<ConnectionGate> as ConnectionGate,
      timings: defaultTimings,
      kinds: ['VPC', 'Switch', 'Gateway'],
      onChange: change => changes.push(change),
      pause: (ms, signal) =>
        new Promise(resolve => {
          waits.push(ms);
          endWait = resolve;
          signal.addEventListener('abort', () => resolve());
        }),
    });
    ended = new AbortController();
    running = kinds.run(ended.signal);
  });
  afterEach(async () => {
    ended.abort();
    await running;
  });

  const settled = () => new Promise(resolve => setImmediate(resolve));
  const ask = async () => {
    endWait();
    await settled();
  };

  it('C12: asks each minute, and tells once what is gone and what has come', async () => {
    expect(changes).toEqual([]);
    await ask();
    expect(changes).toEqual([{ gone: ['Gateway'], come: [] }]);
    await ask();
    expect(changes).toHaveLength(1);
    served = new Set(['VPC', 'Gateway']);
    await ask();
    expect(changes.slice(1)).toEqual([{ gone: ['Switch'], come: ['Gateway'] }]);
    expect(waits).toHaveLength(4);
    expect(Math.min(...waits)).toBeGreaterThanOrEqual(0.9 * minute);
    expect(Math.max(...waits)).toBeLessThanOrEqual(1.1 * minute);
  });

  it('knows no more than before where it gets no answer', async () => {
    served = new ClusterError('forbidden', 'no discovery');
    await ask();
    await ask();
    expect(changes).toEqual([]);
    expect(waits).toHaveLength(3);
  });

  it('C12: asks more often, for a while, when a kind may be on its way out', async () => {
    kinds.suspect();
    await settled();
    for (let asked = 0; asked < 20; asked += 1) await ask();
    const [first, ...later] = waits;
    expect(first).toBeGreaterThanOrEqual(0.9 * minute);
    const short = later.filter(ms => ms <= 5_500);
    expect(short).toHaveLength(12);
    expect(later.slice(0, 12)).toEqual(short);
  });
});
