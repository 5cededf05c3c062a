import { describeError } from './describeError';

/**
 * What the server says about single fields of a request's body, by the field's name; empty when nothing failed or the
 * failure is not about fields. The contract's check says `body.name: must …`, the engine's own ones say `name: …`.
 *
 * @internal
 */
export function fieldErrors(error: unknown): Record<string, string> {
  if (error === undefined) return {};
  const { kind, reason } = describeError(error);
  if (kind !== 'rejected') return {};
  const found: Record<string, string> = {};
  for (const part of reason.split('; body.')) {
    const match = /^(?:body\.)?([A-Za-z]+)[^:\s]*: (.+)$/s.exec(part);
    if (match) found[match[1]] ??= asSentence(match[2]);
  }
  return found;
}

function asSentence(text: string): string {
  const whole = /^must /i.test(text) ? `It ${text}` : text;
  return `${whole[0].toLocaleUpperCase('en-US')}${whole
    .slice(1)
    .replace(/[.\s]*$/, '')}.`;
}
