/** Something that was asked for under an idempotency key, and how far it has come. */
export interface ChangeRequest<Work = unknown, Result = unknown> {
  id: string;
  fabric: string;
  operation: 'commit' | 'import';
  /** pushing = the remote may have it or not; pushed = it has; done = nothing is left to do. */
  state: 'pushing' | 'pushed' | 'done';
  createdAt: string;
  createdBy: string;
  idempotencyKey?: string;
  /** The same key with another request is refused. */
  requestHash: string;
  work?: Work;
  result?: Result;
}

export interface ChangeRequestStore {
  /** @throws ConflictError when the key was used for another request */
  find<Work, Result>(
    fabric: string,
    createdBy: string,
    idempotency: { key: string; requestHash: string },
  ): Promise<ChangeRequest<Work, Result> | undefined>;
  /** @throws whatever the database says when the key is taken; look with `find` then */
  insert(request: ChangeRequest): Promise<void>;
  update(
    id: string,
    change: Partial<Pick<ChangeRequest, 'state' | 'result'>> & {
      /** Null = nothing is left to do */
      work?: unknown | null;
    },
  ): Promise<void>;
  /** Forgets a request that came to nothing, so that its key is free again. */
  remove(id: string): Promise<void>;
}
