import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RootConfigService } from '@backstage/backend-plugin-api';

/**
 * The folder for cached git objects: `cnoc.git.directory`, which stays, or else one of this process alone, which goes
 * with it.
 */
export async function gitDirectory(
  config: RootConfigService,
): Promise<{ path: string; remove: () => Promise<void> }> {
  const configured = config.getOptionalString('cnoc.git.directory');
  if (configured) {
    await mkdir(configured, { recursive: true, mode: 0o700 });
    return { path: configured, remove: async () => {} };
  }
  const path = await mkdtemp(join(tmpdir(), 'cnoc-git-'));
  return {
    path,
    remove: () => rm(path, { recursive: true, force: true }),
  };
}
