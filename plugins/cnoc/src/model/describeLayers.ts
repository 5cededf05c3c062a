import type { ResourceLayers } from '@cnoc/backstage-plugin-cnoc-common';
import { plural } from '../text/plural';
import type { Tone } from './describeStatus';

type Look = { tone: Tone; word: string };
type Agents = ResourceLayers['agents'];

/** @internal */
export const gitLooks: Record<ResourceLayers['git']['state'], Look> = {
  present: { tone: 'good', word: 'In git' },
  invalid: { tone: 'bad', word: 'In git, not valid' },
  absent: { tone: 'warning', word: 'Not in git' },
  unknown: { tone: 'unknown', word: 'Not read yet' },
};

/** @internal */
export const clusterLooks: Record<ResourceLayers['cluster']['state'], Look> = {
  same: { tone: 'good', word: 'As in git' },
  differs: { tone: 'bad', word: 'Differs' },
  missing: { tone: 'warning', word: 'Not in the cluster' },
  extra: { tone: 'warning', word: 'Only the cluster has it' },
  deleting: { tone: 'busy', word: 'Being deleted' },
  unknown: { tone: 'unknown', word: 'Unknown' },
};

/** @internal */
export const agentLooks: Record<Agents['state'], Look> = {
  applied: { tone: 'good', word: 'Applied' },
  lagging: { tone: 'busy', word: 'Not applied yet' },
  broken: { tone: 'bad', word: 'Not on every switch' },
  unknown: { tone: 'unknown', word: 'Unknown' },
  none: { tone: 'waiting', word: 'No switch needs it' },
};

const badness = ['silent', 'unhealthy', 'lagging', 'unknown', 'ready'];

/**
 * How many of the switches that need a resource have it, and which ones are in the way.
 *
 * @internal
 */
export function describeAgents(agents: Agents): {
  /** Absent where there is nothing to count */
  sentence?: string;
  /** Worst first */
  others: Agents['switches'];
} {
  const { state, switches } = agents;
  const total = switches.length;
  if (total === 0) return { others: [] };
  // A switch may lag behind with something else while this one is applied.
  const others =
    state === 'applied'
      ? []
      : switches
          .filter(one => one.state !== 'ready')
          .sort((a, b) => badness.indexOf(a.state) - badness.indexOf(b.state));
  if (state === 'unknown') {
    return {
      sentence: `Nobody knows whether ${plural(
        total,
        'switch',
        'switches',
      )} applied it`,
      others,
    };
  }
  if (state === 'lagging' && others.length === 0) {
    return {
      sentence:
        total === 1
          ? 'Its switch has not applied it yet'
          : `Not all of ${total} switches applied it yet`,
      others,
    };
  }
  const applied = total - others.length;
  return {
    sentence: `${applied} of ${plural(total, 'switch', 'switches')} applied it`,
    others,
  };
}
