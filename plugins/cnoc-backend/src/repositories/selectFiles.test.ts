import { selectFiles } from './selectFiles';

const oid = 'a'.repeat(40);
const file = (path: string, more: object = {}) => ({
  path,
  type: 'file' as const,
  oid,
  size: 1,
  ...more,
});

describe('selectFiles', () => {
  it('G22: a name that is not UTF-8 is reported, for it may hide a resource', () => {
    const { files, skipped } = selectFiles(
      [file('f/good.yaml'), file('f/caf\ufffd.yaml', { badName: true })],
      path => path.endsWith('.yaml'),
    );
    expect(files.map(({ path }) => path)).toEqual(['f/good.yaml']);
    expect(skipped).toMatchObject([
      { rule: 'git.fileName', severity: 'critical', file: 'f/caf\ufffd.yaml' },
    ]);
  });
});
