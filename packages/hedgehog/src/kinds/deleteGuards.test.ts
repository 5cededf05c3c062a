import { deleteGuards, kinds, referencesOf } from '..';
import { exampleFabric } from '../validate/exampleFabric';

describe('delete guards', () => {
  it('hold every reference between kinds that the example fabric has, and name kinds of the table', () => {
    const known = new Set(
      deleteGuards.map(({ kind, blockedBy }) => `${blockedBy} → ${kind}`),
    );
    const used = exampleFabric().flatMap(object =>
      referencesOf(object)
        .filter(({ external }) => !external)
        .map(({ kind }) => `${object.kind} → ${kind}`),
    );
    expect(used.length).toBeGreaterThan(30);
    expect(used.filter(pair => !known.has(pair))).toEqual([]);
    const names = kinds.map(({ kind }) => kind);
    for (const { kind, blockedBy } of deleteGuards) {
      expect(names).toContain(kind);
      expect(names).toContain(blockedBy);
    }
  });
});
