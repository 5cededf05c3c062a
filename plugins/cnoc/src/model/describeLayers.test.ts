import type { ResourceLayers } from '@cnoc/backstage-plugin-cnoc-common';
import { describeAgents } from './describeLayers';

type Agents = ResourceLayers['agents'];
type State = Agents['switches'][number]['state'];

const agents = (state: Agents['state'], ...states: State[]): Agents => ({
  state,
  switches: states.map((one, n) => ({ name: `leaf-${n + 1}`, state: one })),
});

describe('describeAgents', () => {
  it.each<[string, Agents, string | undefined, string[]]>([
    ['no switch needs it', agents('none'), undefined, []],
    [
      'all have it',
      agents('applied', 'ready', 'ready'),
      '2 of 2 switches applied it',
      [],
    ],
    [
      'all have it, and one is behind with something else',
      agents('applied', 'ready', 'lagging'),
      '2 of 2 switches applied it',
      [],
    ],
    [
      'the worst first',
      agents('broken', 'lagging', 'silent', 'ready'),
      '1 of 3 switches applied it',
      ['leaf-2', 'leaf-1'],
    ],
    [
      'it lags, and no switch says that it is behind',
      agents('lagging', 'ready'),
      'Its switch has not applied it yet',
      [],
    ],
    [
      'nobody knows',
      agents('unknown', 'unknown', 'unknown'),
      'Nobody knows whether 2 switches applied it',
      ['leaf-1', 'leaf-2'],
    ],
  ])('%s', (_name, layer, sentence, others) => {
    const described = describeAgents(layer);
    expect(described.sentence).toBe(sentence);
    expect(described.others.map(({ name }) => name)).toEqual(others);
  });
});
