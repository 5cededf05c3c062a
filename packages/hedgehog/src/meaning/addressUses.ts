import { entriesOf } from '../kinds/normalizers';
import { at, textOf } from '../model/json';
import { KubernetesObject } from '../model/KubernetesObject';
import { formatPath } from '../model/path';
import { broadcastOf, networkOf, parseIPv4, parsePrefix } from '../schema/ipv4';
import { textsWithForm } from './textsWithForm';
import { Use } from './Use';

type Range = readonly [number, number];

/** Every network that overlaps a prefix, every address inside it, and DHCP ranges that touch it. */
export function addressUses(
  objects: readonly KubernetesObject[],
  prefix: string,
): Use[] {
  const wanted = rangeOf(prefix);
  if (!wanted) return [];
  return objects.flatMap(object => {
    const { kind, metadata } = object;
    const use = (path: (string | number)[], sentence: string): Use => ({
      object: { kind, name: metadata.name },
      path: formatPath(path),
      sentence: `${sentence} of ${kind} ${metadata.name}.`,
    });
    return [
      ...textsWithForm(object).flatMap(({ path, form, value }) => {
        const isNetwork = form === 'prefix';
        if (!isNetwork && !['ip', 'address', 'host'].includes(form)) return [];
        const range = rangeOf(isNetwork ? value : value.split('/')[0]);
        return range && touch(range, wanted)
          ? [use(path, `${value} is ${isNetwork ? 'a network' : 'an address'}`)]
          : [];
      }),
      ...(kind === 'VPC' ? dhcpRanges(object) : []).flatMap(
        ({ path, range, text }) =>
          touch(range, wanted) ? [use(path, `${text} is a DHCP range`)] : [],
      ),
    ];
  });
}

function dhcpRanges(object: KubernetesObject) {
  return entriesOf(object.spec?.subnets).flatMap(([name, subnet]) => {
    const start = textOf(at(subnet, 'dhcp', 'range', 'start'));
    const end = textOf(at(subnet, 'dhcp', 'range', 'end'));
    const first = parseIPv4(start ?? '');
    const last = parseIPv4(end ?? '');
    return first === undefined || last === undefined
      ? []
      : [
          {
            path: ['spec', 'subnets', name, 'dhcp', 'range'],
            range: [first, last] as const,
            text: `${start}–${end}`,
          },
        ];
  });
}

/** First and last address of a prefix or of a single address. */
function rangeOf(text: string): Range | undefined {
  const prefix = parsePrefix(text.includes('/') ? text : `${text}/32`);
  return prefix && [networkOf(prefix), broadcastOf(prefix)];
}

function touch([a, b]: Range, [c, d]: Range): boolean {
  return a <= d && c <= b;
}
