import { fabricEntityName, resourceEntityName } from './entityName';

const kinds = new Set(['vpc', 'server', 'connection', 'switch']);
const nameOf = (fabric: string, kind: string, name: string) =>
  resourceEntityName({ fabric, kind, name }, kinds);
const VALID = /^([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]$/;

describe('entity names', () => {
  it.each([
    ['lab-clos', 'Server', 'server-01', 'lab-clos-server-server-01'],
    ['lab', 'VPC', 'vpc-1', 'lab-vpc-vpc-1'],
    [
      'lab',
      'Connection',
      'server-1--eslag--leaf-1--leaf-2',
      'lab-connection-server-1--eslag--leaf-1--leaf-2',
    ],
    ['lab', 'Switch', 'leaf.1', 'lab-switch-leaf.1'],
  ])('%s, %s, %s is %s', (fabric, kind, name, expected) => {
    expect(nameOf(fabric, kind, name)).toBe(expected);
  });

  it.each([
    ['longer than 63 characters', 'lab', 'Server', 'x'.repeat(253)],
    ['with characters that the catalog refuses', 'lab', 'Server', 'a b/ç'],
    ['with nothing that the catalog takes', '§', 'Server', '§'],
    ['in upper case', 'LAB', 'Server', 'A'],
    ['with a hyphen at the end', 'lab', 'Server', 'x-'],
  ])('a name %s is cut and gets a hash', (_, fabric, kind, name) => {
    const first = nameOf(fabric, kind, name);
    expect(first).toMatch(/-[0-9a-f]{12}$/);
    expect(first).toMatch(VALID);
    expect(first.length).toBeLessThanOrEqual(63);
    expect(nameOf(fabric, kind, name)).toBe(first);
  });

  it.each([
    [
      'two long names',
      ['lab', 'Server', 'x'.repeat(100)],
      ['lab', 'Server', 'x'.repeat(101)],
    ],
    [
      'names that differ in case',
      ['lab', 'Server', 'A'],
      ['lab', 'Server', 'a'],
    ],
    [
      'names that differ in what is replaced',
      ['lab', 'Server', 'a b'],
      ['lab', 'Server', 'a/b'],
    ],
    [
      'a kind in the name and a kind in the fabric',
      ['lab', 'VPC', 'server-x'],
      ['lab-vpc', 'Server', 'x'],
    ],
    [
      'the same with more parts',
      ['a', 'VPC', 'b-server-c'],
      ['a-vpc-b', 'Server', 'c'],
    ],
  ])('%s do not meet', (_, one, other) => {
    const [a, b] = [one, other].map(([f, k, n]) => nameOf(f, k, n));
    expect(a).not.toBe(b);
  });

  it('a name cannot pretend to be a hashed one', () => {
    const hashed = nameOf('lab', 'Server', 'a b');
    const forged = hashed.replace('lab-server-', '');
    expect(nameOf('lab', 'Server', forged)).not.toBe(hashed);
  });

  it('a fabric keeps its name where it can', () => {
    expect(fabricEntityName('lab-clos')).toBe('lab-clos');
    expect(fabricEntityName('Lab')).toMatch(/^lab-[0-9a-f]{12}$/);
    expect(fabricEntityName('x'.repeat(64)).length).toBeLessThanOrEqual(63);
  });
});
