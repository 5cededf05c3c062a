import type { Notice, TellingLine } from './Notice';
import type { Told } from './tellLines';

/** A notification that this process alone is to send now. */
export interface ClaimedNotice extends Notice {
  fabric: string;
  version: number;
  /** How often sending it failed */
  attempts: number;
}

export interface NoticeStore {
  /** Fabrics with lines that nobody has looked at; at most 100. */
  waiting(): Promise<string[]>;
  /**
   * Works in the lines that nobody has looked at yet; for one process at a time, and each line once.
   *
   * @returns the number of lines
   */
  fold(
    fabric: string,
    work: (
      told: Told,
      lines: TellingLine[],
      now: number,
    ) => Promise<Told> | Told,
  ): Promise<number>;
  /** Takes what is due, so that no other process sends it; at most 50. */
  claim(): Promise<ClaimedNotice[]>;
  sent(notice: ClaimedNotice): Promise<void>;
  /** It is due again after a while. */
  failed(notice: ClaimedNotice, afterMs: number): Promise<void>;
  /** It will not be sent. */
  drop(notice: ClaimedNotice): Promise<void>;
}
