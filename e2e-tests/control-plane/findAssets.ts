import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** The folder with etcd and kube-apiserver. Builds nothing: throws with the command that does. */
export async function findAssets(): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [
    join(__dirname, 'assets.mjs'),
    '--cached',
  ]).catch((error: { stderr?: string }) => {
    throw new Error(error.stderr?.trim() || 'The control plane is not there.');
  });
  return stdout.trim();
}
