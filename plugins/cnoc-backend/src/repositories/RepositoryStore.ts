export interface RepositoryHealth {
  state: 'reachable' | 'unreachable' | 'unknown';
  /** When the state began. */
  since?: Date;
  message?: string;
}

/** Remembers how each remote answered last. */
export interface RepositoryStore {
  list(): Promise<Map<string, RepositoryHealth>>;
  save(name: string, health: RepositoryHealth): Promise<void>;
}
