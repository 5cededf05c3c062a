import { deviceOf } from '../kinds/deviceOf';
import { itemsOf } from '../kinds/normalizers';
import { JsonMap, mapOf, textOf, textsOf } from '../model/json';
import { normalForm } from '../schema/Form';
import { ConnectionRecord, LinkRecord } from './records';

const serverTypes = ['unbundled', 'bundled', 'eslag', 'mclag'];

/** What a connection joins; `undefined` for one that says nothing about reachability, or that is broken. */
export function readConnection(spec: JsonMap): ConnectionRecord | undefined {
  for (const type of serverTypes) {
    const body = mapOf(spec[type]);
    if (body)
      return { type: 'server', links: linksOf(body, 'server', 'switch') };
  }
  const fabric = mapOf(spec.fabric);
  if (fabric)
    return { type: 'underlay', links: linksOf(fabric, 'spine', 'leaf') };
  const mesh = mapOf(spec.mesh);
  if (mesh) return { type: 'underlay', links: linksOf(mesh, 'leaf1', 'leaf2') };
  const gateway = mapOf(spec.gateway);
  if (gateway)
    return { type: 'gateway', links: linksOf(gateway, 'gateway', 'switch') };
  const external = mapOf(mapOf(mapOf(spec.external)?.link)?.switch);
  if (external) {
    const device = deviceOf(external.port);
    return device ? { type: 'external', device } : undefined;
  }
  return readStatic(mapOf(spec.staticExternal));
}

function readStatic(body: JsonMap | undefined): ConnectionRecord | undefined {
  const end = mapOf(mapOf(body?.link)?.switch);
  const device = deviceOf(end?.port);
  if (!body || !end || !device) return undefined;
  const withinVPC = textOf(body.withinVPC);
  // The network on the link itself is reachable, too.
  const link = normalForm('prefix', textOf(end.ip) ?? '');
  return {
    type: 'staticExternal',
    device,
    ...(withinVPC ? { withinVPC } : {}),
    prefixes: [
      ...textsOf(end.subnets).flatMap(text => normalForm('prefix', text) ?? []),
      ...(link ? [link] : []),
    ],
    ...(link ? { link } : {}),
  };
}

function linksOf(body: JsonMap, from: string, to: string): LinkRecord[] {
  const single = mapOf(body.link);
  const links = single ? [single] : itemsOf(body.links).map(([, link]) => link);
  return links.flatMap(link => {
    const ends = [from, to].map(side => deviceOf(mapOf(link[side])?.port));
    return ends[0] && ends[1] ? [{ from: ends[0], to: ends[1] }] : [];
  });
}
