import type {
  Activity,
  ResourceRef,
  SeverityCounts,
} from '@cnoc/backstage-plugin-cnoc-common';

/** Something that happened to a fabric, to be told in its timeline. */
export interface ActivityEntry {
  type: Activity['type'];
  message: string;
  severity?: Activity['severity'];
  /** Entity reference of a person, a field manager, or a commit's author */
  actor?: string;
  resource?: ResourceRef;
  commit?: string;
  plan?: string;
  deployment?: string;
  /** For a line that stands for many findings: how many of each severity */
  tally?: SeverityCounts;
}

export interface ActivityStore {
  /**
   * Adds lines in the order of their ids: a reader that has seen one line of a fabric will never meet an earlier one that
   * it has not seen, whoever writes. Only the newest 10,000 of a fabric are kept.
   */
  append(fabric: string, at: Date, entries: ActivityEntry[]): Promise<void>;
  /** Newest first; `before` = the id that the page before ended with. */
  page(
    fabric: string,
    options: { before?: number; limit: number },
  ): Promise<Activity[]>;
  /** Oldest first, from behind an id. */
  after(fabric: string, id: number, limit: number): Promise<Activity[]>;
}
