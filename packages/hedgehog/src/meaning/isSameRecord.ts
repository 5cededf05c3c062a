import { isEqual } from '../compare/isEqual';
import { FabricRecord } from './FabricRecords';

/** Whether two objects mean the same for reachability and redundancy. */
export function isSameRecord(
  a: FabricRecord | undefined,
  b: FabricRecord | undefined,
): boolean {
  return isEqual(plain(a?.value), plain(b?.value));
}

/** Maps as plain maps, which comparison looks into. */
function plain(value: unknown): unknown {
  if (value instanceof Map)
    return Object.fromEntries(
      [...value].map(([key, inner]) => [key, plain(inner)]),
    );
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, plain(inner)]),
  );
}
