import fc from 'fast-check';
import { kinds } from '../kinds';
import { Kind } from '../kinds/Kind';
import { KubernetesObject } from '../model/KubernetesObject';
import { Field } from '../schema/Field';
import { Form } from '../schema/Form';

const names = [
  'default',
  'vpc-1',
  'vpc-2',
  'leaf-01',
  'leaf-02',
  'spine-01',
  'server-01',
  'ext-1',
  'no',
  '1e3',
];
const octet = fc.integer({ min: 0, max: 255 });
const ip = fc.oneof(
  fc.tuple(octet, octet).map(([a, b]) => `10.0.${a}.${b}`),
  fc.constantFrom('2001:DB8::1', '2001:db8:0:0:0:0:0:1', '::'),
);
const prefix = fc.oneof(
  fc
    .tuple(octet, octet, fc.integer({ min: 0, max: 32 }))
    .map(([a, b, length]) => `10.${a}.${b}.0/${length}`),
  fc.constantFrom('2001:DB8::1/64', '2001:db8::/64'),
);

const forms: Record<Form, fc.Arbitrary<string>> = {
  ip,
  prefix,
  address: prefix,
  host: fc.oneof(ip, prefix),
  mac: fc.constantFrom(
    '0C:20:12:FF:00:00',
    '0c:20:12:ff:00:00',
    '0c-20-12-ff-00-01',
    '0c20.12ff.0002',
  ),
  duration: fc.constantFrom('120s', '2m0s', '1h', '60m', '1.5s', '0s'),
  name: fc.constantFrom(...names),
  port: fc.constantFrom(
    'leaf-01/E1/1',
    'leaf-02/E1/2',
    'spine-01/E1/1',
    'server-01/enp2s1',
  ),
  vpcSubnet: fc.constantFrom('vpc-1', 'vpc-1/default', 'vpc-2/a'),
  community: fc.constantFrom('65102:5000', '1:1'),
};
const freeText = fc.constantFrom(
  '',
  'no',
  '012',
  '25G',
  'SPEED_25G',
  'E1/1',
  'text with: colon',
  '# x',
  'a\nb',
  ' padded ',
  '{{ x }}',
);

/** Data of a shape, with all the ways in which something can be absent, empty or zero. */
export function arbitraryOf(field: Field): fc.Arbitrary<unknown> {
  switch (field.type) {
    case 'text':
      if (field.values) return fc.constantFrom(...field.values);
      return field.form ? forms[field.form] : freeText;
    case 'integer':
      return fc.oneof(
        fc.constant(0),
        fc.integer({
          min: field.min ?? 0,
          max: Math.min(field.max ?? 5000, 5000),
        }),
      );
    case 'flag':
      return fc.boolean();
    case 'list':
      return fc.array(arbitraryOf(field.items), { maxLength: 3 });
    case 'map':
      return fc.dictionary(
        field.keyForm
          ? forms[field.keyForm]
          : fc.constantFrom('a', 'default', 'vpc-1', 'ext.x', 'E1/1', '1'),
        fc.option(arbitraryOf(field.values), { freq: 5 }),
        { maxKeys: 3, noNullPrototype: true },
      );
    default:
      return fc.record(
        Object.fromEntries(
          Object.entries(field.fields).map(([key, inner]) => [
            key,
            fc.option(arbitraryOf(inner), { freq: 6 }),
          ]),
        ),
        { requiredKeys: [], noNullPrototype: true },
      );
  }
}

const texts = fc.dictionary(
  fc.constantFrom(
    'team',
    'a.b/c',
    'fabric.githedgehog.com/vpc',
    'vpc.fabric.githedgehog.com/x',
    'kubectl.kubernetes.io/last-applied-configuration',
  ),
  fc.constantFrom('x', 'true', ''),
  { maxKeys: 3, noNullPrototype: true },
);

/** An object of a kind with a spec of its shape. */
export function objectOf(kind: Kind): fc.Arbitrary<KubernetesObject> {
  return fc.record(
    {
      apiVersion: fc.constant(kind.apiVersion),
      kind: fc.constant(kind.kind),
      metadata: fc.record(
        {
          name: fc.constantFrom(...names),
          namespace: fc.constant('default'),
          labels: texts,
          annotations: texts,
          uid: fc.constant('x'),
          resourceVersion: fc.constant('1'),
        },
        { requiredKeys: ['name'], noNullPrototype: true },
      ),
      spec: arbitraryOf(kind.spec) as fc.Arbitrary<Record<string, unknown>>,
      status: fc.constant({}),
    },
    { requiredKeys: ['apiVersion', 'kind', 'metadata'], noNullPrototype: true },
  ) as fc.Arbitrary<KubernetesObject>;
}

/** An object of any kind. */
export const anyObject = fc.constantFrom(...kinds).chain(objectOf);

/** An object of a known kind whose spec is any JSON at all. */
export const brokenObject = fc
  .tuple(fc.constantFrom(...kinds), fc.jsonValue({ maxDepth: 4 }))
  .map(
    ([kind, spec]) =>
      ({
        apiVersion: kind.apiVersion,
        kind: kind.kind,
        metadata: { name: 'a' },
        // JSON has no -0.
        spec: JSON.parse(JSON.stringify(spec)),
      } as unknown as KubernetesObject),
  );

/** The same data with every map's keys in another order. */
export function shuffled<T>(value: T): T {
  if (Array.isArray(value)) return value.map(shuffled) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, shuffled(inner)]),
  ) as T;
}

/** Makes any change to the data throw. */
export function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    Object.values(value).forEach(frozen);
    Object.freeze(value);
  }
  return value;
}
