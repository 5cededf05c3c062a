import { noResources } from '../drift/DatabaseResourceStateStore';
import type { FabricObservation } from '../fabrics/FabricStore';
import { presentFabric } from './presentFabric';

const health = (observation: FabricObservation | undefined) =>
  presentFabric({
    record: {
      definition: {
        name: 'a',
        repository: 'lab',
        path: '',
        cluster: 'one',
        namespace: 'default',
      },
      origin: 'config',
      revision: 0,
      driftState: 'unknown',
      managedKinds: [],
      told: {},
      observation,
    },
    run: { state: 'never', diagnostics: [] },
    counts: noResources(),
    findings: { critical: 0, warning: 0, info: 0 },
    repository: undefined,
    lab: false,
    lastDeployment: undefined,
  }).status.health.state;

const seen = (
  states: FabricObservation['switches'][number]['state'][],
  staleSince?: string,
): FabricObservation => ({
  connection: { state: 'connected', staleSince, unknownKinds: [] },
  switches: states.map((state, index) => ({ name: `s${index}`, state })),
});

describe('health of a fabric', () => {
  it.each([
    ['healthy', seen(['ready', 'ready'])],
    ['progressing', seen(['ready', 'lagging'])],
    ['degraded', seen(['lagging', 'silent'])],
    ['unknown', seen([])],
    ['unknown', seen(['unknown'])],
    ['unknown', seen(['ready'], '2026-01-01T00:00:00Z')],
    ['unknown', undefined],
  ])('is %s', (state, observation) => {
    expect(health(observation)).toBe(state);
  });
});
