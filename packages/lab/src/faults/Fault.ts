export type FaultVerb =
  | 'get'
  | 'list'
  | 'watch'
  | 'apply'
  | 'delete'
  | 'discovery'
  | '*';

/**
 * What goes wrong, for which requests and how often. `apply` stands for every write that is not a delete. Without
 * `times` a fault lasts until it is removed. Watch effects also reach watches that are already open.
 */
export type Fault = {
  verb?: FaultVerb;
  plural?: string;
  name?: string;
  times?: number;
} & FaultEffect;

export type FaultEffect =
  | { status: number; message?: string; retryAfterSeconds?: number }
  | { latencyMs: number }
  | { hang: true }
  /** The connection drops without a word when this many events went over it. */
  | { cutWatchAfterEvents: number }
  /** The connection stays open, and nothing comes any more, not even bookmarks. */
  | { silentWatch: true }
  /** The answer as it is, for example HTML or broken JSON. */
  | { body: string; contentType?: string; status: number }
  /** So many events never reach the watcher. */
  | { swallowEvents: number };
