import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What the API server needs to know its users: files in `folder`, and the token of an administrator. */
export async function writeSecrets(folder: string): Promise<{
  adminToken: string;
  tokenFile: string;
  serviceAccountKey: string;
}> {
  const adminToken = randomBytes(24).toString('base64url');
  const tokenFile = join(folder, 'tokens.csv');
  const serviceAccountKey = join(folder, 'service-accounts.pem');
  await writeFile(tokenFile, `${adminToken},admin,admin,"system:masters"\n`, {
    mode: 0o600,
  });
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  await writeFile(
    serviceAccountKey,
    privateKey.export({ type: 'pkcs8', format: 'pem' }),
    { mode: 0o600 },
  );
  return { adminToken, tokenFile, serviceAccountKey };
}
