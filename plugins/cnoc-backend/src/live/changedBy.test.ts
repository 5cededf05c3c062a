import { changedBy } from './changedBy';
import { FieldManager, LiveObject } from './LiveObject';

const manager = (
  name: string,
  at: string,
  fieldsV1: Record<string, unknown>,
  more: Partial<FieldManager> = {},
): FieldManager => ({
  manager: name,
  operation: 'Update',
  at,
  fields: JSON.stringify(fieldsV1),
  ...more,
});

const live = (managers: FieldManager[]): LiveObject => ({
  kind: 'Connection',
  name: 'c',
  uid: 'u',
  resourceVersion: '1',
  hash: 'h',
  deleting: false,
  managers,
  canonical: {
    apiVersion: 'wiring.githedgehog.com/v1beta1',
    kind: 'Connection',
    metadata: { name: 'c', labels: { 'a.b/c': 'x' } },
    spec: {
      fabric: { links: [{ leaf: { ip: '172.30.128.0/31' } }] },
      groups: ['one', 'two'],
      ports: [
        { name: 'e1', mtu: 1500 },
        { name: 'e2', mtu: 9000 },
      ],
    },
  },
});

describe('changedBy', () => {
  it('finds the holder of a field', () => {
    const object = live([
      manager('cnoc', '2026-01-01T00:00:00Z', {
        'f:spec': { 'f:description': {}, 'f:mode': {} },
      }),
      manager('kubectl-edit', '2026-01-02T00:00:00Z', {
        'f:spec': { 'f:vlan': {} },
      }),
    ]);
    expect(changedBy(object, 'spec.vlan')).toEqual({
      manager: 'kubectl-edit',
      at: '2026-01-02T00:00:00Z',
    });
    expect(changedBy(object, 'spec.mode')?.manager).toBe('cnoc');
    expect(changedBy(object, 'spec.nobody')).toBeUndefined();
  });

  it('of two holders the later one', () => {
    const fields = { 'f:spec': { 'f:vlan': {} } };
    const object = live([
      manager('late', '2026-02-01T00:00:00Z', fields),
      manager('early', '2026-01-01T00:00:00Z', fields),
    ]);
    expect(changedBy(object, 'spec.vlan')?.manager).toBe('late');
  });

  it('a list that is owned whole answers for what is in it', () => {
    const object = live([
      manager('kubectl-patch', '2026-01-01T00:00:00Z', {
        'f:spec': { 'f:fabric': { '.': {}, 'f:links': {} } },
      }),
    ]);
    expect(changedBy(object, 'spec.fabric.links[0].leaf.ip')?.manager).toBe(
      'kubectl-patch',
    );
  });

  it('finds items of lists by key and by value', () => {
    const object = live([
      manager('a', '2026-01-01T00:00:00Z', {
        'f:spec': { 'f:ports': { 'k:{"name":"e1"}': { 'f:mtu': {} } } },
      }),
      manager('b', '2026-01-01T00:00:00Z', {
        'f:spec': {
          'f:ports': { 'k:{"name":"e2"}': { 'f:mtu': {} } },
          'f:groups': { 'v:"two"': {} },
        },
      }),
    ]);
    expect(changedBy(object, 'spec.ports[0].mtu')?.manager).toBe('a');
    expect(changedBy(object, 'spec.ports[1].mtu')?.manager).toBe('b');
    expect(changedBy(object, 'spec.groups[1]')?.manager).toBe('b');
    expect(changedBy(object, 'spec.groups[0]')).toBeUndefined();
  });

  it('reads quoted keys', () => {
    const object = live([
      manager('labeler', '2026-01-01T00:00:00Z', {
        'f:metadata': { 'f:labels': { 'f:a.b/c': {} } },
      }),
    ]);
    expect(changedBy(object, 'metadata.labels["a.b/c"]')?.manager).toBe(
      'labeler',
    );
  });

  it('a writer of the status holds nothing of the spec', () => {
    const object = live([
      manager(
        'agent',
        '2026-01-01T00:00:00Z',
        { 'f:spec': {} },
        {
          subresource: 'status',
        },
      ),
    ]);
    expect(changedBy(object, 'spec.vlan')).toBeUndefined();
  });
});
