import { Diagnostic, kinds, validateFabric, validationRules } from '..';
import { exampleFabric, ruleExample } from './exampleFabric';

const said = (diagnostics: Diagnostic[]) =>
  diagnostics.map(
    ({ rule, kind, name, path, message }) =>
      `${rule} ${kind} ${name} ${path}: ${message}`,
  );
const isGap = ({ rule }: Diagnostic) => rule.endsWith('.unchecked');

describe('the example fabric', () => {
  it('has an object of every kind and nothing wrong', () => {
    const objects = exampleFabric();
    expect(
      kinds.filter(({ kind }) => !objects.some(object => object.kind === kind)),
    ).toEqual([]);
    expect(
      said(
        validateFabric(
          objects.map(object => ({ object, file: 'a.yaml', line: 1 })),
          { isComplete: true, settings: {} },
        ).filter(found => !isGap(found)),
      ),
    ).toEqual([]);
  });
});

describe('rules', () => {
  it('have unique ids, and kinds of the table', () => {
    const ids = validationRules.map(({ id }) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    const names = kinds.map(({ kind }) => kind);
    expect(
      validationRules.flatMap(rule =>
        rule.kinds.filter(kind => !names.includes(kind)),
      ),
    ).toEqual([]);
  });

  it('are sentences', () => {
    expect(
      validationRules
        .filter(({ sentence }) => !/^[A-Z].*[.`]$/.test(sentence))
        .map(({ id }) => id),
    ).toEqual([]);
  });

  describe.each(validationRules.map(rule => [rule.id, rule] as const))(
    '%s',
    (id, rule) => {
      const run = (which: 'accepts' | 'refuses', without?: string) => {
        const { objects, options } = ruleExample(rule, which);
        return validateFabric(objects, { ...options, without });
      };

      it('accepts', () => {
        const found = run('accepts');
        expect(
          said(found.filter(one => !isGap(one) || one.rule === id)),
        ).toEqual([]);
      });

      it('refuses, and says where', () => {
        const found = run('refuses').filter(
          one => !isGap(one) || one.rule === id,
        );
        expect([...new Set(found.map(one => one.rule))]).toEqual([id]);
        for (const one of found) {
          expect(one.severity).toBe(rule.severity);
          expect(one.message).toMatch(/\.$/);
        }
        for (const one of found.filter(other => !isGap(other))) {
          expect(one).toMatchObject({
            name: expect.any(String),
            file: expect.stringMatching(/\.yaml$/),
            line: expect.any(Number),
          });
          expect(rule.kinds.length > 0 ? rule.kinds : [one.kind]).toContain(
            one.kind,
          );
        }
      });

      it('is needed: without it nothing finds the fault', () => {
        expect(
          said(
            run('refuses', id).filter(one => !isGap(one) || one.rule === id),
          ),
        ).toEqual([]);
      });
    },
  );
});
