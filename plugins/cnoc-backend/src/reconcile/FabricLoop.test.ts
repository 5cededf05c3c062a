import { mockServices } from '@backstage/backend-test-utils';
import type { DeploymentRunner } from '../deployments/DeploymentRunner';
import type { FabricDefinition } from '../fabrics/FabricDefinition';
import { noFence } from '../fabrics/Fence';
import { FabricLoop } from './FabricLoop';
import type { FabricPass } from './FabricPass';
import type { Reasons } from './Reasons';

const fabric = {
  name: 'f',
  repository: 'lab',
  path: '',
  cluster: 'one',
  namespace: 'default',
};

function build(options: {
  pass?: (
    reasons: Reasons,
    signal: AbortSignal,
    definition: FabricDefinition,
  ) => Promise<void>;
  deploy?: (signal: AbortSignal) => Promise<boolean>;
}) {
  const logger = mockServices.logger.mock();
  const loop = FabricLoop.create({
    fabric,
    pass: {
      run: async (
        definition: FabricDefinition,
        reasons: Reasons,
        _fence: unknown,
        signal: AbortSignal,
      ) => options.pass?.(reasons, signal, definition),
    } as unknown as FabricPass,
    runner: {
      run: async (_fabric: unknown, _fence: unknown, signal: AbortSignal) =>
        options.deploy?.(signal) ?? false,
    } as unknown as DeploymentRunner,
    logger,
    fence: noFence,
  });
  return { loop, logger };
}

describe('FabricLoop', () => {
  it('runs one pass at a time, and one more for all that woke it meanwhile', async () => {
    const seen: Reasons[] = [];
    let running = 0;
    let most = 0;
    const { loop } = build({
      pass: async reasons => {
        most = Math.max(most, ++running);
        seen.push(reasons);
        await new Promise(setImmediate);
        running--;
      },
    });
    loop.wake({ check: true });
    loop.wake({ poll: true });
    loop.wake({ sync: true, wakes: ['one'] });
    loop.wake({ check: true, wakes: ['two'] });
    await loop.idle();
    expect(most).toBe(1);
    expect(seen).toEqual([
      { check: true, wakes: [] },
      { poll: true, sync: true, check: true, wakes: ['one', 'two'] },
    ]);
  });

  it('takes an event after a quiet time at once, and rests when long passes follow each other', async () => {
    jest.useFakeTimers({ now: 0, doNotFake: ['setImmediate', 'nextTick'] });
    try {
      let passes = 0;
      const { loop } = build({
        pass: async () => {
          passes++;
          jest.advanceTimersByTime(400);
        },
      });
      const wake = async () => {
        loop.wake({ check: true });
        await new Promise(setImmediate);
        return passes;
      };
      expect(await wake()).toBe(1);
      expect(await wake()).toBe(2);
      expect(await wake()).toBe(2);
      jest.advanceTimersByTime(1_200);
      await loop.idle();
      expect(passes).toBe(3);
      loop.wake({ check: true });
      loop.wake({ check: true, wakes: ['one'] });
      await loop.idle();
      expect(passes).toBe(4);
    } finally {
      jest.useRealTimers();
    }
  });

  it('goes on with another description of its fabric, and compares again', async () => {
    const titles: unknown[] = [];
    const { loop } = build({
      pass: async (_reasons, _signal, definition) => {
        titles.push(definition.title);
      },
    });
    loop.define({ ...fabric });
    loop.define({ ...fabric, title: 'Another' });
    await loop.idle();
    expect(titles).toEqual(['Another']);
  });

  it('outlives every error, and tells no more of it than may be told', async () => {
    let times = 0;
    const { loop, logger } = build({
      pass: async () => {
        if (++times === 1) throw new Error('connect ECONNREFUSED 10.0.0.1:22');
      },
    });
    loop.wake({ check: true });
    await loop.idle();
    loop.wake({ check: true });
    await loop.idle();
    expect(times).toBe(2);
    expect(JSON.stringify(logger.warn.mock.calls)).not.toContain('10.0.0.1');
  });

  it('compares again after a deployment, which runs beside the passes', async () => {
    const order: string[] = [];
    let finish: () => void = () => {};
    const { loop } = build({
      pass: async () => {
        order.push('pass');
        finish();
      },
      deploy: async () => {
        order.push('deploy');
        await new Promise<void>(resolve => {
          finish = resolve;
        });
        order.push('deployed');
        return true;
      },
    });
    loop.deploy();
    loop.wake({ check: true });
    await loop.idle();
    expect(order).toEqual(['deploy', 'pass', 'deployed', 'pass']);
  });

  it('stops: aborts what runs, waits for its end, takes nothing new', async () => {
    let aborted = false;
    let passes = 0;
    const { loop } = build({
      pass: async (_reasons, signal) => {
        passes++;
        await new Promise<void>(resolve => {
          signal.addEventListener('abort', () => {
            aborted = true;
            resolve();
          });
        });
      },
    });
    loop.wake({ check: true });
    await loop.stop();
    loop.wake({ check: true });
    loop.deploy();
    await loop.idle();
    expect({ aborted, passes }).toEqual({ aborted: true, passes: 1 });
  });
});
