/** Why a document cannot be read. Carries no text of the document, so that no secret can leak through it (case Y15). */
export class YamlFault extends Error {
  name = 'YamlFault';

  constructor(
    readonly rule: string,
    message: string,
    /** Offset into the document's text, or -1 when the whole document is meant. */
    readonly offset: number,
    readonly hint?: string,
  ) {
    super(message);
  }
}
