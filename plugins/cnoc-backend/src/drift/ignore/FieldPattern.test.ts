import { parsePath } from '@cnoc/hedgehog';
import { FieldPattern } from './FieldPattern';

const matches = (pattern: string, path: string) =>
  FieldPattern.parse(pattern)!.matches(parsePath(path)!);

describe('FieldPattern', () => {
  it.each([
    ['spec.mtu', 'spec.mtu', true],
    ['spec.mtu', 'spec.mtu.more', false],
    ['spec.mtu', 'spec', false],
    ['spec.subnets.*.vlan', 'spec.subnets.default.vlan', true],
    ['spec.subnets.*.vlan', 'spec.subnets.default.dhcp.vlan', false],
    ['spec.links.*.ip', 'spec.links[3].ip', true],
    ['spec.links[3].ip', 'spec.links[3].ip', true],
    ['spec.subnets.**', 'spec.subnets.default.dhcp.range', true],
    ['spec.subnets.**', 'spec.subnets', true],
    ['spec.subnets.**', 'spec.permit', false],
    ['**.vlan', 'spec.subnets.default.vlan', true],
    ['**.vlan', 'spec.subnets.vlan.name', false],
    ['**.vlan.**', 'spec.subnets.vlan.name', true],
    ['spec.**.a.**.b', 'spec.a.x.a.b', true],
    ['spec.**.a.**.b', 'spec.b.x.a', false],
    ['**', 'metadata.labels["a.b/c"]', true],
    ['metadata.labels["a.b/c"]', 'metadata.labels["a.b/c"]', true],
  ])('%s, %s: %s', (pattern, path, expected) => {
    expect(matches(pattern, path)).toBe(expected);
  });

  it('C17: a hostile pattern costs no more than path times pattern', () => {
    const path = Array.from({ length: 10_000 }, () => 'a');
    for (const hostile of [
      `${'**.a.'.repeat(30)}b`,
      `${'**.*.'.repeat(31)}b`,
      '**.'.repeat(166).slice(0, -1),
      `(a+)+$.${'**.a.'.repeat(30)}c`,
    ]) {
      const pattern = FieldPattern.parse(hostile.slice(0, 500));
      // Counts what is looked at, in place of a clock
      let looks = 0;
      const counted = new Proxy(path, {
        get: (target, key) => {
          if (typeof key === 'string' && /^\d+$/.test(key)) looks += 1;
          return Reflect.get(target, key);
        },
      });
      pattern?.matches(counted);
      expect(looks).toBeLessThanOrEqual(64 * path.length);
    }
  });

  it.each(['', 'a..b', 'spec[', 'spec.links[*].ip', `${'a.'.repeat(64)}b`])(
    'refuses %j',
    text => {
      expect(FieldPattern.parse(text)).toBeUndefined();
    },
  );
});
