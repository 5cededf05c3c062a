/** One line without control or direction-changing characters, cut: fit for a page, a log and a database (G23). */
export function inertText(text: string, limit: number): string {
  const clean = text
    // eslint-disable-next-line no-control-regex -- control characters are exactly what is removed here
    .replace(/\u001b\[[0-9;]*[A-Za-z]/g, '')
    .replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return clean.length > limit ? `${clean.slice(0, limit - 1)}…` : clean;
}
