import { ConnectionState } from './connectionState';
import { LiveObject } from './LiveObject';
import { SwitchHealth } from './switchHealth';

export interface LiveConnection {
  state: ConnectionState;
  /** When the state began. */
  since: Date;
  /** Last contact, while the cluster cannot be read: everything live is from then. */
  staleSince?: Date;
  message?: string;
  /** Another cluster than before answers; only the replica that watches it says so. */
  replaced?: boolean;
}

/** A kind whose objects cannot be known now. Unknown is not missing. */
export interface UnknownKind {
  kind: string;
  since: Date;
  /** `notServed`: the cluster does not have the kind at all. */
  reason: 'unreadable' | 'notServed';
  message: string;
}

/** Everything that the cluster serves of Hedgehog was listed anew and compared with what the watches had told. */
export interface FullCheck {
  /** When it ended. */
  at: Date;
  /** How many objects the lists had, agents and other namespaces included. */
  objects: number;
  /** Objects whose change no watch had told; they are repaired. */
  missed: number;
}

/** The live state of one fabric. */
export interface LiveSnapshot {
  /** Without those that Hedgehog's controllers own. Of an unknown kind: as last seen. */
  objects: LiveObject[];
  unknownKinds: UnknownKind[];
  connection: LiveConnection;
  switches: SwitchHealth[];
  /** Every kind that the cluster serves was listed at least once. */
  complete: boolean;
  /** The last one; absent before the first. */
  fullCheck?: FullCheck;
}
