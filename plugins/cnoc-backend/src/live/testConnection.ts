import { ClusterClient } from './ClusterClient';
import { ClusterError } from './ClusterError';
import { agentKind, watchedKinds } from './watchedKinds';

/** What a cluster answered when asked for everything CNOC needs of it. */
export interface ConnectionTest {
  ok: boolean;
  message: string;
  version?: string;
  namespace?: string;
  kinds: { kind: string; served: boolean; listable: boolean }[];
}

/** Asks for version, kinds served and one object of each; never throws for what the cluster does. */
export async function testConnection(
  client: ClusterClient,
  namespace: string,
  signal?: AbortSignal,
): Promise<ConnectionTest> {
  try {
    const version = await client.version(signal);
    const served = await client.served(signal);
    const refused: string[] = [];
    const kinds = await Promise.all(
      watchedKinds.map(async ({ kind }) => {
        const listable =
          served.has(kind) &&
          (await client.listPage(kind, { limit: 1 }, signal).then(
            () => true,
            (error: unknown) => {
              if (error instanceof ClusterError) {
                refused.push(`${kind}: ${error.message}`);
                return false;
              }
              throw error;
            },
          ));
        return { kind, served: served.has(kind), listable };
      }),
    );
    const missing = watchedKinds
      .filter(({ kind, essential }) => essential && !served.has(kind))
      .map(({ kind }) => kind);
    const complaints = [
      ...(missing.length > 0
        ? [`The cluster does not serve ${missing.join(', ')}.`]
        : []),
      ...(refused.length > 0 ? [`Not listable: ${refused.join('; ')}`] : []),
    ];
    // Without agents a fabric still works; only the health of its switches stays unknown.
    const ok = kinds.every(
      ({ kind, served: isServed, listable }) =>
        listable ||
        kind === agentKind ||
        (!isServed && !missing.includes(kind)),
    );
    return {
      ok,
      message:
        complaints.join(' ') ||
        `The cluster answers, and all kinds that it serves can be listed in ${namespace}.`,
      version,
      namespace,
      kinds,
    };
  } catch (error) {
    if (error instanceof ClusterError) {
      return { ok: false, message: error.message, namespace, kinds: [] };
    }
    throw error;
  }
}
