/**
 * The address when it is an absolute http or https one, else undefined: links in data of git and clusters are written by
 * others.
 *
 * @internal
 */
export function safeUrl(url: string | undefined): string | undefined {
  if (!url) return undefined;
  try {
    const { protocol, username, password, href } = new URL(url);
    const isWeb = protocol === 'https:' || protocol === 'http:';
    return isWeb && username === '' && password === '' ? href : undefined;
  } catch {
    return undefined;
  }
}
