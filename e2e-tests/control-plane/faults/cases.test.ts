import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(__dirname, '../../..');
const table = readFileSync(join(__dirname, '..', 'README.md'), 'utf8');

type Place = 'real server' | 'lab' | 'unit';

/** Names of cases at the beginning of the name of a test: `K5: …`, `K5, K26: …`. */
const NAME = /['"`]((?:[A-Z]\d+, )*[A-Z]\d+): /g;
const USES_LAB = /@cnoc\/lab|LiveHarness|startTestEngine|startEmptyLab/;

function testedIn(folder: string): Map<string, Set<Place>> {
  const found = new Map<string, Set<Place>>();
  const files = readdirSync(join(root, folder), {
    recursive: true,
    encoding: 'utf8',
  }).filter(
    file =>
      /(\.test\.tsx?|Cases\.ts|Contract\.ts)$/.test(file) &&
      !file.includes('node_modules'),
  );
  for (const file of files) {
    const text = readFileSync(join(root, folder, file), 'utf8');
    for (const [, names] of text.matchAll(NAME)) {
      for (const name of names.split(', ')) {
        const places = found.get(name) ?? new Set<Place>();
        found.set(name, places.add(placeOf(folder, text)));
      }
    }
  }
  return found;
}

function placeOf(folder: string, text: string): Place {
  if (folder.startsWith('e2e-tests')) return 'real server';
  return folder === 'packages/lab' || USES_LAB.test(text) ? 'lab' : 'unit';
}

/** Rows of the table: `| K1 | real server, lab | why not here |`. */
const rows = [
  ...table.matchAll(/^\| ([KCHT]\d+) +\| ([a-z, ]*?) *\| (.*?) *\|$/gm),
].map(([, name, places, note]) => ({
  name,
  places: places.split(', ').filter(Boolean) as Place[],
  note,
}));

const numbered = (letter: string, first: number, last: number) =>
  Array.from(
    { length: last - first + 1 },
    (_, index) => `${letter}${first + index}`,
  );

describe('the table of cases', () => {
  const tested = [
    'e2e-tests/control-plane',
    'plugins/cnoc-backend/src',
    'packages/lab',
    'packages/hedgehog',
  ].map(testedIn);
  const isTested = (name: string, place: Place) =>
    tested.some(found => found.get(name)?.has(place));

  it('has a row for each case of clusters and drift', () => {
    expect(rows.map(({ name }) => name)).toEqual([
      ...numbered('K', 1, 27),
      ...numbered('C', 12, 18),
      'H23',
      'T1',
      'T4',
    ]);
  });

  it.each(rows)('$name is tested where it says', ({ name, places, note }) => {
    const missing = places.filter(place => !isTested(name, place));
    // What is not tested before the real server says why.
    const isSilent = !places.includes('real server') && note === '';
    expect({ missing, isSilent }).toEqual({ missing: [], isSilent: false });
  });
});
