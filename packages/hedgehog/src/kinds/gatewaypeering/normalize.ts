import { JsonMap, mapOf, textOf } from '../../model/json';
import { normalForm } from '../../schema/Form';
import { entriesOf, itemsOf, setDefault } from '../normalizers';

/** GatewayPeering webhook, fabric v0.129. */
export function normalizeGatewayPeering(spec: JsonMap): void {
  setDefault(spec, 'gatewayGroup', 'default');
  const acl = mapOf(spec.acl);
  if (acl) {
    setDefault(acl, 'default', 'deny-unless-exposed');
    for (const [, rule] of itemsOf(acl.rules))
      setDefault(rule, 'scope', 'flow');
  }
  for (const [, side] of entriesOf(spec.peering)) {
    for (const [, expose] of itemsOf(side.expose))
      normalizeNat(mapOf(expose.nat));
  }
}

function normalizeNat(nat: JsonMap | undefined): void {
  for (const way of ['masquerade', 'portForward']) {
    const settings = mapOf(nat?.[way]);
    if (!settings) continue;
    setDefault(settings, 'idleTimeout', '2m0s');
    const timeout = textOf(settings.idleTimeout);
    // Go stores a duration and prints its own form of it.
    if (timeout)
      settings.idleTimeout = normalForm('duration', timeout) ?? timeout;
  }
}
