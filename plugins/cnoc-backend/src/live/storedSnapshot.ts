import { LiveObject } from './LiveObject';
import { LiveSnapshot } from './LiveSnapshot';
import { StoredConnection } from './LiveStore';

/**
 * The snapshot of a fabric that another replica watches, from the tables.
 *
 * @param staleAfterMs - when that replica has not written for this long, nobody watches and nothing is known
 */
export function storedSnapshot(
  objects: LiveObject[],
  stored: StoredConnection | undefined,
  now: Date,
  staleAfterMs: number,
): LiveSnapshot {
  if (!stored) {
    return {
      objects,
      unknownKinds: [],
      connection: { state: 'unknown', since: now },
      switches: [],
      complete: false,
    };
  }
  const { contactAt, ...known } = stored;
  const quiet =
    known.connection.state !== 'disconnected' &&
    (!contactAt || now.getTime() - contactAt.getTime() > staleAfterMs);
  if (!quiet) {
    return { objects, ...known };
  }
  const since = contactAt ?? known.connection.since;
  return {
    objects,
    ...known,
    connection: {
      state: 'unknown',
      since,
      ...(contactAt && { staleSince: contactAt }),
      message: 'No replica of CNOC watches this cluster at the moment.',
    },
    switches: known.switches.map(health => ({
      ...health,
      state: 'unknown',
      since: since.toISOString(),
    })),
  };
}
