/** Where a remote's credential is sent: scheme, host and port. */
export function remoteOrigin(url: string): string {
  const { protocol, host } = new URL(url);
  return `${protocol}//${host}`;
}
