import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { impactRules, rulesTable, severityRules, validationRules } from '..';
import { filesBelow } from '../__testUtils__/sharedData';
import { readingRules } from './readingRules';

const source = resolve(__dirname, '..');
const known = new Set(
  [...validationRules, ...severityRules, ...impactRules, ...readingRules].map(
    ({ id }) => id,
  ),
);
const families = new Set([...known].map(id => id.split('.')[0]));

/** Texts of the source that have the form of a rule's id and begin like one. */
function idsIn(file: string): string[] {
  const text = readFileSync(join(source, file), 'utf8');
  return [...text.matchAll(/['"`]([a-z][A-Za-z0-9]*(?:\.[A-Za-z0-9]+)+)['"`]/g)]
    .map(([, id]) => id)
    .filter(id => families.has(id.split('.')[0]));
}

describe('ids of rules', () => {
  const files = filesBelow(source).filter(
    file =>
      /\.ts$/.test(file) && !/\.test\.ts$|__testUtils__|\/example/.test(file),
  );

  it('no source names a rule that the table of rules does not have', () => {
    const unknown = files.flatMap(file =>
      idsIn(file)
        .filter(id => !known.has(id) && !id.endsWith('.githedgehog.com'))
        .map(id => `${file}: ${id}`),
    );
    expect(unknown).toEqual([]);
  });

  it('every place that makes a diagnostic names its rule as a plain text, so that the scan sees it', () => {
    const made = files.flatMap(file => {
      const text = readFileSync(join(source, file), 'utf8');
      return [...text.matchAll(/\brule: (`[^`]*`)/g)].map(
        ([, id]) => `${file}: ${id}`,
      );
    });
    // Effects are the one exception: their ids are put together from two closed lists.
    expect(made).toEqual([
      'meaning/judgeDrift.ts: `impact.${first.type}.${first.change}`',
    ]);
  });

  it('the page has a row for each', () => {
    const page = rulesTable();
    expect([...known].filter(id => !page.includes(`| \`${id}\` |`))).toEqual(
      [],
    );
  });
});
