import { isMap, JsonMap, mapOf, textOf } from '../../model/json';
import { PathSegments } from '../../model/path';
import { itemsOf } from '../normalizers';
import { LinkEnd } from './LinkEnd';
import { ConnectionType, connectionTypes } from './shape';

/** The types that are set; a sound connection has exactly one. */
export function typesOf(spec: JsonMap): ConnectionType[] {
  const types: ConnectionType[] = [];
  for (const type of connectionTypes) {
    if (isMap(spec[type])) types.push(type);
  }
  return types;
}

export const listsOfLinks = ['links', 'peerLinks', 'sessionLinks'];

/** Every end of every link that names a port. */
export function linkEndsOf(spec: JsonMap): LinkEnd[] {
  const ends: LinkEnd[] = [];
  for (const type of typesOf(spec)) {
    const body = spec[type] as JsonMap;
    if (isMap(body.link)) addEnds(body.link, ['spec', type, 'link'], ends);
    for (const key of listsOfLinks) {
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
    const end = port && LinkEnd.of(side, port, path);
    if (end) ends.push(end);
  }
}
