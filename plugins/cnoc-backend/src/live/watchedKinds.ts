import { kinds } from '@cnoc/hedgehog';

/** A kind that CNOC lists and watches. */
export interface WatchedKind {
  kind: string;
  apiVersion: string;
  plural: string;
  /** Whether a cluster without this kind is one that CNOC cannot work with. */
  essential: boolean;
}

/** Health of a switch is told by its Agent; only the status is ever read (its spec holds secrets). */
export const agentKind = 'Agent';

export const watchedKinds: readonly WatchedKind[] = [
  ...kinds.map(({ kind, apiVersion, plural, managed }) => ({
    kind,
    apiVersion,
    plural,
    essential: managed,
  })),
  {
    kind: agentKind,
    apiVersion: 'agent.githedgehog.com/v1beta1',
    plural: 'agents',
    essential: false,
  },
];

/** Whether a cluster without the kind is one that CNOC cannot work with. */
export function isEssentialKind(kind: string): boolean {
  return findWatchedKind(kind)?.essential ?? false;
}

export function findWatchedKind(kind: string): WatchedKind | undefined {
  return watchedKinds.find(watched => watched.kind === kind);
}
