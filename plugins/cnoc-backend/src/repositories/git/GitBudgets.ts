/** What one remote may cost an engine. */
export interface GitBudgets {
  /** Bytes of a cached repository, which is also the most that one fetch may bring. */
  maxRepositoryBytes: number;
  /** Bytes of all objects of one fetch after inflating; the engine without git keeps them in memory one by one. */
  maxInflatedBytes: number;
  maxObjects: number;
  maxRefs: number;
  /** Bytes of a listing of refs or of a tree. */
  maxListingBytes: number;
  /** Bytes of the files of one read. */
  maxReadBytes: number;
  /** Milliseconds for a question such as where a branch is. */
  pollTimeoutMs: number;
  /** Milliseconds for a fetch or push. */
  remoteTimeoutMs: number;
  localTimeoutMs: number;
}

export const defaultBudgets: GitBudgets = {
  maxRepositoryBytes: 512 * 1024 * 1024,
  maxInflatedBytes: 1024 * 1024 * 1024,
  maxObjects: 1_000_000,
  maxRefs: 50_000,
  maxListingBytes: 32 * 1024 * 1024,
  maxReadBytes: 128 * 1024 * 1024,
  pollTimeoutMs: 30_000,
  remoteTimeoutMs: 120_000,
  localTimeoutMs: 60_000,
};

export function budgetsFrom(some: Partial<GitBudgets> = {}): GitBudgets {
  const budgets = { ...defaultBudgets, ...some };
  return {
    ...budgets,
    pollTimeoutMs: Math.min(budgets.pollTimeoutMs, budgets.remoteTimeoutMs),
  };
}

/** How long a caller waits for another process that works on the same repository: as long as that one may take. */
export function lockTimeoutOf(budgets: GitBudgets): number {
  return budgets.remoteTimeoutMs + 2 * budgets.localTimeoutMs;
}
