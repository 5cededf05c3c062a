import { deploymentRunning } from '../__testUtils__/deployments';
import { mergeSteps } from './mergeSteps';

const [first, second] = deploymentRunning.steps;

describe('mergeSteps', () => {
  it('takes what has come further, from whichever side', () => {
    const merged = mergeSteps(
      [first, second],
      new Map([
        [first.seq, { ...first, status: 'running' as const }],
        [second.seq, { ...second, status: 'failed' as const }],
      ]),
    );
    expect(merged.map(s => s.status)).toEqual(['succeeded', 'failed']);
  });
});
