import { decodeCursor, encodeCursor } from './cursor';

const scope = ['resources', 'lab-clos', 'VPC'];
const shape = { need: 'number', name: 'string' } as const;
const decode = (cursor: string | undefined, of: unknown[] = scope) =>
  decodeCursor<{ need: number; name: string }>(cursor, of, shape);
const cursor = encodeCursor(scope, { need: 3, name: 'web' })!;

const forge = (change: (parts: [string, Record<string, unknown>]) => unknown) =>
  Buffer.from(
    JSON.stringify(
      change(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))),
    ),
  ).toString('base64url');

describe('cursor', () => {
  it('comes back as it went', () => {
    expect(decode(cursor)).toEqual({ need: 3, name: 'web' });
    expect(decode(undefined)).toBeUndefined();
    expect(encodeCursor(scope, undefined)).toBeUndefined();
  });

  it.each([
    ['garbage', 'garbage'],
    ['an empty text', ''],
    ['no pair', forge(([hash]) => [hash])],
    ['no position', forge(([hash]) => [hash, null])],
    ['a list as position', forge(([hash]) => [hash, [3, 'web']])],
    ['a field too few', forge(([hash]) => [hash, { need: 3 }])],
    ['a field too many', forge(([hash, at]) => [hash, { ...at, x: 1 }])],
    ['another type', forge(([hash, at]) => [hash, { ...at, need: '3' }])],
    ['an operator', forge(([hash, at]) => [hash, { ...at, name: { $ne: 1 } }])],
    ['a fraction', forge(([hash, at]) => [hash, { ...at, need: 0.5 }])],
    ['a zero byte', forge(([hash, at]) => [hash, { ...at, name: 'a\0' }])],
    ['another scope', forge(([, at]) => ['x', at])],
  ])('H12: %s is refused', (_, forged) => {
    expect(() => decode(forged)).toThrow(/query.cursor/);
  });

  it('H12: the cursor of another fabric or filter is refused', () => {
    expect(() => decode(cursor, ['resources', 'lab-mesh', 'VPC'])).toThrow(
      /query.cursor/,
    );
    expect(() => decode(cursor, ['resources', 'lab-clos', undefined])).toThrow(
      /query.cursor/,
    );
  });
});
