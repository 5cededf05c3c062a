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

  it('marks what a silent cluster said as stale, and never calls it current', () => {
    const layers = layersOf(staleFabric);
    expect(layers.map(l => l.stale)).toEqual([false, true, true]);
    expect(layers[1].word).toBe('Unknown now');
    expect(layers[0].word).toBe('Newest commit not readable');
  });
});
