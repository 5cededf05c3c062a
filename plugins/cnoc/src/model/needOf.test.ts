import { labClos, labMesh, staleFabric } from '../__testUtils__/fabrics';
import { compareByNeed } from './needOf';

describe('needOf', () => {
  it('sorts lost traffic before a silent cluster before a fabric in sync', () => {
    const sorted = [labMesh, staleFabric, labClos].sort(compareByNeed);
    expect(sorted.map(f => f.name)).toEqual([
      'lab-clos',
      'dc-west',
      'lab-mesh',
    ]);
  });
});
