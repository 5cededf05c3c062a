import type { ResourceState } from '@cnoc/backstage-plugin-cnoc-common';
import type { Tone } from '../../model/describeStatus';
import { StatusWord } from '../StatusWord/StatusWord';

const looks: Record<
  ResourceState,
  { tone: Tone; word: string; means: string }
> = {
  draft: { tone: 'busy', word: 'Draft', means: 'Edited here, not in git' },
  committed: {
    tone: 'warning',
    word: 'Committed',
    means: 'In git, not in the cluster',
  },
  pending: {
    tone: 'busy',
    word: 'Pending',
    means: 'Being applied, or not yet applied by the switch agents',
  },
  synced: { tone: 'good', word: 'Synced', means: 'Git and cluster agree' },
  drifted: {
    tone: 'bad',
    word: 'Drifted',
    means: 'The cluster differs from git',
  },
  orphaned: {
    tone: 'warning',
    word: 'Orphaned',
    means: 'In the cluster, not in git',
  },
  unknown: {
    tone: 'unknown',
    word: 'Unknown',
    means: 'The cluster could not be read',
  },
};

/** @internal */
export const StateWord = (props: { state: ResourceState }) => {
  const { tone, word, means } = looks[props.state];
  return (
    <span title={means}>
      <StatusWord tone={tone}>{word}</StatusWord>
    </span>
  );
};
