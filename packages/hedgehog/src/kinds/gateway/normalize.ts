import { JsonMap } from '../../model/json';
import {
  byTextField,
  ensureMap,
  isHollow,
  itemsOf,
  setDefault,
  sortMaps,
} from '../normalizers';

/** Gateway webhook, fabric v0.129. */
export function normalizeGateway(spec: JsonMap): void {
  const logs = ensureMap(spec, 'logs');
  if (logs) {
    setDefault(logs, 'default', 'info');
    if (isHollow(logs.tags)) logs.tags = { all: 'info' };
    const limit = ensureMap(logs, 'rateLimit');
    if (limit) {
      limit.burst ??= 50;
      limit.replenishPerSecond ??= 5;
    }
  }
  setDefault(spec, 'workers', 4);
  if (isHollow(spec.groups)) spec.groups = [{ name: 'default', priority: 0 }];
  for (const [, member] of itemsOf(spec.groups)) member.priority ??= 0;
  sortMaps(spec, 'groups', byTextField('name'));
}
