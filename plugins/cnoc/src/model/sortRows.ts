import type { Sort } from '../hooks/useUrlSort';

/**
 * Rows by a column, equal ones in their former order; rows without a value last in either direction. An unknown column
 * leaves the rows as they are: it came from the address.
 *
 * @internal
 */
export function sortRows<T>(
  rows: readonly T[],
  sort: Sort | undefined,
  columns: Record<string, (row: T) => string | number | undefined>,
): T[] {
  const value =
    sort && Object.hasOwn(columns, sort.column)
      ? columns[sort.column]
      : undefined;
  if (!sort || !value) return [...rows];
  const sign = sort.direction === 'descending' ? -1 : 1;
  return [...rows].sort((a, b) => {
    const [left, right] = [value(a), value(b)];
    if (left === undefined || right === undefined) {
      return Number(left === undefined) - Number(right === undefined);
    }
    if (typeof left === 'number' && typeof right === 'number') {
      return sign * (left - right);
    }
    return sign * String(left).localeCompare(String(right));
  });
}
