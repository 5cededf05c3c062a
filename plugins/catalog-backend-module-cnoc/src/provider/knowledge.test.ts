import { aFabric } from '../testing/aFabric';
import { isKindKnown, isSettled, stampOf } from './knowledge';

const staleSince = '2026-01-01T00:00:00Z';

describe('what a fabric knows', () => {
  it.each([
    ['connected and synced', aFabric(), true, true],
    ['degraded', aFabric({ connection: { state: 'degraded' } }), true, true],
    [
      'one kind unknown',
      aFabric({ connection: { unknownKinds: ['Switch'] } }),
      true,
      false,
    ],
    [
      'this kind unknown',
      aFabric({ connection: { unknownKinds: ['Server'] } }),
      false,
      false,
    ],
    ['stale', aFabric({ connection: { staleSince } }), false, false],
    [
      'disconnected',
      aFabric({ connection: { state: 'disconnected' } }),
      false,
      false,
    ],
    [
      'connection unknown',
      aFabric({ connection: { state: 'unknown' } }),
      false,
      false,
    ],
    ['sync failed', aFabric({ sync: { state: 'failed' } }), false, false],
    ['never synced', aFabric({ sync: { state: 'never' } }), false, false],
    ['syncing', aFabric({ sync: { state: 'syncing' } }), false, false],
  ])('%s', (_, fabric, known, settled) => {
    expect(isKindKnown(fabric, 'Server')).toBe(known);
    expect(isSettled(fabric)).toBe(settled);
  });

  it.each([
    ['revision', aFabric({ revision: 2 })],
    ['connection', aFabric({ connection: { state: 'degraded' } })],
    ['staleness', aFabric({ connection: { staleSince } })],
    ['unknown kinds', aFabric({ connection: { unknownKinds: ['VPC'] } })],
    ['sync', aFabric({ sync: { state: 'syncing' } })],
  ])('the stamp changes with %s', (_, fabric) => {
    expect(stampOf(aFabric())).toBe(stampOf(aFabric()));
    expect(stampOf(fabric)).not.toBe(stampOf(aFabric()));
  });
});
