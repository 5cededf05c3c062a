import { csvCell, toCsv } from './toCsv';

describe('toCsv', () => {
  it.each([
    ['=cmd|"/c calc"!A1', `"'=cmd|""/c calc""!A1"`],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ['\r=1', `"'\r=1"`],
    ['  =1', "'  =1"],
    ['＝1', "'＝1"],
  ])('U8: %j cannot run in a spreadsheet', (text, cell) =>
    expect(csvCell(text)).toBe(cell),
  );

  it.each([
    ['', ''],
    ['vpc-1', 'vpc-1'],
    ['a=b', 'a=b'],
    ['one, two', '"one, two"'],
    ['say "no"', '"say ""no"""'],
    ['two\nlines', '"two\nlines"'],
  ])('%j stays what it says', (text, cell) => expect(csvCell(text)).toBe(cell));

  it('ends every row, after a byte order mark', () => {
    expect(
      toCsv([
        ['a', 'b'],
        ['ü', ''],
      ]),
    ).toBe('\uFEFFa,b\r\nü,\r\n');
  });
});
