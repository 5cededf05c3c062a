import fc from 'fast-check';
import { formatPath, parsePath } from './path';

describe('paths', () => {
  it.each<[(string | number)[], string]>([
    [['spec', 'subnets', 'default', 'vlan'], 'spec.subnets.default.vlan'],
    [
      ['spec', 'fabric', 'links', 0, 'leaf', 'ip'],
      'spec.fabric.links[0].leaf.ip',
    ],
    [['metadata', 'labels', 'a.b/c'], 'metadata.labels["a.b/c"]'],
    [['spec', 'portSpeeds', 'E1/1'], 'spec.portSpeeds["E1/1"]'],
    [['spec', 'permit', 0, 'ext.a"]', 1], 'spec.permit[0]["ext.a\\"]"][1]'],
    [[], ''],
  ])('%j ⇄ %s', (segments, text) => {
    expect(formatPath(segments)).toBe(text);
    expect(parsePath(text)).toEqual(segments);
  });

  it('any path can be read back', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string(), fc.nat(1000))), segments => {
        expect(parsePath(formatPath(segments))).toEqual(segments);
      }),
    );
  });

  it.each(['a[', 'a]', 'a["x]', 'a["\\x"]', '[]'])('%s is no path', text => {
    expect(parsePath(text)).toBeUndefined();
  });
});
