import { sortRows } from './sortRows';

type Row = { name: string; at?: number };
const rows: Row[] = [{ name: 'b', at: 1 }, { name: 'c' }, { name: 'a', at: 2 }];
const columns = { name: (r: Row) => r.name, at: (r: Row) => r.at };
const names = (column: string, direction: 'ascending' | 'descending') =>
  sortRows(rows, { column, direction }, columns).map(r => r.name);

describe('sortRows', () => {
  it('sorts text and numbers, rows without a value last either way', () => {
    expect(names('name', 'ascending')).toEqual(['a', 'b', 'c']);
    expect(names('at', 'ascending')).toEqual(['b', 'a', 'c']);
    expect(names('at', 'descending')).toEqual(['a', 'b', 'c']);
  });

  it('leaves the order as it is for columns that there are not', () => {
    expect(names('nothing', 'ascending')).toEqual(['b', 'c', 'a']);
    expect(names('toString', 'ascending')).toEqual(['b', 'c', 'a']);
  });
});
