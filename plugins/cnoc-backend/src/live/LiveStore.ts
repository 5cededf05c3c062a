import { Fence } from '../fabrics/Fence';
import { LiveObject } from './LiveObject';
import { LiveConnection, LiveSnapshot } from './LiveSnapshot';
import { AgentDetail } from './switches/AgentDetail';
import { KnownStates } from './switches/SwitchStates';

/** What is kept of a connection: the snapshot without its objects, and when the cluster last answered. */
export type StoredConnection = Omit<LiveSnapshot, 'objects'> & {
  connection: LiveConnection;
  contactAt?: Date;
  /** So that a restart does not begin anew to count since when a switch is how it is. */
  switchStates?: KnownStates;
};

export interface LiveChanges {
  upserts: readonly LiveObject[];
  removals: readonly { kind: string; name: string }[];
  connection?: StoredConnection;
  agents?: {
    upserts: readonly { name: string; detail: AgentDetail }[];
    removals: readonly string[];
  };
}

export interface LiveStore {
  /** Default: of every kind. */
  objects(fabric: string, kinds?: readonly string[]): Promise<LiveObject[]>;
  agents(fabric: string): Promise<Map<string, AgentDetail>>;
  get(
    fabric: string,
    kind: string,
    name: string,
  ): Promise<LiveObject | undefined>;
  connection(fabric: string): Promise<StoredConnection | undefined>;
  /** One transaction, in which the fence must hold. @throws ConflictError when it does not */
  save(fabric: string, changes: LiveChanges, fence: Fence): Promise<void>;
}
