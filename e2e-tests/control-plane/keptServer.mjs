/*
 * For Keeper.test.ts: starts a server under a keeper, as tests do, says its process id and then waits to be killed.
 * argv: the keeper's folder.
 */
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';

const [folder] = process.argv.slice(2);
const keeper = fork(
  fileURLToPath(new URL('./keeper.mjs', import.meta.url)),
  [folder],
  { detached: true, stdio: 'ignore' },
);
keeper.on('message', ({ pid }) => console.log(pid));
keeper.send({
  start: 'server',
  command: process.execPath,
  args: ['-e', 'setInterval(() => {}, 1000)'],
  log: join(folder, 'server.log'),
});
