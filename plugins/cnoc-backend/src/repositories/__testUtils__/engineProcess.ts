import { AddressPolicy } from '../../fabrics/network';
import { GitError } from '../git/GitError';
import { IsomorphicGitEngine } from '../git/isomorphic/IsomorphicGitEngine';
import { SystemGitEngine } from '../git/SystemGitEngine';
import type { EngineTask } from './startEngineProcess';

/** A backend that does one fetch: prints `done`, or the reason why not. */
async function main(task: EngineTask): Promise<void> {
  const policy = AddressPolicy.create(['127.0.0.1']);
  const { directory } = task;
  const engine =
    task.engine === 'system'
      ? SystemGitEngine.create({ directory, policy })
      : IsomorphicGitEngine.create({ directory, policy });
  const remote = { name: 'lab', url: task.url };
  process.stdout.write('started\n');
  try {
    await engine.fetch(remote, task.sha);
    const tree = await engine.tree(remote, task.sha, '');
    process.stdout.write(`done ${tree.map(entry => entry.path).join()}\n`);
  } catch (error) {
    process.stdout.write(
      `${error instanceof GitError ? error.reason : String(error)}\n`,
    );
  }
  await engine.close();
}

main(JSON.parse(process.argv[2])).catch(error => {
  process.stderr.write(`${error}\n`);
  process.exit(1);
});
