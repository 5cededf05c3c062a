import type { Fabric } from '@cnoc/backstage-plugin-cnoc-common';
import { plural } from '../text/plural';
import type { Tone } from './describeStatus';

/** @internal */
export type Layer = {
  id: 'git' | 'cluster' | 'switches';
  title: string;
  count: string;
  tone: Tone;
  word: string;
  stale: boolean;
  /** Words before a time, for example `read` 3 min ago */
  age?: Age;
};

type Age = { words: string; at: string };

/**
 * The three layers with what each holds and whether intent got through to it.
 *
 * @internal
 */
export function layersOf(fabric: Fabric): Layer[] {
  const { layers, status } = fabric;
  const { staleSince } = status.connection;
  const stale = staleSince !== undefined;
  const lastSeen = staleSince
    ? { words: 'last seen', at: staleSince }
    : undefined;
  return [
    {
      id: 'git',
      title: 'Git',
      count: plural(layers.git.resources, 'resource'),
      stale: false,
      age: readAt(fabric),
      ...describeGit(fabric),
    },
    {
      id: 'cluster',
      title: 'Cluster',
      count: plural(layers.cluster.resources, 'resource'),
      stale,
      age: lastSeen ?? differsSince(fabric),
      ...describeCluster(fabric),
    },
    {
      id: 'switches',
      title: 'Switches',
      count: plural(layers.switches.length, 'switch', 'switches'),
      stale,
      age: lastSeen ?? waitsSince(fabric),
      ...describeSwitches(fabric),
    },
  ];
}

function readAt({ layers, status }: Fabric): Age | undefined {
  const at = layers.git.at ?? status.sync.at;
  return at ? { words: 'read', at } : undefined;
}

function differsSince({ layers }: Fabric): Age | undefined {
  const { differing, since } = layers.cluster;
  return differing > 0 && since
    ? { words: differing === 1 ? 'since' : 'the oldest since', at: since }
    : undefined;
}

/** Since when a resource waits for its switches; where none does, since when a switch is not well. */
function waitsSince({ layers }: Fabric): Age | undefined {
  const { resources = 0, since } = layers.lagging ?? {};
  if (resources > 0 && since) {
    return {
      words: `${plural(resources, 'resource')} not applied since`,
      at: since,
    };
  }
  const [oldest] = layers.switches
    .filter(one => one.state !== 'ready')
    .flatMap(one => one.since ?? [])
    .sort();
  return oldest ? { words: 'the longest since', at: oldest } : undefined;
}

type Look = Pick<Layer, 'tone' | 'word'>;

/** While the cluster does not answer, even what was equal may no longer be. */
const UNKNOWN_NOW: Look = { tone: 'unknown', word: 'Unknown now' };

function describeGit({ layers, status }: Fabric): Look {
  if (status.sync.state === 'never') {
    return { tone: 'unknown', word: 'Not read yet' };
  }
  if (layers.git.invalid > 0) {
    return { tone: 'bad', word: `${layers.git.invalid} not valid` };
  }
  return status.sync.state === 'failed'
    ? { tone: 'bad', word: 'Newest commit not readable' }
    : { tone: 'good', word: 'All valid' };
}

function describeCluster({ layers, status }: Fabric): Look {
  if (status.connection.state === 'unknown') {
    return { tone: 'unknown', word: 'Not read yet' };
  }
  if (status.connection.staleSince) return UNKNOWN_NOW;
  return layers.cluster.differing > 0
    ? { tone: 'warning', word: `${layers.cluster.differing} differ` }
    : { tone: 'good', word: 'As in git' };
}

function describeSwitches({ layers, status }: Fabric): Look {
  const total = layers.switches.length;
  const ready = layers.switches.filter(s => s.state === 'ready').length;
  if (total === 0) return { tone: 'unknown', word: 'None known' };
  if (status.connection.staleSince) return UNKNOWN_NOW;
  return ready < total
    ? { tone: 'warning', word: `${ready} up to date, ${total - ready} not` }
    : { tone: 'good', word: 'All up to date' };
}
