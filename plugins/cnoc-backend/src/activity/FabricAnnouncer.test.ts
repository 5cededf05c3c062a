import { mockServices } from '@backstage/backend-test-utils';
import { FabricAnnouncer } from './FabricAnnouncer';

describe('FabricAnnouncer', () => {
  const events = mockServices.events.mock({ publish: async () => {} });
  const publish = jest.fn(async () => {});
  let announcer: FabricAnnouncer;

  beforeEach(() => {
    jest.useFakeTimers();
    jest.clearAllMocks();
    announcer = FabricAnnouncer.create({
      events,
      signals: { publish } as never,
      logger: mockServices.logger.mock(),
    });
  });
  afterEach(() => {
    announcer.close();
    jest.useRealTimers();
  });

  const told = () =>
    events.publish.mock.calls.map(
      ([{ eventPayload }]) => (eventPayload as { revision: number }).revision,
    );

  it('tells the first change at once and the last one after a rest', () => {
    for (let revision = 1; revision <= 50; revision++) {
      announcer.announce({ fabric: 'a', revision });
    }
    expect(told()).toEqual([1]);
    jest.advanceTimersByTime(1000);
    expect(told()).toEqual([1, 50]);
    jest.advanceTimersByTime(1000);
    expect(told()).toEqual([1, 50]);
    expect(publish).toHaveBeenLastCalledWith({
      recipients: { type: 'broadcast' },
      channel: 'cnoc.fabric',
      message: { fabric: 'a', revision: 50 },
    });
  });

  it('never tells more than once a second, fabric by fabric', () => {
    for (let ms = 0; ms < 5000; ms += 10) {
      announcer.announce({ fabric: 'a', revision: ms });
      jest.advanceTimersByTime(10);
    }
    expect(told().length).toBeLessThanOrEqual(6);
    announcer.announce({ fabric: 'b', revision: 7 });
    expect(told().at(-1)).toBe(7);
  });

  it('leaves no timer and no change behind', () => {
    announcer.announce({ fabric: 'a', revision: 1 });
    announcer.announce({ fabric: 'a', revision: 2 });
    announcer.close();
    expect(told()).toEqual([1, 2]);
    expect(jest.getTimerCount()).toBe(0);
  });
});
