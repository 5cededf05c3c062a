import { checkedFile, defaultFile, foldersOf } from './filePlace';

describe('checkedFile', () => {
  it('takes YAML files inside of the fabric’s directory', () => {
    expect(checkedFile('lab/vpcs/a b.yml', 'lab')).toBe('lab/vpcs/a b.yml');
    expect(checkedFile('a.yaml', '')).toBe('a.yaml');
  });

  it.each([
    ['lab/../x.yaml', /inside the repository/],
    ['lab/.git/x.yaml', /inside the repository/],
    ['lab/a\\b.yaml', /inside the repository/],
    ['/lab/x.yaml', /as 'lab\/x\.yaml'/],
    ['lab//x.yaml', /as 'lab\/x\.yaml'/],
    ['labs/x.yaml', /fabric's directory 'lab'/],
    ['lab/x.json', /\.yaml or \.yml/],
    ['lab/.yaml', /\.yaml or \.yml/],
    ['lab/Chart.yaml', /Helm/],
  ])('G6: refuses %s', (file, words) => {
    expect(() => checkedFile(file, 'lab')).toThrow(words);
  });
});

describe('defaultFile', () => {
  const vpc = { kind: 'VPC', name: 'new' };
  const place = (
    present: { kind: string; name: string; file: string }[],
    taken: string[] = [],
    folder = 'lab',
  ) =>
    defaultFile(vpc, {
      folder,
      present,
      isTaken: path => taken.includes(path),
    });

  it('is a file of its own below a directory of the kind', () => {
    expect(place([])).toBe('lab/vpc/new.yaml');
    expect(place([], [], '')).toBe('vpc/new.yaml');
    expect(place([{ kind: 'Switch', name: 'a', file: 'lab/x/a.yaml' }])).toBe(
      'lab/vpc/new.yaml',
    );
  });

  it('is beside its kind when all of that are in one directory', () => {
    const a = { kind: 'VPC', name: 'a', file: 'lab/nets/all.yaml' };
    expect(place([a])).toBe('lab/nets/new.yaml');
    expect(place([a, { ...a, name: 'b', file: 'lab/other/b.yaml' }])).toBe(
      'lab/vpc/new.yaml',
    );
    expect(place([{ ...a, file: 'all.yaml' }], [], '')).toBe('new.yaml');
  });

  it('does not take the name of another file', () => {
    expect(place([], ['lab/vpc/new.yaml'])).toBe('lab/vpc/vpc-new.yaml');
  });
});

it('folders of a path, from the top', () => {
  expect(foldersOf('a/b/c.yaml')).toEqual(['a', 'a/b']);
  expect(foldersOf('c.yaml')).toEqual([]);
});
