export type ClusterErrorReason =
  | 'unauthorized'
  | 'forbidden'
  | 'notFound'
  | 'conflict'
  | 'gone'
  | 'invalid'
  | 'throttled'
  | 'unavailable'
  | 'timeout'
  | 'malformed'
  | 'refused'
  /** Another cluster than before answers (K25) */
  | 'replaced';

/** A field that another field manager holds. */
export interface FieldConflict {
  manager: string;
  field: string;
}

const passing: ReadonlySet<ClusterErrorReason> = new Set<ClusterErrorReason>([
  'gone',
  'throttled',
  'unavailable',
  'timeout',
  'malformed',
]);

/** A request to a cluster that failed. The message is fit for users: no address, token, header or raw body. */
export class ClusterError extends Error {
  readonly reason: ClusterErrorReason;
  readonly conflicts?: FieldConflict[];
  /** How long the server asks to wait, at most a minute. */
  readonly retryAfterMs?: number;
  /** Whether the same request may succeed later without anybody changing anything. */
  readonly retryable: boolean;

  constructor(
    reason: ClusterErrorReason,
    message: string,
    options: {
      conflicts?: FieldConflict[];
      retryAfterMs?: number;
      retryable?: boolean;
    } = {},
  ) {
    super(message);
    this.name = 'ClusterError';
    this.reason = reason;
    this.conflicts = options.conflicts;
    this.retryAfterMs = options.retryAfterMs;
    this.retryable = options.retryable ?? passing.has(reason);
  }
}
