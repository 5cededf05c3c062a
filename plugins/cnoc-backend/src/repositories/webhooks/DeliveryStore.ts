/** Remembers which deliveries came, so that a replay starts nothing. */
export interface DeliveryStore {
  /** @returns whether none of the marks was there before */
  isNew(repository: string, marks: readonly string[]): Promise<boolean>;
}
