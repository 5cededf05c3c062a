import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { Problem } from './Problem.mjs';
import { outputOf, run } from './processes.mjs';
import { inRoot } from './paths.mjs';

const NODE = '22.23.3';
const YARN = '4.13.0';
const MARK = 'CNOC_TOOLCHAIN';

/**
 * Runs the launcher again under a Node and a Yarn that Backstage supports, when the machine's own are none. Resolves to
 * the exit code of that run, or to undefined when the tools at hand fit and the caller goes on itself.
 */
export async function withToolchain(args) {
  if (process.env[MARK]) return undefined;
  const missing = [];
  if (!nodeFits(process.versions.node)) missing.push(`node@${NODE}`);
  if ((await outputOf('yarn', ['--version'])) !== YARN) {
    missing.push(`@yarnpkg/cli-dist@${YARN}`);
  }
  if (missing.length === 0) {
    Object.assign(process.env, toolEnvironment());
    return undefined;
  }
  console.log(`Using ${missing.join(' and ')} from the npm registry.`);
  const packages = missing.map(name => `--package=${name}`);
  const node = ['--', 'node', '--version'];
  const probe = await run('npm', ['exec', '--yes', ...packages, ...node], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (probe !== 0) {
    throw new Problem(
      `${missing.join(
        ' and ',
      )} could not be downloaded. Check the network, and the registry and proxy in .npmrc, then run this again.`,
    );
  }
  return run(
    'npm',
    [
      'exec',
      '--yes',
      ...packages,
      '--',
      'node',
      inRoot('scripts/launch.mjs'),
      ...args,
    ],
    { env: { ...process.env, [MARK]: '1' } },
  );
}

/** What Backstage 1.55 runs on; Node 24.19 to 24.21 aborts when better-sqlite3 closes. */
export function nodeFits(version) {
  const [major, minor] = version.split('.').map(Number);
  return (
    (major === 22 && minor >= 19) ||
    (major === 24 && (minor < 19 || minor > 21))
  );
}

/** Settings that installing and running under this very Node needs. */
export function toolEnvironment() {
  const headers = headersOfThisNode();
  return {
    [MARK]: '1',
    // A user-level `nodedir` may point at another Node's headers, against which native modules load in no Node at all.
    npm_config_nodedir: headers ?? '',
    NODE_OPTIONS: process.env.NODE_OPTIONS ?? '',
  };
}

function headersOfThisNode() {
  const platform = `node-${process.platform}-${process.arch}`;
  const bin = path.dirname(process.execPath);
  const realBin = path.dirname(realpathSync(process.execPath));
  return [
    path.join(bin, '..'),
    path.join(realBin, '..'),
    path.join(realBin, '..', 'node_modules', platform),
    path.join(realBin, '..', '..', platform),
  ].find(folder => existsSync(path.join(folder, 'include/node/node.h')));
}
