import type { Deployment } from '@cnoc/backstage-plugin-cnoc-common';
import type { Tone } from '../../model/describeStatus';
import { StatusWord } from '../StatusWord/StatusWord';

const looks: Record<Deployment['status'], { tone: Tone; word: string }> = {
  queued: { tone: 'waiting', word: 'Queued' },
  running: { tone: 'busy', word: 'Running' },
  succeeded: { tone: 'good', word: 'Succeeded' },
  failed: { tone: 'bad', word: 'Failed' },
  partial: { tone: 'warning', word: 'Partly applied' },
};

/** @internal */
export const DeploymentStatusWord = (props: {
  status: Deployment['status'];
}) => (
  <StatusWord tone={looks[props.status].tone}>
    {looks[props.status].word}
  </StatusWord>
);
