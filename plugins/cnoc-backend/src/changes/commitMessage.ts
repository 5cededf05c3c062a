import { InputError } from '@backstage/errors';

/** Trailer that says which request a commit came from. */
const trailer = 'CNOC-Change';

/**
 * A message as git keeps it, with a trailer by which the commit is found again.
 *
 * @throws InputError for a message without a word
 */
export function commitMessage(message: string, id: string): string {
  const text = message
    .replaceAll('\r\n', '\n')
    .replace(/(?![\n\t])[\p{Cc}\p{Bidi_Control}]/gu, '')
    .replace(/[ \t]+$/gm, '')
    .trim();
  if (text === '') {
    throw new InputError('body.message: say what the commit is for');
  }
  return `${text}\n\n${trailer}: ${id}\n`;
}

/** Whether a commit, as git keeps it, came from a request. */
export function isCommitOf(payload: Uint8Array, id: string): boolean {
  return Buffer.from(payload).toString('utf8').includes(`\n${trailer}: ${id}`);
}
