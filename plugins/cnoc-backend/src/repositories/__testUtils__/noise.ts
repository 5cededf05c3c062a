import { createCipheriv } from 'node:crypto';

/** The same bytes each time, and no packing makes them smaller. */
export function noise(bytes: number): Buffer {
  const zero = Buffer.alloc(16);
  return createCipheriv('aes-128-ctr', zero, zero).update(Buffer.alloc(bytes));
}
