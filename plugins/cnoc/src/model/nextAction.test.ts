import type { Fabric } from '@cnoc/backstage-plugin-cnoc-common';
import { labClos, labMesh, staleFabric } from '../__testUtils__/fabrics';
import { nextAction } from './nextAction';

const failedSync: Fabric = {
  ...labMesh,
  status: { ...labMesh.status, sync: { state: 'failed' } },
};
const onlyOrphans: Fabric = {
  ...labMesh,
  resources: { ...labMesh.resources, orphaned: 1 },
};

describe('nextAction', () => {
  it.each([
    ['a drifted fabric', labClos, 'Review 5 changes'],
    ['a fabric in sync', labMesh, 'Nothing to do'],
    ['a cluster that does not answer', staleFabric, 'Fix the connection'],
    ['a failed sync', failedSync, 'See what git said'],
    ['only orphans', onlyOrphans, 'Review 1 resource outside git'],
  ])('%s', (_, fabric, label) => {
    expect(nextAction(fabric).label).toBe(label);
  });
});
