/** `443` or `8080-8090`, each from 1 to 65535 and rising. */
export function isPortRange(value: unknown): boolean {
  const match = /^([0-9]{1,5})(?:-([0-9]{1,5}))?$/.exec(String(value).trim());
  if (!match) return false;
  const from = Number(match[1]);
  const to = Number(match[2] ?? match[1]);
  return from >= 1 && to <= 65535 && from <= to;
}
