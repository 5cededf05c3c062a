import { createHash } from 'node:crypto';
import { sharedParser } from './__testUtils__/sharedParser';
import { fileId, KnownFile } from './KnownFile';
import { parseDesired } from './parseDesired';

const file = (path: string, text: string) => ({
  path,
  oid: createHash('sha1').update(text).digest('hex'),
  text: Buffer.from(text),
});

const vlans = (name: string, extra = '') =>
  `apiVersion: wiring.githedgehog.com/v1beta1
kind: VLANNamespace
metadata:
  name: ${name}
${extra}spec:
  ranges:
    - { from: 1000, to: 2999 }
`;

const parse = (...files: ReturnType<typeof file>[]) =>
  parseDesired(
    { files, skipped: [] },
    { namespace: 'default', parser: sharedParser },
  );

const resourcesOf = ({ files }: { files: KnownFile[] }) =>
  files.flatMap(({ path, resources }) =>
    resources.map(resource => ({ file: path, ...resource })),
  );

describe('parseDesired', () => {
  it('reads resources with file and line', async () => {
    const parsed = await parse(
      file('f/a.yaml', `# comment\n---\n${vlans('one')}---\n${vlans('two')}`),
      file('f/b.yaml', vlans('three')),
    );
    expect(parsed.refusal).toBeUndefined();
    expect(
      resourcesOf(parsed).map(each => [each.name, each.file, each.line]),
    ).toEqual([
      ['one', 'f/a.yaml', 3],
      ['two', 'f/a.yaml', 11],
      ['three', 'f/b.yaml', 1],
    ]);
  });

  it('a namespace left out and the fabric’s own are the same', async () => {
    const one = await parse(file('a.yaml', vlans('x')));
    const two = await parse(
      file('a.yaml', vlans('x', '  namespace: default\n')),
    );
    const [hash] = resourcesOf(one).map(({ packed }) => packed!.hash);
    expect(resourcesOf(two)[0].packed!.hash).toBe(hash);
  });

  it('Y13: a broken document between two good ones refuses the commit', async () => {
    const parsed = await parse(
      file('f/a.yaml', `${vlans('one')}---\nkind: [\n---\n${vlans('two')}`),
    );
    expect(parsed.refusal).toMatch(/read whole.*f\/a\.yaml/);
    expect(parsed.fatal[0]).toMatchObject({
      severity: 'critical',
      file: 'f/a.yaml',
    });
  });

  it('C3: a resource in two files refuses the commit and names both', async () => {
    const parsed = await parse(
      file('f/a.yaml', vlans('one')),
      file('f/b.yaml', vlans('one')),
    );
    expect(parsed.refusal).toMatch(/f\/a\.yaml:1 and in f\/b\.yaml:1/);
    expect(
      parsed.fatal.filter(each => /duplicate/.test(each.rule)),
    ).toHaveLength(1);
  });

  it('G13: nothing at the path is never a wish to delete all', async () => {
    expect((await parse()).refusal).toMatch(/never taken as a wish/);
    expect((await parse(file('a.yaml', '# nothing\n'))).refusal).toMatch(
      /never taken as a wish/,
    );
  });

  it('a file that could not be read refuses the commit', async () => {
    const parsed = await parseDesired(
      {
        files: [file('a.yaml', vlans('one'))],
        skipped: [
          {
            rule: 'git.lfs',
            severity: 'critical',
            message: 'kept in LFS',
            file: 'b.yaml',
          },
        ],
      },
      { namespace: 'default', parser: sharedParser },
    );
    expect(parsed.refusal).toMatch(/b\.yaml: kept in LFS/);
  });

  it('leaves other kinds alone and says so', async () => {
    const parsed = await parse(
      file('a.yaml', vlans('one')),
      file('b.yaml', 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: x}\n'),
      file(
        'c.yaml',
        'apiVersion: agent.githedgehog.com/v1beta1\nkind: Agent\nmetadata: {name: x}\n',
      ),
    );
    expect(parsed.refusal).toBeUndefined();
    expect(resourcesOf(parsed).map(each => each.name)).toEqual(['one']);
    expect(parsed.notes.map(each => each.rule)).toEqual(
      expect.arrayContaining(['desired.otherKind', 'desired.controllerKind']),
    );
  });

  it('a resource for another namespace refuses the commit', async () => {
    const parsed = await parse(
      file('a.yaml', vlans('x', '  namespace: elsewhere\n')),
    );
    expect(parsed.refusal).toMatch(/elsewhere/);
  });

  it.each(['Upper', '../x', 'a_b', '-a', `a${'b'.repeat(253)}`])(
    'C4: a resource that no cluster could hold refuses the commit: %s',
    async name => {
      const parsed = await parse(file('a.yaml', vlans(`"${name}"`)));
      expect(parsed.refusal).toMatch(/a\.yaml/);
    },
  );

  it('B8: reads only files that changed, and finds what they now mean together', async () => {
    const one = file('f/a.yaml', vlans('one'));
    const before = await parse(one, file('f/b.yaml', vlans('two')));
    const unreadable = { ...one, text: Buffer.from('kind: [') };
    const after = await parseDesired(
      { files: [unreadable, file('f/b.yaml', vlans('one'))], skipped: [] },
      {
        namespace: 'default',
        parser: sharedParser,
        known: new Map(before.files.map(each => [fileId(each), each])),
      },
    );
    expect(after.refusal).toMatch(/defined twice/);
    expect(after.files[0]).toBe(before.files[0]);
    expect([before.parsed, after.parsed]).toEqual([2, 1]);
  });

  it('is bounded in objects', async () => {
    const many = Array.from({ length: 30 }, (_, i) => vlans(`v-${i}`));
    const tooMany = await parseDesired(
      { files: [file('a.yaml', many.join('---\n'))], skipped: [] },
      {
        namespace: 'default',
        parser: sharedParser,
        limits: { maxObjects: 20, maxDiagnostics: 5 },
      },
    );
    expect(tooMany.refusal).toMatch(/more than 20/);
  });
});
