import type { Activity, ResourceRef } from '@cnoc/backstage-plugin-cnoc-common';

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
}

export interface ActivityStore {
  append(fabric: string, at: Date, entries: ActivityEntry[]): Promise<void>;
  /** Newest first; `before` = the id that the page before ended with. */
  page(
    fabric: string,
    options: { before?: number; limit: number },
  ): Promise<Activity[]>;
}
