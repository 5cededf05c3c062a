/** Why a worker did not do its task: `failed` = the task threw, and the worker lives on; `unavailable` = no worker starts. */
export type WorkerErrorReason =
  | 'crashed'
  | 'stuck'
  | 'failed'
  | 'unavailable'
  | 'busy'
  | 'closed';

export class WorkerError extends Error {
  readonly reason: WorkerErrorReason;

  constructor(reason: WorkerErrorReason, message: string) {
    super(message);
    this.name = 'WorkerError';
    this.reason = reason;
  }
}
