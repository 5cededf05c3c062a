import type { Draft } from '@cnoc/backstage-plugin-cnoc-common';
import type { Tone } from './describeStatus';

const looks: Record<Draft['state'], { tone: Tone; word: string }> = {
  ready: { tone: 'good', word: 'Ready' },
  invalid: { tone: 'bad', word: 'Invalid' },
  conflict: { tone: 'warning', word: 'Git changed' },
  same: { tone: 'unknown', word: 'In git already' },
};

/**
 * Whether a draft can be committed, in a word.
 *
 * @internal
 */
export function describeDraft(draft: Pick<Draft, 'state'>) {
  return looks[draft.state];
}
