import { formatValue } from './formatValue';

describe('formatValue', () => {
  it.each([
    [undefined, undefined],
    ['', '""'],
    ['text', 'text'],
    [1001, '1001'],
    [null, 'null'],
    [{ a: [1] }, 'a:\n  - 1'],
  ])('%j', (value, text) => expect(formatValue(value)).toBe(text));

  it('cuts what nobody reads', () => {
    expect(formatValue('x'.repeat(5000))).toMatch(
      /^x{2000}… \(5000 characters\)$/,
    );
  });
});
