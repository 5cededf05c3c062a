import { pathPattern } from './pathPattern';

describe('pathPattern', () => {
  it.each([
    ['spec.subnets.default.vlan', 'spec.subnets.*.vlan'],
    ['spec.subnets.web.vlan', 'spec.subnets.*.vlan'],
    ['metadata.labels["team"]', 'metadata.labels.*'],
    ['metadata.annotations["a.b/c"]', 'metadata.annotations.*'],
    ['spec.fabric.links[1]', 'spec.fabric.*.*'],
    ['spec.asn', 'spec.asn'],
    ['spec', 'spec'],
    ['', ''],
  ])('%s → %s', (path, pattern) => expect(pathPattern(path)).toBe(pattern));
});
