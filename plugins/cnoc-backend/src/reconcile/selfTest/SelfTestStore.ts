import type { SelfTest } from '@cnoc/backstage-plugin-cnoc-common';

/** What a self-test is about to change: all that it takes to undo it. */
export interface TestIntent {
  cluster: string;
  namespace: string;
  kind: string;
  name: string;
  /** The field, from the object's root */
  keys: readonly string[];
  /** Absent = the object did not have the field */
  before?: string | number;
  changed: string | number;
  /** `metadata.managedFields` as they were */
  managers?: unknown;
}

export interface SelfTestStore {
  /** @returns false while another self-test of the fabric is not over, or when the key was used */
  begin(
    fabric: string,
    test: {
      id: string;
      by: string;
      at: Date;
      key?: string;
      /** After it the test is taken for abandoned */
      withinMs: number;
    },
  ): Promise<boolean>;
  find(
    fabric: string,
    by: string,
    key: string,
  ): Promise<{ result?: SelfTest } | undefined>;
  /** Written before anything is changed. @returns false when the test is over or was given up */
  intend(id: string, intent: TestIntent): Promise<boolean>;
  finish(id: string, result: SelfTest): Promise<void>;
  /** Tests of these fabrics whose replica is gone. */
  left(
    fabrics: string[],
  ): Promise<{ id: string; fabric: string; intent?: TestIntent }[]>;
}
