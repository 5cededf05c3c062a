import type { FabricGit } from '@cnoc/backstage-plugin-cnoc-common';
import type { Tone } from './describeStatus';
import { shortSha } from '../text/shortSha';

/**
 * What git said about a fabric, in a sentence.
 *
 * @internal
 */
export function describeGit(git: FabricGit): {
  tone: Tone;
  word: string;
  sentence: string;
} {
  const { state, message } = git.sync;
  switch (state) {
    case 'syncing':
      return { tone: 'busy', word: 'Syncing', sentence: 'Git is being read' };
    case 'never':
      return {
        tone: 'waiting',
        word: 'Never synced',
        sentence: 'Git has not been read yet',
      };
    case 'failed':
      return {
        tone: 'bad',
        word: 'Failed',
        sentence: message ?? 'Git could not be read',
      };
    default: {
      const behind = git.head && git.head.sha !== git.commit?.sha;
      return behind
        ? {
            tone: 'busy',
            word: 'Behind',
            sentence: `A newer commit, ${shortSha(
              git.head!.sha,
            )}, waits to be read`,
          }
        : {
            tone: 'good',
            word: 'Synced',
            sentence: 'The newest commit is in force',
          };
    }
  }
}
