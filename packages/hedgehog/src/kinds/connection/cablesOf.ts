import { JsonMap, mapOf, textOf, isMap } from '../../model/json';
import { KubernetesObject } from '../../model/KubernetesObject';
import { itemsOf } from '../normalizers';
import { listsOfLinks, typesOf } from './links';

/** One end of a cable. */
export interface CableEnd {
  device: string;
  deviceKind: 'Switch' | 'Server' | 'Gateway';
  /** Without the device: `E1/1`. */
  port: string;
  /** Address of the port on this link without its length, where the connection has one. */
  ip?: string;
}

/** One physical link of a connection. An uplink to something that Hedgehog does not know has one end. */
export interface Cable {
  /** Type of the connection, for example `fabric` or `eslag`. */
  type: string;
  ends: CableEnd[];
}

/** The cables of a Connection; those without a single sound end are left out. */
export function cablesOf({ spec }: Pick<KubernetesObject, 'spec'>): Cable[] {
  const body = mapOf(spec) ?? {};
  const cables: Cable[] = [];
  for (const type of typesOf(body)) {
    const own = body[type] as JsonMap;
    const links = listsOfLinks.flatMap(key =>
      own[key] === undefined ? [] : itemsOf(own[key]).map(([, link]) => link),
    );
    for (const link of isMap(own.link) ? [own.link, ...links] : links) {
      const ends = Object.keys(link).flatMap(side =>
        endOf(side, mapOf(link[side])),
      );
      if (ends.length > 0) cables.push({ type, ends: ends.slice(0, 2) });
    }
  }
  return cables;
}

function endOf(side: string, end: JsonMap | undefined): CableEnd[] {
  const port = textOf(end?.port);
  const slash = port?.indexOf('/') ?? -1;
  if (!port || slash <= 0) return [];
  const ip = textOf(end?.ip)?.split('/')[0];
  return [
    {
      device: port.slice(0, slash),
      deviceKind: kindOfSide(side),
      port: port.slice(slash + 1),
      ...(ip ? { ip } : {}),
    },
  ];
}

function kindOfSide(side: string): CableEnd['deviceKind'] {
  if (side === 'server') return 'Server';
  return side === 'gateway' ? 'Gateway' : 'Switch';
}
