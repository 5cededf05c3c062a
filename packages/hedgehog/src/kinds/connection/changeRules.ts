import { at, mapOf, textOf } from '../../model/json';
import { KindValidationRule } from '../ValidationRule';
import { typesOf } from './links';

const connection = 'Connection leaf-02--external';
const external = (port: string) => ({
  external: { link: { switch: { port } } },
});

export const connectionChangeRules: readonly KindValidationRule[] = [
  {
    id: 'connection.typeChange',
    severity: 'critical',
    sentence: 'The type of a connection cannot be changed.',
    checkIn({ kind, name, spec }, fabric, say) {
      const before = mapOf(fabric.before(kind, name)?.spec);
      const [old] = before ? typesOf(before) : [];
      const [type] = typesOf(spec);
      if (old !== undefined && type !== undefined && old !== type)
        say(
          ['spec', type],
          `The connection is of type ${old} in the cluster and ${type} here.`,
          'Delete the connection, or give the new one another name.',
        );
    },
    given: {
      before: {
        'Connection spare': {
          unbundled: {
            link: {
              server: { port: 'server-02/enp9s1' },
              switch: { port: 'leaf-01/E1/30' },
            },
          },
        },
      },
    },
    accepts: { [connection]: external('leaf-02/E1/22') },
    refuses: { 'Connection spare': external('leaf-01/E1/30') },
  },
  {
    id: 'connection.withinVPCChange',
    severity: 'critical',
    sentence: 'The VPC of a static external cannot be changed.',
    checkIn({ kind, name, spec }, fabric, say) {
      const before = fabric.before(kind, name)?.spec;
      if (!mapOf(at(before, 'staticExternal')) || !mapOf(spec.staticExternal))
        return;
      const old = textOf(at(before, 'staticExternal', 'withinVPC'));
      const now = textOf(at(spec, 'staticExternal', 'withinVPC'));
      if (old !== now)
        say(
          ['spec', 'staticExternal', 'withinVPC'],
          `The static external is in ${
            old ? `VPC ${old}` : 'no VPC'
          } in the cluster and in ${now ? `VPC ${now}` : 'no VPC'} here.`,
          'Delete the connection, or give the new one another name.',
        );
    },
    given: { before: {} },
    accepts: {},
    refuses: {
      'Connection leaf-02--static spec.staticExternal.withinVPC': 'vpc-2',
    },
  },
];
