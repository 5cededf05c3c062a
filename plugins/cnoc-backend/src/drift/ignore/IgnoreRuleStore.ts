import type {
  IgnoreRule,
  SeverityCounts,
} from '@cnoc/backstage-plugin-cnoc-common';
import type { Fence } from '../../fabrics/Fence';

export interface IgnoreRuleStore {
  /** Oldest first. */
  list(fabric: string): Promise<IgnoreRule[]>;
  /** Those that have not ended, by the database's clock, and those that have. */
  current(
    fabric: string,
  ): Promise<{ active: IgnoreRule[]; ended: IgnoreRule[] }>;
  get(fabric: string, id: string): Promise<IgnoreRule | undefined>;
  once(
    fabric: string,
    createdBy: string,
    key: string,
  ): Promise<{ rule: IgnoreRule; digest: string } | undefined>;
  /** @returns false when the fabric has as many rules as it may have */
  insert(
    fabric: string,
    rule: IgnoreRule,
    options: { atMost: number; once?: { key: string; digest: string } },
  ): Promise<boolean>;
  /** @returns false when there is no such rule */
  remove(fabric: string, id: string): Promise<boolean>;
  /** Writes what each rule hides, where that has changed, and forgets rules that have ended. */
  keep(
    fabric: string,
    change: {
      hidden: ReadonlyMap<string, SeverityCounts>;
      active: readonly IgnoreRule[];
      ended: readonly IgnoreRule[];
    },
    fence: Fence,
  ): Promise<void>;
}
