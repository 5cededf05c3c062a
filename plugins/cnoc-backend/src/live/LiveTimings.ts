/** Every wait of the live room, in milliseconds. */
export interface LiveTimings {
  /** Everything is listed anew this often although the watches run, and compared (K7); ten minutes at most. */
  relistMs: number;
  /** How late an event of a watch may be before a full check counts its object as missed. */
  graceMs: number;
  /** A watch that brings nothing, not even a bookmark, for this long is taken for dead (K6). */
  idleTimeoutMs: number;
  /** How often the cluster is asked for its version to see that it is there. */
  probeMs: number;
  retryMinMs: number;
  retryMaxMs: number;
  /** Changes within this time are told as one. */
  coalesceMs: number;
  /** A wave of changes is told when nothing more has come for this long. */
  quietMs: number;
  /** A wave that does not come to rest is told after this long all the same. */
  waveMaxMs: number;
  /** How often the cluster is asked which kinds it serves. */
  servedMs: number;
  /** Changes within this time are written as one. */
  flushMs: number;
  /** How often the states that only time changes (a silent agent) are looked at. */
  tickMs: number;
  /** How often the time of the last contact is written although nothing else changed. */
  contactMs: number;
  /** Objects in a page of a list. */
  pageSize: number;
}

export const defaultTimings: LiveTimings = {
  relistMs: 10 * 60_000,
  graceMs: 2_000,
  idleTimeoutMs: 90_000,
  probeMs: 30_000,
  retryMinMs: 250,
  retryMaxMs: 60_000,
  coalesceMs: 50,
  quietMs: 250,
  waveMaxMs: 10_000,
  servedMs: 60_000,
  flushMs: 200,
  tickMs: 5_000,
  contactMs: 30_000,
  pageSize: 500,
};
