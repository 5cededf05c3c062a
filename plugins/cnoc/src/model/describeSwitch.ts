import type {
  LinkState,
  SwitchHealth,
} from '@cnoc/backstage-plugin-cnoc-common';
import { plural } from '../text/plural';
import type { Tone } from './describeStatus';

/** Worst first. */
const looks: Record<SwitchHealth['state'], { tone: Tone; word: string }> = {
  silent: { tone: 'bad', word: 'Silent' },
  unhealthy: { tone: 'bad', word: 'Unhealthy' },
  lagging: { tone: 'busy', word: 'Lagging' },
  unknown: { tone: 'unknown', word: 'Unknown' },
  ready: { tone: 'good', word: 'Ready' },
};
const order = Object.keys(looks);

/**
 * The state of a switch as a word. What cannot be renewed looks like what is not known.
 *
 * @internal
 */
export function describeSwitch(
  { state }: Pick<SwitchHealth, 'state'>,
  staleSince?: string,
): { tone: Tone; word: string } {
  const { tone, word } = looks[state];
  return { tone: staleSince ? 'unknown' : tone, word };
}

/** @internal */
export function compareSwitches(a: SwitchHealth, b: SwitchHealth): number {
  return (
    order.indexOf(a.state) - order.indexOf(b.state) ||
    a.name.localeCompare(b.name)
  );
}

/**
 * How far the agent has come: `generation 22`, `generation 20 of 22`.
 *
 * @internal
 */
export function describeGenerations({
  generation,
  appliedGeneration,
}: SwitchHealth): string | undefined {
  if (generation === undefined) return undefined;
  if (appliedGeneration === generation) return `generation ${generation}`;
  return `generation ${appliedGeneration ?? 'none'} of ${generation}`;
}

/**
 * `12 of 13 interfaces up`, `4 of 4 BGP sessions up`; what is not known is said and not counted as up.
 *
 * @internal
 */
export function describeSessions({
  interfaces,
  bgp,
}: Pick<SwitchHealth, 'interfaces' | 'bgp'>): {
  words: string[];
  wrong: boolean;
} {
  const words: string[] = [];
  if (interfaces) {
    const { up, down, unknown } = interfaces;
    words.push(
      `${up} of ${plural(up + down + unknown, 'interface')} up${
        unknown > 0 ? `, ${unknown} unknown` : ''
      }`,
    );
  }
  if (bgp) {
    words.push(
      `${bgp.established} of ${plural(
        bgp.established + bgp.down,
        'BGP session',
      )} up`,
    );
  }
  return {
    words,
    wrong: (interfaces?.down ?? 0) > 0 || (bgp?.down ?? 0) > 0,
  };
}

/** @internal */
export const linkLooks: Record<LinkState, { tone: Tone; word: string }> = {
  down: { tone: 'bad', word: 'Down' },
  degraded: { tone: 'warning', word: 'Degraded' },
  unknown: { tone: 'unknown', word: 'Unknown' },
  up: { tone: 'good', word: 'Up' },
};

/** Of one end of a link, and of a port. */
export const portLooks: Record<
  'up' | 'down' | 'disabled' | 'unknown',
  { tone: Tone; word: string }
> = {
  down: { tone: 'bad', word: 'Down' },
  disabled: { tone: 'waiting', word: 'Disabled' },
  unknown: { tone: 'unknown', word: 'Unknown' },
  up: { tone: 'good', word: 'Up' },
};

/**
 * Are the switches well? In one sentence.
 *
 * @internal
 */
export function summariseSwitches(
  switches: readonly SwitchHealth[],
  staleSince?: string,
): { tone: Tone; sentence: string } {
  const count = (...states: SwitchHealth['state'][]) =>
    switches.filter(({ state }) => states.includes(state)).length;
  const total = plural(switches.length, 'switch', 'switches');
  const bad = count('silent', 'unhealthy');
  const lagging = count('lagging');
  const unknown = count('unknown');
  if (staleSince) {
    return {
      tone: 'unknown',
      sentence: `Nobody knows: what is shown of ${total} cannot be renewed`,
    };
  }
  if (bad > 0) {
    return {
      tone: 'bad',
      sentence: `${bad} of ${total} ${bad === 1 ? 'is' : 'are'} not well`,
    };
  }
  if (unknown > 0) {
    return {
      tone: 'unknown',
      sentence: `Nothing is known of ${unknown} of ${total}`,
    };
  }
  if (lagging > 0) {
    return {
      tone: 'busy',
      sentence: `${lagging} of ${total} ${
        lagging === 1 ? 'has' : 'have'
      } not applied the newest yet`,
    };
  }
  return {
    tone: 'good',
    sentence: `All well: ${total} reporting, and nothing waits to be applied`,
  };
}
