import { createHash } from 'node:crypto';
import { sharedParser } from './__testUtils__/sharedParser';
import { vlans } from './__testUtils__/DesiredHarness';
import { isResourceFile, parseDesired } from './parseDesired';
import { PredecessorLayout } from './PredecessorLayout';

const tree = {
  'gitops/f/.hnp/manifest.yaml': 'fabric: f\nraw: raw/\n',
  'gitops/f/.hnp/archive-log.yaml': '- file: a.yaml\n',
  'gitops/f/README.md': '# f\n',
  'gitops/f/managed/vlannamespaces/one.yaml': `# made by the predecessor\n${vlans(
    'one',
  ).replace(
    '  name: one\n',
    '  name: one\n  annotations:\n    hnp.githedgehog.com/original-file: a.yaml\n',
  )}`,
  'gitops/f/managed/vlannamespaces/two.yaml': vlans('two'),
  'gitops/f/raw/.gitkeep': '',
  'gitops/f/raw/a.yaml': `${vlans('one')}---\n${vlans('two', 2000)}`,
  'gitops/f/raw/old.yaml.archived': vlans('old'),
  'gitops/f/raw/new.yaml': vlans('new'),
  'gitops/f/unmanaged/broken.yaml': 'kind: [',
  'gitops/f/unmanaged/cm.yaml': 'kind: ConfigMap\n',
};

/** Reads files as the engine does, with the paths shown to the layout first. */
async function read(files: Record<string, string>) {
  const layout = PredecessorLayout.below('gitops/f');
  const paths = Object.keys(files).filter(path => {
    layout.see(path);
    return isResourceFile(path);
  });
  const parsed = await parseDesired(
    {
      files: paths
        .filter(path => !layout.isSetAside(path))
        .map(path => ({
          path,
          oid: createHash('sha1').update(files[path]).digest('hex'),
          text: Buffer.from(files[path]),
        })),
      skipped: [],
    },
    { namespace: 'default', parser: sharedParser, layout },
  );
  return {
    ...parsed,
    resources: parsed.files.flatMap(({ path, resources }) =>
      resources.map(({ name }) => `${name} ${path.replace('gitops/f/', '')}`),
    ),
  };
}

describe('a directory laid out by the predecessor', () => {
  it('counts managed/, and what waits in raw/; sets unmanaged/ and .hnp/ aside', async () => {
    const { refusal, resources, notes } = await read(tree);
    expect(refusal).toBeUndefined();
    expect(resources.sort()).toEqual([
      'new raw/new.yaml',
      'one managed/vlannamespaces/one.yaml',
      'two managed/vlannamespaces/two.yaml',
    ]);
    // The tool's annotations are no difference; another range is.
    expect(notes.map(({ severity, name }) => `${severity} ${name}`)).toEqual([
      'info one',
      'warning two',
    ]);
  });

  it('a file of which not all counts is read again: what it holds may count tomorrow', async () => {
    const { files } = await read(tree);
    expect(
      files.filter(({ isPartial }) => isPartial).map(({ path }) => path),
    ).toEqual(['gitops/f/raw/a.yaml']);
  });

  it('elsewhere the same names are names like others', async () => {
    const { refusal } = await read({
      'gitops/f/managed/one.yaml': vlans('one'),
      'gitops/f/raw/one.yaml': vlans('one'),
    });
    expect(refusal).toMatch(/defined twice/);
  });
});

describe('isResourceFile', () => {
  it.each([
    ['f/a.yaml', true],
    ['f/a.YML', true],
    ['f/a.json', true],
    ['f/a.yaml.archived', false],
    ['.github/workflows/a.yaml', false],
    ['f/.yamllint.yaml', false],
  ])('%s: %s', (path, expected) => {
    expect(isResourceFile(path)).toBe(expected);
  });
});
