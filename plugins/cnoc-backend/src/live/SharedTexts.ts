const maxTexts = 2_000;

/** Keeps one copy of equal texts. Bounded: it forgets all when it is full, and what is used stays with its users. */
export class SharedTexts {
  readonly #texts = new Map<string, string>();

  share(text: string): string {
    const known = this.#texts.get(text);
    if (known !== undefined) {
      return known;
    }
    if (this.#texts.size >= maxTexts) {
      this.#texts.clear();
    }
    this.#texts.set(text, text);
    return text;
  }
}
