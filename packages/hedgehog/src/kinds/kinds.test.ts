import { Field } from '../schema/Field';
import { severityRules } from '../compare/severityRules';
import {
  controllerKinds,
  findKind,
  isControllerOwned,
  kinds,
  KubernetesObject,
} from '..';

describe('the table of kinds', () => {
  it('holds the 12 managed kinds and the 3 of the gateway, in the order of applying', () => {
    expect(kinds.filter(({ managed }) => managed)).toHaveLength(12);
    expect(
      kinds.filter(({ managed }) => !managed).map(({ kind }) => kind),
    ).toEqual(['GatewayGroup', 'Gateway', 'GatewayPeering']);
    const waves = kinds.map(({ applyWave }) => applyWave);
    expect([...waves].sort((a, b) => a - b)).toEqual(waves);
  });

  it('finds a kind by name, and only with the right apiVersion when one is given', () => {
    expect(findKind('VPC')?.plural).toBe('vpcs');
    expect(
      findKind('Gateway', 'gateway.githedgehog.com/v1alpha1')?.plural,
    ).toBe('gateways');
    expect(findKind('Gateway', 'gateway.networking.k8s.io/v1')).toBeUndefined();
    expect(findKind('Pod')).toBeUndefined();
    expect(findKind('constructor')).toBeUndefined();
  });

  it('documents every field in a sentence', () => {
    const undocumented = (field: Field, path: string): string[] => [
      ...(/^[A-Z].*\.$/.test(field.doc) ? [] : [path]),
      ...children(field).flatMap(([key, child]) =>
        undocumented(child, `${path}.${key}`),
      ),
    ];
    expect(kinds.flatMap(kind => undocumented(kind.spec, kind.kind))).toEqual(
      [],
    );
  });

  it("lists the controllers' kinds apart", () => {
    expect(controllerKinds.filter(({ kind }) => findKind(kind))).toEqual([]);
  });
});

describe('severity rules', () => {
  it('have unique ids', () => {
    const ids = severityRules.map(({ id }) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  it('name paths that exist in the shape of their kind', () => {
    const wrong = severityRules.flatMap(({ id, kinds: names, path }) => {
      if (!path?.startsWith('spec.') || names.length === 0) return [];
      return names
        .filter(name => !exists(findKind(name)!.spec, path.split('.').slice(1)))
        .map(name => `${id} ${name}`);
    });
    expect(wrong).toEqual([]);
  });

  it('hydrated fields exist in the shape of their kind', () => {
    const wrong = kinds.flatMap(({ kind, spec, hydrated }) =>
      hydrated
        .filter(path => !exists(spec, path.split('.').slice(1)))
        .map(path => `${kind} ${path}`),
    );
    expect(wrong).toEqual([]);
  });

  it('cover every kind: missing in the cluster and orphaned, with a sentence of its own', () => {
    for (const { kind, severityRules: rules } of kinds) {
      expect([
        kind,
        ...rules.filter(({ on }) => on !== 'field').map(({ on }) => on),
      ]).toEqual([kind, 'missing', 'orphan']);
    }
  });
});

describe('isControllerOwned', () => {
  const object = (kind: string, metadata = {}): KubernetesObject => ({
    apiVersion: 'x/v1',
    kind,
    metadata: { name: 'default', ...metadata },
  });

  it('goes by owner reference, not by kind', () => {
    expect(
      isControllerOwned(
        object('External', {
          ownerReferences: [{ kind: 'VPCInterconnect', controller: true }],
        }),
      ),
    ).toBe(true);
    expect(
      isControllerOwned(
        object('External', { ownerReferences: [{ kind: 'Something' }] }),
      ),
    ).toBe(false);
    expect(
      isControllerOwned(object('External', { ownerReferences: 'broken' })),
    ).toBe(false);
    expect(isControllerOwned(object('External'))).toBe(false);
  });

  it('knows the kinds of controllers and the group they create', () => {
    expect(isControllerOwned(object('Agent'))).toBe(true);
    expect(isControllerOwned(object('GatewayGroup'))).toBe(true);
    expect(isControllerOwned(object('GatewayGroup', { name: 'mine' }))).toBe(
      false,
    );
  });
});

function children(field: Field): [string, Field][] {
  if (field.type === 'group') return Object.entries(field.fields);
  if (field.type === 'list') return [['*', field.items]];
  return field.type === 'map' ? [['*', field.values]] : [];
}

/** Like the path patterns of rules: `*` is any key, `**` at the end anything below. */
function exists(field: Field, [segment, ...rest]: string[]): boolean {
  if (segment === undefined) return true;
  if (segment === '**') return rest.length === 0;
  return children(field).some(
    ([key, child]) =>
      (segment === '*' || key === segment) && exists(child, rest),
  );
}
