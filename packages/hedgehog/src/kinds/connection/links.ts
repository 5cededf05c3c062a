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
  return connectionTypes.filter(type => isMap(spec[type]));
}

/** Every end of every link that names a port. */
export function linkEndsOf(spec: JsonMap): LinkEnd[] {
  return typesOf(spec).flatMap(type => {
    const body = spec[type] as JsonMap;
    const single = mapOf(body.link);
    return [
      ...(single ? endsOf(single, ['spec', type, 'link']) : []),
      ...['links', 'peerLinks', 'sessionLinks'].flatMap(key =>
        itemsOf(body[key]).flatMap(([index, link]) =>
          endsOf(link, ['spec', type, key, index]),
        ),
      ),
    ];
  });
}

function endsOf(link: JsonMap, path: PathSegments): LinkEnd[] {
  return Object.keys(link).flatMap(side => {
    const port = textOf(mapOf(link[side])?.port);
    const device = deviceOf(port);
    return port && device
      ? [{ side, port, device, path: [...path, side, 'port'] }]
      : [];
  });
}
