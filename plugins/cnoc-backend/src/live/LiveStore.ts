import { Fence } from '../fabrics/Fence';
import { LiveObject } from './LiveObject';
import { LiveConnection, LiveSnapshot } from './LiveSnapshot';

/** What is kept of a connection: the snapshot without its objects, and when the cluster last answered. */
export type StoredConnection = Omit<LiveSnapshot, 'objects'> & {
  connection: LiveConnection;
  contactAt?: Date;
};

export interface LiveChanges {
  upserts: readonly LiveObject[];
  removals: readonly { kind: string; name: string }[];
  connection?: StoredConnection;
}

export interface LiveStore {
  objects(fabric: string): Promise<LiveObject[]>;
  get(
    fabric: string,
    kind: string,
    name: string,
  ): Promise<LiveObject | undefined>;
  connection(fabric: string): Promise<StoredConnection | undefined>;
  /** One transaction, in which the fence must hold. @throws ConflictError when it does not */
  save(fabric: string, changes: LiveChanges, fence: Fence): Promise<void>;
}
