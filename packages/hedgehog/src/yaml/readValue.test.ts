import { readValue } from './readValue';

describe('readValue', () => {
  it('reads one document as kubectl does', () => {
    expect(
      readValue('kind: Config\nusers: [{name: a, on: no}]\ncount: 012\n'),
    ).toEqual({
      value: { kind: 'Config', users: [{ name: 'a', true: false }], count: 10 },
    });
  });

  it.each([
    ['nothing', '# only a comment\n', /empty/],
    ['two documents', 'a: 1\n---\nb: 2\n', /more than one/],
    ['a key twice', 'a: 1\na: 2\n', /twice|duplicate/i],
    ['too deep', `${'['.repeat(200)}`, /deeper/],
    ['too large', 'a'.repeat(200), /bytes/],
    ['a prototype', '__proto__: {a: 1}\n', /.+/],
  ])('refuses %s, without a word of the text', (_name, text, message) => {
    const reading = readValue(text, { maxBytes: 150 });
    expect(reading).toMatchObject({
      failure: {
        message: expect.stringMatching(text.length > 150 ? /bytes/ : message),
      },
    });
  });

  it('Y6: counts what aliases add', () => {
    const bomb = ['a: &a [x,x,x,x,x,x,x,x,x]']
      .concat(
        'bcdefgh'
          .split('')
          .map(
            (name, index) =>
              `${name}: &${name} [${Array(9).fill(`*${'abcdefg'[index]}`)}]`,
          ),
      )
      .join('\n');
    expect(readValue(bomb)).toHaveProperty('failure');
  });
});
