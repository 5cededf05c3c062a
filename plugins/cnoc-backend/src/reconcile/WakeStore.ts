/** What a person, or another replica on behalf of one, asks the lease holder to do. */
export type WakeKind = 'sync' | 'check' | 'deploy';

export interface Wake {
  id: string;
  fabric: string;
  kind: WakeKind;
}

export interface WakeStore {
  /** @returns the id of the request; a request of the same kind that has not begun is shared */
  request(fabric: string, kind: WakeKind): Promise<string>;
  /** Requests that have not begun, and marks them as begun; also those that an earlier holder began and never finished. */
  take(fabrics: string[], options: { all: boolean }): Promise<Wake[]>;
  finish(ids: string[]): Promise<void>;
  isDone(id: string): Promise<boolean>;
}
