import { setTimeout as sleep } from 'node:timers/promises';

/** Collects garbage, then looks. Bytes. */
async function look() {
  for (let count = 0; count < 4; count += 1) {
    globalThis.gc();
    await sleep(50);
  }
  const { heapUsed, external, rss } = process.memoryUsage();
  return { heap: heapUsed + external, rss };
}

export const tellMemory = {
  look,
  /**
   * Waits until the number of objects stays the same for two seconds, and tells the parent what they take.
   *
   * @param {() => number} count
   * @param {{ heap: number, rss: number }} before
   */
  async settled(count, before) {
    let last = -1;
    for (let same = 0; same < 20; same += 1) {
      await sleep(100);
      const now = count();
      if (now === 0 || now !== last) {
        same = 0;
      }
      last = now;
    }
    const after = await look();
    process.send({
      objects: last,
      heap: after.heap - before.heap,
      rss: after.rss - before.rss,
    });
  },
};
