import { labClos, labMesh, staleFabric } from '../__testUtils__/fabrics';
import { layersOf } from './layersOf';

const words = (fabric: typeof labClos) => layersOf(fabric).map(l => l.word);

describe('layersOf', () => {
  it('shows where intent stops', () => {
    expect(words(labClos)).toEqual([
      'All valid',
      '6 differ',
      '4 up to date, 2 not',
    ]);
    expect(words(labMesh)).toEqual([
      'All valid',
      'As in git',
      'All up to date',
    ]);
  });

  it('says how old each layer’s state is', () => {
    const at = '2026-11-21T01:12:00.000Z';
    const waiting = {
      ...labClos,
      layers: {
        ...labClos.layers,
        cluster: { ...labClos.layers.cluster, since: at },
        lagging: { resources: 3, since: at },
      },
    };
    expect(layersOf(waiting).map(layer => layer.age)).toEqual([
      { words: 'read', at: labClos.status.sync.at },
      { words: 'the oldest since', at },
      { words: '3 resources not applied since', at },
    ]);
    const silent = {
      ...labClos,
      layers: {
        ...labClos.layers,
        switches: labClos.layers.switches.map(one => ({ ...one, since: at })),
      },
    };
    expect(layersOf(silent)[2].age).toEqual({ words: 'the longest since', at });
    expect(layersOf(staleFabric).map(layer => layer.age?.words)).toEqual([
      'read',
      'last seen',
      'last seen',
    ]);
  });

  it('marks what a silent cluster said as stale, and never calls it current', () => {
    const layers = layersOf(staleFabric);
    expect(layers.map(l => l.stale)).toEqual([false, true, true]);
    expect(layers[1].word).toBe('Unknown now');
    expect(layers[0].word).toBe('Newest commit not readable');
  });
});
