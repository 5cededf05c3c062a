import { InformerPhase } from './Informer';

export type ConnectionState =
  | 'connected'
  | 'degraded'
  | 'disconnected'
  | 'unknown';

export interface KindState {
  kind: string;
  /** Without it CNOC cannot work with the cluster. */
  essential: boolean;
  phase: InformerPhase;
  message?: string;
}

/** Whether a kind's objects cannot be known now. */
export function hasUnknownObjects({ phase }: KindState): boolean {
  return phase === 'failing' || phase === 'absent';
}

/** Whether the connection is the worse for a kind: one that the cluster may lack does not count. */
export function isUnknownKind(kind: KindState): boolean {
  return (
    kind.phase === 'failing' || (kind.phase === 'absent' && kind.essential)
  );
}

/** How a cluster's connection stands, from what its watchers met. */
export function connectionState(
  kinds: readonly KindState[],
  gateMessage: string | undefined,
): { state: ConnectionState; message?: string } {
  if (gateMessage !== undefined) {
    return { state: 'disconnected', message: gateMessage };
  }
  const unknown = kinds.filter(isUnknownKind);
  const current = kinds.filter(kind => kind.phase === 'current');
  if (unknown.length === 0) {
    return { state: current.length > 0 ? 'connected' : 'unknown' };
  }
  const starting = kinds.some(kind => kind.phase === 'starting');
  if (current.length === 0 && !starting) {
    return {
      state: 'disconnected',
      message: unknown[0].message ?? 'No kind can be read.',
    };
  }
  const names = unknown.map(kind => kind.kind).join(', ');
  const why = unknown[0].message ? ` ${unknown[0].message}` : '';
  return { state: 'degraded', message: `Cannot read ${names}.${why}` };
}
