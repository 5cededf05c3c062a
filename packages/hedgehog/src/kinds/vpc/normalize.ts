import {
  byText,
  isMap,
  JsonMap,
  mapOf,
  setOwn,
  textOf,
} from '../../model/json';
import {
  broadcastOf,
  formatIPv4,
  networkOf,
  parsePrefix,
} from '../../schema/ipv4';
import { normalForm } from '../../schema/Form';
import {
  byTextField,
  ensureMap,
  isHollow,
  isUnset,
  setDefault,
  sortMaps,
  sortTexts,
} from '../normalizers';

/** VPC webhook, fabric v0.129. */
export function normalizeVPC(spec: JsonMap): void {
  setDefault(spec, 'ipv4Namespace', 'default');
  setDefault(spec, 'vlanNamespace', 'default');
  if (!isMap(spec.subnets)) return;
  for (const key of Object.keys(spec.subnets)) {
    const subnet = spec.subnets[key];
    if (isMap(subnet)) normalizeSubnet(subnet);
  }
}

function normalizeSubnet(subnet: JsonMap): void {
  const prefix = parsePrefix(textOf(subnet.subnet) ?? '');
  if (prefix && subnet.hostBGP !== true && isUnset(subnet.gateway)) {
    subnet.gateway = formatIPv4(networkOf(prefix) + 1);
  }
  const dhcp = ensureMap(subnet, 'dhcp');
  if (!dhcp) return;
  lowerMacs(dhcp);
  if (dhcp.enable !== true) {
    delete dhcp.range;
    delete dhcp.options;
    return;
  }
  const range = ensureMap(dhcp, 'range');
  if (range && prefix) {
    if (isUnset(range.start)) range.start = formatIPv4(networkOf(prefix) + 2);
    // The broadcast address, although it is no host address: that is what the webhook stores.
    if (isUnset(range.end)) range.end = formatIPv4(broadcastOf(prefix));
  }
  normalizeOptions(dhcp);
}

function normalizeOptions(dhcp: JsonMap): void {
  if (dhcp.options === undefined) return;
  if (isHollow(dhcp.options)) {
    delete dhcp.options;
    return;
  }
  const options = mapOf(dhcp.options);
  if (!options) return;
  setDefault(options, 'interfaceMTU', 9036);
  setDefault(options, 'leaseTimeSeconds', 3600);
  options.dnsServers ??= [];
  options.timeServers ??= [];
  options.advertisedRoutes ??= [];
  sortTexts(options, 'dnsServers');
  sortTexts(options, 'timeServers');
  sortMaps(options, 'advertisedRoutes', byTextField('destination'));
}

function lowerMacs(dhcp: JsonMap): void {
  const hosts = dhcp.static;
  if (!isMap(hosts)) return;
  const renamed: JsonMap = {};
  for (const key of Object.keys(hosts).sort(byText)) {
    setOwn(renamed, normalForm('mac', key) ?? key, hosts[key]);
  }
  dhcp.static = renamed;
}
