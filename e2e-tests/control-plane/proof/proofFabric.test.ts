import { validateFabric } from '@cnoc/hedgehog';
import { proofFabric } from './proofFabric';

const seeds = Array.from({ length: 50 }, (_, index) => index + 1);

describe('a fabric of the proof', () => {
  it.each(seeds)('with seed %d has nothing wrong with it', seed => {
    // A fabric is checked as in its own cluster, where its namespace is the default one.
    const objects = proofFabric(seed).objects.map(object => ({
      ...object,
      metadata: { ...object.metadata, namespace: 'default' },
    }));
    const found = validateFabric(
      objects.map((object, index) => ({
        object,
        file: 'fabric.yaml',
        line: index + 1,
      })),
      { isComplete: true },
    );
    expect(found.filter(({ severity }) => severity === 'critical')).toEqual([]);
  });

  it('is of every shape, and the same for the same seed', () => {
    expect(new Set(seeds.map(seed => proofFabric(seed).shape))).toEqual(
      new Set(['spine-leaf', 'mesh']),
    );
    expect(proofFabric(7)).toEqual(proofFabric(7));
  });
});
