import { formatDuration, parseDuration } from './duration';
import { formatIPv4, networkOf, parseIPv4, parsePrefix } from './ipv4';
import { formatIPv6, parseIPv6 } from './ipv6';

/**
 * What a text field holds.
 * - `ip`: an address; `address`: an address with prefix length, host bits count;
 * - `prefix`: a network, host bits say nothing; `host`: an address with or without prefix length;
 * - `mac`, `duration` (Go's), `name` (a Kubernetes object name);
 * - `port`: `<device>/<port>`; `vpcSubnet`: `<vpc>/<subnet>`; `community`: `<16 bit>:<16 bit>`.
 */
export type Form =
  | 'ip'
  | 'address'
  | 'prefix'
  | 'host'
  | 'mac'
  | 'duration'
  | 'name'
  | 'port'
  | 'vpcSubnet'
  | 'community';

const mac =
  /^(?:[0-9a-fA-F]{2}([:-])(?:[0-9a-fA-F]{2}\1){4}[0-9a-fA-F]{2}|(?:[0-9a-fA-F]{4}\.){2}[0-9a-fA-F]{4})$/;

/** A Kubernetes object name: parts of a-z, 0-9 and -, with dots between them; no part begins or ends with -. */
export function isObjectName(text: string): boolean {
  if (text.length > 253) return false;
  let isInside = false;
  let isAlphanumeric = false;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    isAlphanumeric = (code >= 97 && code <= 122) || (code >= 48 && code <= 57);
    if (isAlphanumeric) isInside = true;
    else if (code === 45 && isInside) continue;
    else if (code === 46 && isInside && text.charCodeAt(i - 1) !== 45)
      isInside = false;
    else return false;
  }
  return isAlphanumeric;
}

/** The one normal form of a text, or `undefined` when the text does not have the form. */
export function normalForm(form: Form, text: string): string | undefined {
  switch (form) {
    case 'ip':
      return ip(text);
    case 'address':
      return withLength(text, false);
    case 'prefix':
      return withLength(text, true);
    case 'host':
      return text.includes('/') ? withLength(text, false) : ip(text);
    case 'mac':
      return mac.test(text)
        ? (text.toLowerCase().match(/[0-9a-f]{2}/g) as string[]).join(':')
        : undefined;
    case 'duration': {
      const parsed = parseDuration(text);
      return parsed === undefined ? undefined : formatDuration(parsed);
    }
    case 'name':
      return isObjectName(text) ? text : undefined;
    case 'port': {
      const slash = text.indexOf('/');
      return slash > 0 && slash < text.length - 1 ? text : undefined;
    }
    case 'vpcSubnet': {
      const parts = text.split('/');
      return parts.length <= 2 && parts.every(part => part !== '')
        ? text
        : undefined;
    }
    case 'community': {
      const match = /^([0-9]{1,5}):([0-9]{1,5})$/.exec(text);
      return match && Number(match[1]) < 65536 && Number(match[2]) < 65536
        ? text
        : undefined;
    }
    default:
      return text;
  }
}

/** Whether a text has the form. Cheaper than its normal form, which few texts need. */
export function hasForm(form: Form, text: string): boolean {
  switch (form) {
    case 'ip':
      if (parseIPv4(text) !== undefined) return true;
      break;
    case 'host':
      if (parseIPv4(text) !== undefined || parsePrefix(text)) return true;
      break;
    case 'address':
    case 'prefix':
      if (parsePrefix(text)) return true;
      break;
    default:
  }
  return normalForm(form, text) !== undefined;
}

function ip(text: string): string | undefined {
  if (parseIPv4(text) !== undefined) return text;
  const groups = parseIPv6(text);
  return groups && formatIPv6(groups);
}

function withLength(text: string, isNetwork: boolean): string | undefined {
  const prefix = parsePrefix(text);
  if (prefix) {
    return isNetwork
      ? `${formatIPv4(networkOf(prefix))}/${prefix.length}`
      : text;
  }
  const slash = text.indexOf('/');
  const groups = slash > 0 ? parseIPv6(text.slice(0, slash)) : undefined;
  const length = text.slice(slash + 1);
  if (!groups || !/^(?:[0-9]|[1-9][0-9]|1[01][0-9]|12[0-8])$/.test(length))
    return undefined;
  return `${formatIPv6(
    isNetwork ? masked(groups, Number(length)) : groups,
  )}/${length}`;
}

function masked(groups: readonly number[], length: number): number[] {
  return groups.map((group, index) => {
    const bits = Math.max(0, Math.min(16, length - index * 16));
    return group & (0xffff << (16 - bits)) & 0xffff;
  });
}

/** How a form is named in messages. */
export const formNames: Record<Form, string> = {
  ip: 'an IP address',
  address: 'an IP address with prefix length, such as 10.0.0.1/24',
  prefix: 'an IP prefix, such as 10.0.0.0/24',
  host: 'an IP address, with or without prefix length',
  mac: 'a MAC address',
  duration: 'a duration, such as 2m0s',
  name: 'the name of an object',
  port: 'a port as device/port, such as leaf-01/E1/1',
  vpcSubnet: 'a subnet as VPC/subnet',
  community: 'a BGP community of two 16-bit numbers, such as 65102:5000',
};
