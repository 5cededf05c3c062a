import { backoffMs } from './backoff';
import { connectionState, KindState } from './connectionState';

const kind = (
  name: string,
  phase: KindState['phase'],
  more: Partial<KindState> = {},
): KindState => ({ kind: name, essential: true, phase, ...more });

describe('connectionState', () => {
  it.each<[string, KindState[], string | undefined]>([
    ['unknown', [kind('VPC', 'starting')], undefined],
    [
      'connected',
      [kind('VPC', 'current'), kind('Switch', 'starting')],
      undefined,
    ],
    [
      'connected',
      [kind('VPC', 'current'), kind('Gateway', 'absent', { essential: false })],
      undefined,
    ],
    ['degraded', [kind('VPC', 'current'), kind('Switch', 'absent')], undefined],
    [
      'degraded',
      [kind('VPC', 'current'), kind('Agent', 'failing', { essential: false })],
      undefined,
    ],
    [
      'degraded',
      [kind('VPC', 'starting'), kind('Switch', 'failing')],
      undefined,
    ],
    [
      'disconnected',
      [kind('VPC', 'failing'), kind('Switch', 'failing')],
      undefined,
    ],
    [
      'disconnected',
      [kind('VPC', 'current')],
      'The cluster cannot be reached.',
    ],
  ])('is %s for %j', (state, kinds, gate) => {
    expect(connectionState(kinds, gate).state).toBe(state);
  });

  it('names the kinds and the reason', () => {
    const kinds = [
      kind('VPC', 'current'),
      kind('Switch', 'failing', { message: 'switches is forbidden' }),
    ];
    expect(connectionState(kinds, undefined).message).toBe(
      'Cannot read Switch. switches is forbidden',
    );
  });
});

describe('backoffMs', () => {
  const options = { minMs: 100, maxMs: 1_000 };

  it('doubles, is bounded and never below half of it', () => {
    const all = [1, 2, 3, 4, 5, 50].map(n => backoffMs(n, options, () => 1));
    expect(all).toEqual([100, 200, 400, 800, 1_000, 1_000]);
    expect(backoffMs(50, options, () => 0)).toBe(500);
  });

  it('K9: waits at least as long as the server asks', () => {
    expect(backoffMs(1, { ...options, atLeastMs: 7_000 })).toBe(7_000);
  });
});
