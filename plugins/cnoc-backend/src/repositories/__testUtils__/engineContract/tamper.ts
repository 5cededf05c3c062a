import { ServerResponse } from 'node:http';

/** Lets the server answer, but hands each chunk of the answer to `change` first. */
export function tamper(
  res: ServerResponse,
  change: (chunk: Buffer) => Buffer | undefined,
): void {
  const write = res.write.bind(res) as (chunk: Buffer) => boolean;
  res.write = ((chunk: Buffer) => {
    const changed = change(Buffer.from(chunk));
    if (changed) {
      return write(changed);
    }
    res.destroy();
    return false;
  }) as typeof res.write;
}
