import { entriesOf, itemsOf } from '../kinds/normalizers';
import { JsonMap, listOf, mapOf, textOf, textsOf } from '../model/json';
import { normalForm } from '../schema/Form';
import { VPCRecord } from './records';

/** A VPC as far as reachability depends on it. A subnet's own flags win over the VPC's (`vpc_types.go`). */
export function readVPC(spec: JsonMap): VPCRecord {
  const flagOf = (own: unknown, general: unknown) =>
    typeof own === 'boolean' ? own : general === true;
  return {
    vlanNamespace: textOf(spec.vlanNamespace) ?? 'default',
    subnets: new Map(
      entriesOf(spec.subnets).map(([name, subnet]) => {
        const prefix = normalForm('prefix', textOf(subnet.subnet) ?? '');
        return [
          name,
          {
            ...(prefix ? { prefix } : {}),
            announced: Object.keys(
              mapOf(subnet.hostBGPExtraPrefixes) ?? {},
            ).flatMap(text => normalForm('prefix', text) ?? []),
            isIsolated: flagOf(subnet.isolated, spec.defaultIsolated),
            isRestricted: flagOf(subnet.restricted, spec.defaultRestricted),
          },
        ];
      }),
    ),
    permit: listOf(spec.permit).map(textsOf),
    routes: itemsOf(spec.staticRoutes).flatMap(([, route]) => {
      const prefix = normalForm('prefix', textOf(route.prefix) ?? '');
      const nextHops = textsOf(route.nextHops);
      return prefix && nextHops.length > 0 ? [{ prefix, nextHops }] : [];
    }),
  };
}
