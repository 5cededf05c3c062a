import { KubernetesObject } from '../model/KubernetesObject';
import { readYaml } from '../yaml/readYaml';
import { editDocument } from './editDocument';

const storage = `# Storage of hall 2, ask Storage Operations before a change
apiVersion: vpc.githedgehog.com/v1beta1
kind: VPC
metadata:
  name: storage   # short: names become interface names
spec:
  ipv4Namespace: 'default'
  subnets:
    default: # servers
      subnet: 10.0.1.0/24
      vlan: 1001 # agreed with the campus
      dhcp: { enable: true, range: {start: 10.0.1.10} }

    # backup runs at night only
    backup:
        subnet: "10.0.2.0/24"
        vlan: 1002
  permit:
  - [default, backup]
  # end of file
`;

function objectOf(text: string): KubernetesObject {
  return structuredClone(readYaml(text, { file: 'x.yaml' }).objects[0].object);
}

function edited(
  text: string,
  change: (spec: any) => void,
): { text: string; isReprinted: boolean } {
  const object = objectOf(text);
  // Test data: each change knows the shape that it changes
  change(object.spec);
  const result = editDocument(text, object);
  expect(objectOf(result.text)).toEqual(JSON.parse(JSON.stringify(object)));
  return result;
}

/** What `diff` would show: lines that went and lines that came. */
function changes(before: string, after: string): string[] {
  const a = before.split('\n');
  const b = after.split('\n');
  let head = 0;
  while (head < Math.min(a.length, b.length) && a[head] === b[head]) head += 1;
  let tail = 0;
  while (
    tail < Math.min(a.length, b.length) - head &&
    a[a.length - 1 - tail] === b[b.length - 1 - tail]
  )
    tail += 1;
  return [
    ...a.slice(head, a.length - tail).map(line => `-${line}`),
    ...b.slice(head, b.length - tail).map(line => `+${line}`),
  ];
}

describe('editDocument', () => {
  it('leaves a document alone that says it already', () => {
    expect(editDocument(storage, objectOf(storage))).toEqual({
      text: storage,
      isReprinted: false,
    });
  });

  it.each<[string, (spec: any) => void, string[]]>([
    [
      'a number, and its comment stays',
      spec => (spec.subnets.default.vlan = 1234),
      [
        '-      vlan: 1001 # agreed with the campus',
        '+      vlan: 1234 # agreed with the campus',
      ],
    ],
    [
      'a text in its quotes',
      spec => (spec.ipv4Namespace = 'other'),
      ["-  ipv4Namespace: 'default'", "+  ipv4Namespace: 'other'"],
    ],
    [
      'a text that would be read as something else, quoted',
      spec => (spec.subnets.default.subnet = 'no'),
      ['-      subnet: 10.0.1.0/24', '+      subnet: "no"'],
    ],
    [
      'a new field at the end of its map, in the indentation of it',
      spec => (spec.subnets.backup.isolated = true),
      ['+        isolated: true'],
    ],
    [
      'a field less',
      spec => delete spec.subnets.default.subnet,
      ['-      subnet: 10.0.1.0/24'],
    ],
    [
      'a whole subnet less; what is said about its place stays',
      spec => delete spec.subnets.backup,
      ['-    backup:', '-        subnet: "10.0.2.0/24"', '-        vlan: 1002'],
    ],
    [
      'a new subnet',
      spec => (spec.subnets.third = { subnet: '10.0.3.0/24', vlan: 1003 }),
      ['+    third:', '+      subnet: 10.0.3.0/24', '+      vlan: 1003'],
    ],
    [
      'inside of braces',
      spec => (spec.subnets.default.dhcp.range.start = '10.0.1.20'),
      [
        '-      dhcp: { enable: true, range: {start: 10.0.1.10} }',
        '+      dhcp: { enable: true, range: {start: 10.0.1.20} }',
      ],
    ],
    [
      'braces that get another key',
      spec => (spec.subnets.default.dhcp.range.end = '10.0.1.99'),
      [
        '-      dhcp: { enable: true, range: {start: 10.0.1.10} }',
        '+      dhcp: { enable: true, range: {start: 10.0.1.10, end: 10.0.1.99} }',
      ],
    ],
    ['an item more', spec => spec.permit.push(['default']), ['+  - - default']],
    [
      'an empty list',
      spec => (spec.permit = []),
      ['-  permit:', '-  - [default, backup]', '+  permit: []'],
    ],
  ])('changes %s', (_what, change, expected) => {
    const result = edited(storage, change);
    expect(changes(storage, result.text)).toEqual(expected);
    expect(result.isReprinted).toBe(false);
  });

  it('keeps line ends, also a missing last one', () => {
    const text = storage.trimEnd().replaceAll('\n', '\r\n');
    const result = edited(text, spec => (spec.subnets.default.vlan = 7));
    expect(result.text).toBe(text.replace('vlan: 1001', 'vlan: 7'));
  });

  it('adds below a document that ends without a line end', () => {
    const text = storage.slice(0, storage.indexOf('  permit:')).trimEnd();
    const result = edited(text, spec => (spec.permit = [['default']]));
    expect(result.text).toBe(`${text}\n  permit:\n    - - default`);
  });

  it('takes the first key of an item away', () => {
    const text = storage.replace(
      '  - [default, backup]',
      '  - a: 1\n    b: 2 # two',
    );
    const result = edited(text, spec => delete spec.permit[0].a);
    expect(result.text).toBe(text.replace('a: 1\n    b', 'b'));
  });

  it('prints anew, and says so, where an anchor is shared', () => {
    const text = storage
      .replace('vlan: 1001', 'vlan: &v 1001')
      .replace('vlan: 1002', 'vlan: *v');
    const result = edited(text, spec => (spec.subnets.default.vlan = 5));
    expect(result.isReprinted).toBe(true);
    expect(result.text).toMatch(/^# Storage of hall 2/);
  });

  it('takes over a value that came through an anchor', () => {
    const text = storage
      .replace('vlan: 1001', 'vlan: &v 1001')
      .replace('vlan: 1002', 'vlan: *v');
    const result = edited(text, spec => (spec.subnets.backup.vlan = 5));
    expect(result).toEqual({
      text: text.replace('vlan: *v', 'vlan: 5'),
      isReprinted: false,
    });
  });

  it('keeps JSON as JSON', () => {
    const text = `${JSON.stringify(objectOf(storage), null, 2)}\n`;
    const result = edited(text, spec => (spec.subnets.default.vlan = 5));
    expect(result.isReprinted).toBe(false);
    expect(changes(text, result.text)).toEqual([
      '-        "vlan": 1001,',
      '+        "vlan": 5,',
    ]);
  });

  it('prints what cannot be read anew', () => {
    const object = objectOf(storage);
    expect(editDocument('a: [', object)).toMatchObject({ isReprinted: true });
  });
});
