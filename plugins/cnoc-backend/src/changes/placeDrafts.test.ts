import { canonicalize, hashOf, readYaml } from '@cnoc/hedgehog';
import type { DesiredObject } from '../desired';
import { editFiles } from './editFiles';
import { placeDrafts } from './PlacedDraft';
import type { StoredDraft } from './StoredDraft';

const vpc = (name: string, more = '') =>
  `# about ${name}\napiVersion: vpc.githedgehog.com/v1beta1\nkind: VPC\nmetadata:\n  name: ${name}\n${more}`;

function git(texts: Record<string, string>, others: string[] = []) {
  const objects = Object.entries(texts).flatMap(([file, text]) =>
    readYaml(text, { file }).objects.map(({ object, line }): DesiredObject => {
      const canonical = canonicalize(object);
      const { kind, metadata } = object;
      const hash = hashOf(canonical);
      return { kind, name: metadata.name, file, line, object, canonical, hash };
    }),
  );
  return {
    objects,
    files: {
      commit: { sha: 'a'.repeat(40), message: '' },
      paths: new Set([...Object.keys(texts), ...others]),
      texts: new Map(Object.entries(texts)),
    },
    folder: 'lab',
  };
}

const draft = (name: string, more: Partial<StoredDraft> = {}): StoredDraft => ({
  kind: 'VPC',
  name,
  action: 'write',
  yaml: vpc(name, 'spec: {}\n'),
  version: 'v',
  updatedAt: '2026-01-01T00:00:00.000Z',
  updatedBy: 'user:default/one',
  ...more,
});

function place(
  drafts: StoredDraft[],
  texts: Record<string, string>,
  others?: string[],
) {
  const state = git(texts, others);
  const placed = placeDrafts({ drafts, ...state });
  return { placed, edits: editFiles(placed, state.files.texts) };
}

describe('drafts held against git', () => {
  const file = 'lab/all.yaml';
  const two = `${vpc('a')}---\n${vpc('b')}`;

  it('change their document and no other', () => {
    const { placed, edits } = place(
      [draft('b', { base: { yaml: vpc('b') } })],
      { [file]: two },
    );
    expect(placed).toMatchObject([{ action: 'update', state: 'ready', file }]);
    expect(edits).toEqual([
      {
        path: file,
        before: two,
        after: `${vpc('a')}---\n${vpc('b', 'spec: {}\n')}`,
      },
    ]);
  });

  it('move their document when they name another file', () => {
    const { edits } = place(
      [draft('b', { base: { yaml: vpc('b') }, file: 'lab/b.yaml' })],
      { [file]: two },
    );
    expect(edits).toEqual([
      { path: file, before: two, after: vpc('a') },
      { path: 'lab/b.yaml', before: undefined, after: vpc('b', 'spec: {}\n') },
    ]);
  });

  it('take a file away with its last document', () => {
    const text = `# VPCs\n---\n${vpc('a')}`;
    const { edits } = place(
      [
        draft('a', {
          action: 'delete',
          yaml: undefined,
          base: { yaml: vpc('a') },
        }),
      ],
      { [file]: text },
    );
    expect(edits).toEqual([{ path: file, before: text }]);
  });

  it('share a new file', () => {
    const { edits } = place([draft('a', { file }), draft('b', { file })], {});
    expect(edits).toEqual([
      {
        path: file,
        before: undefined,
        after: `${vpc('a', 'spec: {}\n')}---\n${vpc('b', 'spec: {}\n')}`,
      },
    ]);
  });

  it.each<[string, StoredDraft, Record<string, string>, string]>([
    [
      'says it already',
      draft('a', { yaml: vpc('a') }),
      { [file]: two },
      'same',
    ],
    [
      'says it already, in other line ends',
      draft('a', { yaml: vpc('a').replaceAll('\n', '\r\n') }),
      { [file]: two },
      'same',
    ],
    [
      'has not got it any more',
      draft('z', { action: 'delete', yaml: undefined, base: { yaml: 'x' } }),
      { [file]: two },
      'same',
    ],
    [
      'changed it',
      draft('a', { base: { yaml: vpc('a', '# old\n') } }),
      { [file]: two },
      'conflict',
    ],
    ['got one of the name', draft('a'), { [file]: two }, 'conflict'],
    [
      'removed it',
      draft('z', { base: { yaml: vpc('z') } }),
      { [file]: two },
      'conflict',
    ],
  ])('git %s', (_what, one, texts, state) => {
    const { placed } = place([one], texts);
    expect(placed).toMatchObject([{ state }]);
  });

  it('cannot change one resource of a List', () => {
    const list = `apiVersion: v1\nkind: List\nitems:\n- apiVersion: vpc.githedgehog.com/v1beta1\n  kind: VPC\n  metadata: {name: a}\n`;
    const { placed } = place([draft('a', { base: { yaml: list } })], {
      [file]: list,
    });
    expect(placed).toMatchObject([
      { state: 'invalid', message: expect.stringContaining('List') },
    ]);
  });

  it('G5: do not pass through what is no directory or no plain file', () => {
    const at = (path: string, other: string) =>
      place([draft('a', { file: path })], {}, [other]).placed;
    expect(at('lab/link/a.yaml', 'lab/link')).toMatchObject([
      { state: 'invalid' },
    ]);
    expect(at('lab/a.yaml', 'lab/a.yaml')).toMatchObject([
      { state: 'invalid' },
    ]);
    expect(at('lab/x/a.yaml', 'lab/xy')).toMatchObject([{ state: 'ready' }]);
  });

  it('have another etag when git’s document changes', () => {
    const one = draft('a', { base: { yaml: vpc('a') } });
    const etagAt = (text: string) =>
      place([one], { [file]: text }).placed[0].etag;
    expect(etagAt(two)).toBe(etagAt(`${vpc('x')}---\n${two}`));
    expect(etagAt(two)).not.toBe(etagAt(two.replace('about a', 'about A')));
  });
});
