import { JsonMap } from '../../model/json';
import { PathSegments } from '../../model/path';
import { entriesOf, itemsOf } from '../normalizers';

export const externalPrefix = 'ext.';

/** One set of addresses that one side shows to the other. */
export interface Expose {
  side: string;
  expose: JsonMap;
  path: PathSegments;
}

export function exposesOf(spec: JsonMap): Expose[] {
  return entriesOf(spec.peering).flatMap(([side, { expose }]) =>
    itemsOf(expose).map(([index, item]) => ({
      side,
      expose: item,
      path: ['spec', 'peering', side, 'expose', index],
    })),
  );
}
