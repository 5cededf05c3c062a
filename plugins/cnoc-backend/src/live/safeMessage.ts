/** What an API server says, fit for a page: one line, cut, and without the inner addresses that it may name. */
export function safeMessage(text: string): string {
  const clean = text
    .replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/https?:\/\/[^\s"']+/gi, '(address)')
    .replace(/\b\d{1,3}(\.\d{1,3}){3}:\d{1,5}\b/g, '(address)')
    .replace(/\[[0-9a-f:]+\]:\d{1,5}\b/gi, '(address)')
    .replace(/bearer\s+[\w.~+/=-]+/gi, '(token)')
    .trim();
  return clean.length > 600 ? `${clean.slice(0, 599)}…` : clean;
}
