import {
  canonicalize,
  compareCanonical,
  kinds,
  KubernetesObject,
  severityRules,
} from '..';
import { build } from '../__testUtils__/build';
import { JsonMap } from '../model/json';
import { exampleFabric } from '../validate/exampleFabric';

/** `VPCAttachment` → `vpcAttachment`, as ids of rules begin. */
const stemOf = (kind: string) =>
  kind.replace(/^(IPv4|[A-Z]+(?=[A-Z][a-z])|[A-Z]+$|[A-Z])/, head =>
    head.toLowerCase(),
  );
const rulesOf = (
  desired: KubernetesObject | undefined,
  live: KubernetesObject | undefined,
) => {
  const { rule, severity, differences } = compareCanonical(
    desired && canonicalize(desired),
    live && canonicalize(live),
  );
  return [
    ...(rule ? [`${rule} ${severity}`] : []),
    ...differences.map(one => `${one.rule} ${one.severity}`),
  ];
};
const stated = (id: string) =>
  `${id} ${severityRules.find(rule => rule.id === id)?.severity}`;

describe('severity rules', () => {
  it.each(kinds.map(({ kind }) => kind))(
    '%s: an object that is missing, or not in git, has a rule of its own',
    kind => {
      const object = exampleFabric().find(one => one.kind === kind)!;
      const stem = stemOf(kind);
      expect(rulesOf(object, undefined)).toEqual([stated(`${stem}.missing`)]);
      expect(rulesOf(undefined, object)).toEqual([stated(`${stem}.orphan`)]);
    },
  );

  const end = (port: string) => ({ port });
  const pair = (a: string, b: string, leaf = 'leaf-01') => ({
    [a]: end(`x-01/E1/1`),
    [b]: end(`${leaf}/E1/2`),
  });
  const links = (a: string, b: string) => (leaf: string) => ({
    links: [pair(a, b, leaf)],
  });
  const bodies: Record<string, (leaf: string) => JsonMap> = {
    unbundled: leaf => ({ link: pair('server', 'switch', leaf) }),
    bundled: links('server', 'switch'),
    eslag: links('server', 'switch'),
    mclag: links('server', 'switch'),
    mclagDomain: leaf => ({ peerLinks: [pair('switch1', 'switch2', leaf)] }),
    fabric: links('spine', 'leaf'),
    mesh: links('leaf1', 'leaf2'),
    gateway: links('gateway', 'switch'),
    vpcLoopback: links('switch1', 'switch2'),
    external: leaf => ({ link: { switch: end(`${leaf}/E1/2`) } }),
    staticExternal: leaf => ({ link: { switch: end(`${leaf}/E1/2`) } }),
  };

  it.each(Object.keys(bodies))(
    'Connection: %s cabled otherwise, and of another type',
    type => {
      const connection = (kind: string, leaf: string) =>
        build('Connection', 'x', { [kind]: bodies[kind](leaf) });
      expect(
        rulesOf(connection(type, 'leaf-01'), connection(type, 'leaf-02')),
      ).toContain(stated(`connection.cabling.${type}`));
      const other = type === 'mesh' ? 'fabric' : 'mesh';
      const changed = rulesOf(
        connection(type, 'leaf-01'),
        connection(other, 'leaf-01'),
      );
      expect(changed).toContain(stated(`connection.type.${type}`));
      expect(changed).toContain(stated(`connection.type.${other}`));
    },
  );
});
