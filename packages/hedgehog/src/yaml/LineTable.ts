/** Offsets of a document → lines of its file. */
export class LineTable {
  readonly #starts: readonly number[];
  readonly #firstLine: number;
  readonly #last: number;

  private constructor(
    starts: readonly number[],
    firstLine: number,
    last: number,
  ) {
    this.#starts = starts;
    this.#firstLine = firstLine;
    this.#last = last;
  }

  static of(text: string, firstLine: number): LineTable {
    const starts = [0];
    for (let i = text.indexOf('\n'); i !== -1; i = text.indexOf('\n', i + 1))
      starts.push(i + 1);
    return new LineTable(starts, firstLine, text.trimEnd().length);
  }

  /**
   * 1-based line; the first one for a negative offset. What is missing at the end is missing at the last line that holds
   * anything.
   */
  lineOf(offset: number): number {
    const wanted = Math.min(offset, this.#last);
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#starts[middle] <= wanted) low = middle;
      else high = middle - 1;
    }
    return this.#firstLine + low;
  }
}
