/** What makes a spreadsheet calculate instead of show; leading blanks do not stop it. */
const FORMULA = /^\s*[=+\-@＝＋－＠]|^[\t\r]/;

/**
 * One cell of a CSV file (RFC 4180). Names and reasons are written by others, so that a cell which a spreadsheet would run
 * as a formula gets an apostrophe in front.
 *
 * @internal
 */
export function csvCell(text: string): string {
  const inert = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}

/**
 * A CSV file of rows. Starts with a byte order mark, without which spreadsheets misread what is not ASCII.
 *
 * @internal
 */
export function toCsv(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows
    .map(row => `${row.map(csvCell).join(',')}\r\n`)
    .join('')}`;
}
