import fc from 'fast-check';
import { isObjectName } from './Form';
import {
  broadcastOf,
  formatIPv4,
  holds,
  networkOf,
  parseIPv4,
  parsePrefix,
} from './ipv4';

const address = fc.integer({ min: 0, max: 2 ** 32 - 1 });
const prefix = fc.record({
  address,
  length: fc.integer({ min: 0, max: 32 }),
});

describe('IPv4', () => {
  it('a prefix begins and ends where counting says, and holds what is between', () => {
    fc.assert(
      fc.property(prefix, address, (given, other) => {
        const size = 2 ** (32 - given.length);
        const first = Math.floor(given.address / size) * size;
        expect(networkOf(given)).toBe(first);
        expect(broadcastOf(given)).toBe(first + size - 1);
        for (const one of [other, first, first + size - 1, given.address])
          expect(holds(given, one)).toBe(one >= first && one < first + size);
      }),
      { numRuns: 1000 },
    );
  });

  it('what is printed can be read back', () => {
    fc.assert(
      fc.property(prefix, ({ address: own, length }) => {
        expect(parseIPv4(formatIPv4(own))).toBe(own);
        expect(parsePrefix(`${formatIPv4(own)}/${length}`)).toEqual({
          address: own,
          length,
        });
      }),
    );
  });

  it.each([
    '10.0.0/8',
    '10.0.0.0.0/8',
    '10.0.0.0',
    '/8',
    '10.0.0.0/',
    '01.0.0.0/8',
  ])('%s is no prefix', text => {
    expect(parsePrefix(text)).toBeUndefined();
  });
});

describe('names of objects', () => {
  it.each<[string, boolean]>([
    ['a', true],
    ['0', true],
    ['a-1.b', true],
    ['a--b', true],
    ['a'.repeat(253), true],
    ['a'.repeat(254), false],
    ['', false],
    ['-a', false],
    ['a-', false],
    ['.a', false],
    ['a.', false],
    ['a..b', false],
    ['a.-b', false],
    ['a-.b', false],
    ['A', false],
    ['a_b', false],
    ['ä', false],
  ])('%s: %s', (text, isName) => {
    expect(isObjectName(text)).toBe(isName);
  });
});
