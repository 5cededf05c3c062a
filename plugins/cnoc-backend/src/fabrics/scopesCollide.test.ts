import type { FabricScope } from '@cnoc/backstage-plugin-cnoc-common';
import type { FabricDefinition } from './FabricDefinition';
import { scopesCollide } from './scopesCollide';

const fabric = (
  scope?: FabricScope,
  more: Partial<FabricDefinition> = {},
): FabricDefinition => ({
  name: 'a',
  repository: 'r',
  path: '',
  cluster: 'one',
  namespace: 'default',
  scope,
  ...more,
});
const none: FabricScope = { orphans: 'none' };
const listed = (...kinds: string[]): FabricScope => ({
  orphans: 'listed',
  kinds,
});
const labelled = (value: string, key = 'fabric'): FabricScope => ({
  labels: { [key]: value },
});

describe('scopesCollide', () => {
  it.each<[string, FabricScope | undefined, FabricScope | undefined, boolean]>([
    ['both claim all kinds that they manage', undefined, undefined, true],
    ['one claims all, the other nothing', undefined, none, true],
    ['one claims all, the other what is labelled', {}, labelled('b'), true],
    ['neither claims anything', none, none, false],
    ['one claims nothing, the other listed kinds', none, listed('VPC'), false],
    ['other kinds', listed('VPC'), listed('Switch'), false],
    ['one kind in common', listed('VPC', 'Switch'), listed('VPC'), true],
    ['other values of a label', labelled('a'), labelled('b'), false],
    [
      'labels that one object can carry',
      labelled('a'),
      labelled('a', 'x'),
      true,
    ],
    ['the same label', labelled('a'), labelled('a'), true],
    [
      'the same kinds with other labels',
      { ...listed('VPC'), ...labelled('a') },
      { ...listed('VPC'), ...labelled('b') },
      false,
    ],
  ])('%s', (_, a, b, collide) => {
    expect(scopesCollide(fabric(a), fabric(b))).toBe(collide);
    expect(scopesCollide(fabric(b), fabric(a))).toBe(collide);
  });

  it('never at another place', () => {
    const elsewhere = fabric(undefined, { namespace: 'other' });
    expect(scopesCollide(fabric(), elsewhere)).toBe(false);
    expect(scopesCollide(fabric(), fabric(undefined, { cluster: 'two' }))).toBe(
      false,
    );
  });
});
