/** Time in which a browser has taken over the file, in milliseconds. */
const TAKEN_OVER_MS = 1000;

/**
 * Has the browser save a text as a file.
 *
 * @internal
 */
export function saveFile(name: string, type: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), TAKEN_OVER_MS);
}
