import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { inState } from './paths.mjs';

const file = inState('encryption.key');

/**
 * The key that encrypts stored credentials: made once, and kept beside the database that needs it. Real installations
 * keep theirs apart.
 */
export async function encryptionKey() {
  await mkdir(path.dirname(file), { recursive: true });
  try {
    // Two starts at once: the first one's key counts
    await writeFile(file, `${randomBytes(32).toString('base64')}\n`, {
      mode: 0o600,
      flag: 'wx',
    });
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
  return (await readFile(file, 'utf8')).trim();
}
