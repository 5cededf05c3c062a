import fc from 'fast-check';
import { anyObject } from '../__testUtils__/arbitraries';
import { Seeded } from '../__testUtils__/Seeded';
import { styledYaml } from '../__testUtils__/styledYaml';
import { splitDocuments } from '../yaml/splitDocuments';
import {
  appendDocument,
  changeDocuments,
  removeDocument,
  replaceDocument,
} from './changeDocuments';
import { documentSpans, hasContent } from './documentSpans';
import { documentsOf } from './documentsOf';

const vpc = (name: string, more = '') =>
  `# about ${name}\napiVersion: vpc.githedgehog.com/v1beta1\nkind: VPC\nmetadata:\n  name: ${name}\n${more}`;

describe('documentsOf', () => {
  it('names what each document holds, with its comments', () => {
    const text = `# head\n---\n${vpc('a')}--- # next\n\n${vpc('b')}`;
    const [a, b] = documentsOf(text);
    expect(a).toMatchObject({
      kind: 'VPC',
      name: 'a',
      text: vpc('a'),
      line: 4,
    });
    expect(b).toMatchObject({ kind: 'VPC', name: 'b', line: 11 });
    expect(text.slice(b.start, b.end)).toBe(b.text);
  });

  it('does not take an item of a list for a document', () => {
    const text = `apiVersion: v1\nkind: List\nitems:\n- apiVersion: vpc.githedgehog.com/v1beta1\n  kind: VPC\n  metadata: {name: a}\n`;
    expect(documentsOf(text)).toEqual([
      expect.objectContaining({ items: [{ kind: 'VPC', name: 'a' }] }),
    ]);
    expect(removeDocument(text, 'VPC', 'a')).toBeUndefined();
  });

  it('keeps what cannot be read as a document without a name', () => {
    expect(documentsOf(`a: [\n---\n${vpc('a')}`)).toMatchObject([
      { line: 1 },
      { kind: 'VPC' },
    ]);
  });
});

describe('one document of a file', () => {
  const file = `${vpc('a')}---\n${vpc('b')}---\n${vpc('c')}`;

  it('is replaced, and the others stay', () => {
    expect(replaceDocument(file, 'VPC', 'b', vpc('b', 'spec: {}'))).toBe(
      `${vpc('a')}---\n${vpc('b', 'spec: {}\n')}---\n${vpc('c')}`,
    );
  });

  it.each([
    ['a', `${vpc('b')}---\n${vpc('c')}`],
    ['b', `${vpc('a')}---\n${vpc('c')}`],
    ['c', `${vpc('a')}---\n${vpc('b')}`],
  ])('is removed with one separator: %s', (name, expected) => {
    expect(removeDocument(file, 'VPC', name)).toBe(expected);
  });

  it('leaves the separator above the first, and what a file begins with', () => {
    expect(removeDocument(`---\n${vpc('a')}---\n${vpc('b')}`, 'VPC', 'a')).toBe(
      `---\n${vpc('b')}`,
    );
    expect(removeDocument(`# team\n---\n${vpc('a')}`, 'VPC', 'a')).toBe(
      '# team\n',
    );
    expect(removeDocument(vpc('a'), 'VPC', 'a')).toBe('');
  });

  it('is appended to whatever the file ends with', () => {
    expect(appendDocument('', vpc('b').trimEnd())).toBe(vpc('b'));
    expect(appendDocument(vpc('a').trimEnd(), vpc('b'))).toBe(
      `${vpc('a')}---\n${vpc('b')}`,
    );
    expect(appendDocument(`${vpc('a')}---\n`, `---\n${vpc('b')}`)).toBe(
      `${vpc('a')}---\n${vpc('b')}`,
    );
    expect(appendDocument('# only a comment\n', vpc('b'))).toBe(
      `# only a comment\n${vpc('b')}`,
    );
  });

  it('keeps the line ends of its file', () => {
    const crlf = file.replaceAll('\n', '\r\n');
    expect(replaceDocument(crlf, 'VPC', 'b', vpc('b'))).toBe(crlf);
    expect(appendDocument(crlf, vpc('d'))).toBe(
      `${crlf}---\r\n${vpc('d').replaceAll('\n', '\r\n')}`,
    );
  });

  it('changes with others at once', () => {
    const [a, b, c] = documentSpans(file);
    expect(
      changeDocuments(
        file,
        [
          { span: c, text: vpc('c', 'spec: {}') },
          { span: a, text: null },
          { span: b, text: null },
        ],
        [vpc('d'), vpc('e')],
      ),
    ).toBe(`---\n${vpc('c', 'spec: {}\n')}---\n${vpc('d')}---\n${vpc('e')}`);
    expect(
      changeDocuments(
        file,
        [a, b, c].map(span => ({ span, text: null })),
      ),
    ).toBe('');
  });

  it('is not there', () => {
    expect(replaceDocument(file, 'VPC', 'x', vpc('x'))).toBeUndefined();
    expect(replaceDocument(file, 'Switch', 'a', vpc('a'))).toBeUndefined();
  });
});

describe('for random files', () => {
  const files = fc
    .tuple(
      fc.uniqueArray(anyObject, {
        minLength: 1,
        maxLength: 5,
        selector: object => `${object.kind}/${object.metadata.name}`,
      }),
      fc.integer({ min: 0, max: 1_000_000 }),
    )
    .map(([objects, seed]) => {
      const random = Seeded.of(seed);
      const newline = random.pick(['\n', '\r\n']);
      const separator = () =>
        random.pick(['---', '--- ', '---  # next', `---${newline}---`]) +
        newline;
      const parts = objects.map(object =>
        styledYaml(object, random, { newline }),
      );
      let text = random.pick(['', '\ufeff', `# head${newline}${separator()}`]);
      if (random.chance(30)) text += separator();
      text += parts
        .map((part, index) => (index > 0 ? separator() : '') + part)
        .join('');
      if (random.chance(20)) text += separator();
      if (random.chance(30)) text = text.trimEnd();
      return { text, objects };
    });
  const shown = (text: string) =>
    documentsOf(text).map(document => ({
      kind: document.kind,
      name: document.name,
      text: document.text,
    }));

  it('documents stand where kubectl splits', () => {
    fc.assert(
      fc.property(files, ({ text }) => {
        const bare = text.replace(/^\ufeff/, '');
        expect(
          documentSpans(text)
            .map(span => ({
              text: text.slice(span.start, span.end),
              line: span.line,
            }))
            .filter(part => hasContent(part.text)),
        ).toEqual(splitDocuments(bare, 100));
      }),
    );
  });

  it('all other documents stay byte for byte', () => {
    fc.assert(
      fc.property(files, fc.nat(), ({ text, objects }, number) => {
        const { kind, metadata } = objects[number % objects.length];
        const before = shown(text);
        const rest = before.filter(
          document => document.kind !== kind || document.name !== metadata.name,
        );
        fc.pre(rest.length === before.length - 1);
        const replaced = replaceDocument(text, kind, metadata.name, 'x: 1\n')!;
        expect(shown(replaced).filter(one => one.kind)).toEqual(rest);
        expect(shown(removeDocument(text, kind, metadata.name)!)).toEqual(rest);
        const appended = shown(appendDocument(text, vpc('appended')));
        expect(appended.slice(0, -1).map(one => one.text.trimEnd())).toEqual(
          before.map(one => one.text.trimEnd()),
        );
        expect(appended.at(-1)).toMatchObject({
          kind: 'VPC',
          name: 'appended',
        });
      }),
    );
  });
});
