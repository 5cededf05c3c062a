import { isMap, JsonMap, mapOf, textOf } from '../../model/json';
import { PathSegments } from '../../model/path';
import { deviceOf } from '../deviceOf';
import { itemsOf } from '../normalizers';
import { ConnectionType, connectionTypes } from './shape';

/** One end of one link of a connection. */
export interface LinkEnd {
  /** Name of the end in the link: `switch`, `server`, `spine`, … */
  side: string;
  port: string;
  device: string;
  path: PathSegments;
}

/** The types that are set; a sound connection has exactly one. */
export function typesOf(spec: JsonMap): ConnectionType[] {
  const types: ConnectionType[] = [];
  for (const type of connectionTypes) {
    if (isMap(spec[type])) types.push(type);
  }
  return types;
}

/** Every end of every link that names a port. */
export function linkEndsOf(spec: JsonMap): LinkEnd[] {
  const ends: LinkEnd[] = [];
  for (const type of typesOf(spec)) {
    const body = spec[type] as JsonMap;
    const single = mapOf(body.link);
    if (single) addEnds(single, ['spec', type, 'link'], ends);
    for (const key of ['links', 'peerLinks', 'sessionLinks']) {
      if (body[key] === undefined) continue;
      for (const [index, link] of itemsOf(body[key]))
        addEnds(link, ['spec', type, key, index], ends);
    }
  }
  return ends;
}

function addEnds(link: JsonMap, path: PathSegments, ends: LinkEnd[]): void {
  for (const side of Object.keys(link)) {
    const port = textOf(mapOf(link[side])?.port);
    const device = deviceOf(port);
    if (port && device)
      ends.push({ side, port, device, path: [...path, side, 'port'] });
  }
}
