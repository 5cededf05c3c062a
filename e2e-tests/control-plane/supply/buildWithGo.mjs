import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Problem } from './launcher.mjs';
import { toolsFolder } from './paths.mjs';
import { compile } from './compile.mjs';
import { runQuietly } from './runQuietly.mjs';

const ETCD = 'go.etcd.io/etcd/server/v3';
const KUBERNETES = 'k8s.io/kubernetes';

/** Names the build: what goes in, and the Go that does it. */
export async function goKey() {
  const hash = createHash('sha256').update(await goEnvironment());
  for (const file of ['go.mod', 'go.sum']) {
    hash.update(await readFile(path.join(toolsFolder, file)));
  }
  return `go-${hash.digest('hex').slice(0, 20)}`;
}

/** Builds both programs from Go modules, checked against go.sum, into the folder. */
export async function buildWithGo(folder, say) {
  say(
    'Building etcd and kube-apiserver from Go modules. The first time takes some minutes …',
  );
  const version = await kubernetesVersion();
  const [, major, minor] = /^v(\d+)\.(\d+)/.exec(version);
  const stamp = Object.entries({
    gitVersion: version,
    gitMajor: major,
    gitMinor: minor,
    gitTreeState: 'clean',
  }).map(
    ([name, value]) => `-X k8s.io/component-base/version.${name}=${value}`,
  );
  await build(ETCD, path.join(folder, 'etcd'), [], say);
  await build(
    `${KUBERNETES}/cmd/kube-apiserver`,
    path.join(folder, 'kube-apiserver'),
    stamp,
    say,
  );
}

async function build(target, output, stamp, say) {
  await compile(
    'go',
    [
      '-mod=readonly',
      '-trimpath',
      `-ldflags=${['-s', '-w', ...stamp].join(' ')}`,
      target,
    ],
    output,
    goOptions(),
    say,
  );
}

function goOptions() {
  return {
    cwd: toolsFolder,
    env: { ...process.env, CGO_ENABLED: '0', GOFLAGS: '', GOWORK: 'off' },
  };
}

async function goEnvironment() {
  const lines = [];
  const args = ['env', 'GOVERSION', 'GOOS', 'GOARCH'];
  await runQuietly('go', args, goOptions(), line => lines.push(line));
  return lines.join(' ');
}

async function kubernetesVersion() {
  const text = await readFile(path.join(toolsFolder, 'go.mod'), 'utf8');
  const match = /^\s*k8s\.io\/kubernetes (v\S+)/m.exec(text);
  if (!match) throw new Problem('go.mod does not require k8s.io/kubernetes.');
  return match[1];
}
