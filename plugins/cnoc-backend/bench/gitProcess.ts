import { printYaml, type KubernetesObject } from '@cnoc/hedgehog';
import { generateFabric } from '@cnoc/lab';
import { TestGitServer } from '../src/repositories/__testUtils__/TestGitServer';
import { SEED } from './fixture';
import type { GitFixtureOptions } from './gitFixture';

/** A git server in a process of its own, so that serving does not slow down what is measured. */
async function main() {
  const options: GitFixtureOptions = JSON.parse(process.argv[2]);
  const server = await TestGitServer.start();
  server.git(['symbolic-ref', 'HEAD', 'refs/heads/main']);
  server.git(['fast-import', '--quiet'], historyOf(options));
  const listed =
    options.more > 0 ? server.git(['rev-list', '--reverse', 'main..next']) : '';
  process.once('disconnect', async () => {
    await server.stop();
    process.exit();
  });
  process.on('message', (message: { move?: string }) => {
    if (!message.move) return;
    server.git(['update-ref', 'refs/heads/main', message.move]);
    process.send?.({ moved: message.move });
  });
  process.send?.({ url: server.url, next: listed.split('\n').filter(Boolean) });
}

/** One file for each object, then commits that each change some of them: first on `main`, then more on `next`. */
function historyOf(options: GitFixtureOptions): Buffer {
  const { files, commits, more, changes } = options;
  const objects = generateFabric({ objects: files, seed: SEED });
  const parts: string[] = [];
  const write = (index: number, object: KubernetesObject) =>
    parts.push(
      `M 100644 inline ${pathOf(index)}\n${dataOf(printYaml(object))}`,
    );
  const commit = (ref: string, count: number, from?: string) =>
    parts.push(
      `commit refs/heads/${ref}\ncommitter bench <bench@lab.invalid> ${
        1_700_000_000 + count
      } +0000\n${dataOf(`Change ${count}`)}${from ? `from ${from}\n` : ''}`,
    );
  commit('main', 0);
  objects.forEach((object, index) => write(index, object));
  for (let count = 1; count < commits + more; count++) {
    const isFirstMore = count === commits;
    commit(
      count < commits ? 'main' : 'next',
      count,
      isFirstMore ? 'refs/heads/main' : undefined,
    );
    for (let change = 0; change < changes; change++) {
      const index = (count * changes + change) % files;
      const { metadata, ...object } = objects[index];
      const annotations = { 'bench.invalid/revision': String(count) };
      write(index, {
        ...object,
        metadata: { ...metadata, annotations },
      } as KubernetesObject);
    }
  }
  return Buffer.from(parts.join(''));
}

function pathOf(index: number): string {
  return `fabric/${Math.floor(index / 100)}/${index}.yaml`;
}

function dataOf(text: string): string {
  return `data ${Buffer.byteLength(text)}\n${text}\n`;
}

main().catch(error => {
  console.error(error);
  process.exit(1);
});
