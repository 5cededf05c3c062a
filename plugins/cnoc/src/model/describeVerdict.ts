import type { Tone } from './describeStatus';
import type { Verdict } from './mergeVerdicts';

const looks: Record<Verdict['verdict'], { tone: Tone; word: string }> = {
  create: { tone: 'busy', word: 'New in git' },
  update: { tone: 'busy', word: 'Changes git' },
  same: { tone: 'unknown', word: 'In git already' },
  invalid: { tone: 'bad', word: 'Invalid' },
};

/**
 * What would become of a document, in a word.
 *
 * @internal
 */
export function describeVerdict(verdict: Verdict['verdict']) {
  return looks[verdict];
}
