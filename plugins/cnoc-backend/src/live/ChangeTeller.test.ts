import { ChangeTeller } from './ChangeTeller';

describe('ChangeTeller', () => {
  let told: number[];
  let isCaughtUp: boolean;
  let teller: ChangeTeller;

  beforeEach(() => {
    jest.useFakeTimers();
    // Nothing was told for long
    jest.advanceTimersByTime(1_000);
    told = [];
    isCaughtUp = true;
    const began = performance.now();
    teller = new ChangeTeller({
      timings: { coalesceMs: 50, quietMs: 250, waveMaxMs: 10_000 },
      isCaughtUp: () => isCaughtUp,
      tell: () => told.push(Math.round(performance.now() - began)),
    });
  });
  afterEach(() => {
    teller.stop();
    jest.useRealTimers();
  });

  const pass = (ms: number) => jest.advanceTimersByTime(ms);
  const note = (times = 1) => {
    for (let index = 0; index < times; index += 1) teller.note();
  };

  it('tells the first change at once, and those that follow closely as one', () => {
    note();
    pass(0);
    expect(told).toEqual([0]);
    note();
    pass(20);
    note();
    pass(500);
    expect(told).toEqual([0, 50]);
  });

  it('K26: tells a wave as one, when it has come to rest', () => {
    teller.beginWave();
    for (let index = 0; index < 10; index += 1) {
      note();
      pass(100);
    }
    expect(told).toEqual([]);
    pass(1_000);
    expect(told).toHaveLength(1);
    expect(told[0]).toBeGreaterThanOrEqual(900 + 250);
    expect(told[0]).toBeLessThan(900 + 2 * 250);
  });

  it('K26: a wave is not at rest while something is not caught up with', () => {
    teller.beginWave();
    note();
    isCaughtUp = false;
    pass(3_000);
    expect(told).toEqual([]);
    isCaughtUp = true;
    pass(300);
    expect(told).toHaveLength(1);
  });

  it('K26: a wave that does not end is told now and then', () => {
    teller.beginWave();
    for (let index = 0; index < 120; index += 1) {
      note();
      pass(100);
    }
    expect(told[0]).toBeGreaterThanOrEqual(10_000);
    expect(told[0]).toBeLessThan(10_500);
  });

  it('K26: a burst while all is well is a wave', () => {
    note(10);
    pass(0);
    expect(told).toEqual([0]);
    note(201);
    pass(100);
    note(50);
    pass(200);
    expect(told).toEqual([0]);
    pass(500);
    expect(told).toHaveLength(2);
  });

  it('what comes all the time does not keep a wave from coming to rest', () => {
    teller.beginWave();
    for (let index = 0; index < 10; index += 1) {
      teller.note({ isRoutine: true });
      pass(100);
    }
    expect(told[0]).toBeLessThan(400);
  });

  it('a wave that brings nothing is not told, and what comes next is told at once', () => {
    teller.beginWave();
    pass(1_000);
    expect(told).toEqual([]);
    note();
    pass(0);
    expect(told).toEqual([1_000]);
  });

  it('tells at once what must not wait, and nothing once it is stopped', () => {
    teller.beginWave();
    note();
    pass(10);
    teller.endWave();
    expect(told).toEqual([10]);
    note();
    teller.stop();
    pass(1_000);
    expect(told).toEqual([10]);
  });
});
