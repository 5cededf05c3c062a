import { readYaml } from '..';
import { readingRules } from './readingRules';

describe('rules of reading', () => {
  it.each(readingRules.map(rule => [rule.id, rule] as const))(
    '%s',
    (id, { accepts, refuses, severity, sentence }) => {
      const read = (text: string | Uint8Array) =>
        readYaml(text, { file: 'a.yaml' }).diagnostics;
      expect(sentence).toMatch(/^[A-Z].*\.$/);
      expect(read(accepts)).toEqual([]);
      const found = read(refuses);
      expect([...new Set(found.map(({ rule }) => rule))]).toEqual([id]);
      for (const diagnostic of found)
        expect(diagnostic).toMatchObject({
          severity,
          file: 'a.yaml',
          line: expect.any(Number),
        });
    },
  );
});
