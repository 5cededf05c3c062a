import { Problem, outputOf } from './launcher.mjs';
import { buildWithGo, goKey } from './buildWithGo.mjs';
import { buildFromDebian, debianKey } from './buildFromDebian.mjs';
import { cached, isComplete } from './cache.mjs';

const COMMAND = 'node e2e-tests/control-plane/assets.mjs';

/**
 * The folder with `etcd` and `kube-apiserver`. First match: KUBEBUILDER_ASSETS; the cache; a build with Go from Go
 * modules; Debian's packages and package sources. Progress goes to stderr.
 *
 * @param options.mayBuild false = only what is there already
 */
export async function supplyAssets({ mayBuild = true } = {}) {
  const given = process.env.KUBEBUILDER_ASSETS;
  if (given) {
    if (await isComplete(given)) return given;
    throw new Problem(
      'KUBEBUILDER_ASSETS names a folder without etcd and kube-apiserver. Put them there, or unset the variable.',
    );
  }
  const failures = [];
  for (const way of await waysHere()) {
    try {
      return await cached(await way.key(), mayBuild && way.build);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      failures.push(`${way.title}: ${error.message}`);
      if (mayBuild) say(`${way.title}: ${error.message}`);
    }
  }
  if (!mayBuild) {
    throw new Problem(
      `The control plane for the tests is not there yet. Run '${COMMAND}' once; it builds it, which takes some minutes.`,
    );
  }
  throw new Problem(
    [
      'etcd and kube-apiserver could not be supplied:',
      ...failures.map(line => `- ${line}`),
      'Install Go 1.25 or newer, or name a folder that holds both in KUBEBUILDER_ASSETS.',
    ].join('\n'),
  );
}

async function waysHere() {
  const ways = [];
  const go = await outputOf('go', ['version']);
  if (go) {
    ways.push({
      title: 'Go modules',
      key: goKey,
      build: folder => buildWithGo(folder, say),
    });
  }
  if (await outputOf('apt-get', ['--version'])) {
    ways.push({
      title: "Debian's packages",
      key: debianKey,
      build: folder => buildFromDebian(folder, say),
    });
  }
  return ways;
}

function say(line) {
  process.stderr.write(`${line}\n`);
}
