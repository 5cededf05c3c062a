import {
  copyFile,
  mkdir,
  mkdtemp,
  readdir,
  rename,
  rm,
  writeFile,
} from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Problem, outputOf } from './launcher.mjs';
import { compile } from './compile.mjs';
import { runQuietly } from './runQuietly.mjs';

/** Names the build by what Debian offers on this machine. */
export async function debianKey() {
  const policy = (await outputOf('apt-cache', ['policy', 'etcd-server'])) ?? '';
  const version = /Candidate: (\S+)/.exec(policy)?.[1] ?? 'none';
  return `debian-${version}-${process.arch}`.replace(/[^\w.-]/g, '_');
}

/**
 * Takes etcd from Debian's package and builds kube-apiserver from Debian's source package with Debian's Go. Nothing is
 * installed: the packages are unpacked in a temporary folder, with package lists of their own.
 */
export async function buildFromDebian(folder, say) {
  say("Building kube-apiserver from Debian's package sources …");
  const work = await mkdtemp(path.join(tmpdir(), 'cnoc-debian-'));
  try {
    const apt = await privateApt(work);
    await apt('update', '-qq');
    await unpack(apt, work, ['etcd-server']);
    await copyFile(
      path.join(work, 'root/usr/bin/etcd'),
      path.join(folder, 'etcd'),
    );
    const goRoot = await debianGo(apt, work);
    say(`  Debian's ${path.basename(goRoot)}; now the source of Kubernetes`);
    await apt('source', '-qq', 'kubernetes');
    const source = (await readdir(work, { withFileTypes: true })).find(
      entry => entry.isDirectory() && /^kubernetes-/.test(entry.name),
    );
    if (!source) throw new Problem('the source package holds no Kubernetes.');
    await buildApiServer(
      path.join(work, source.name),
      goRoot,
      path.join(folder, 'kube-apiserver'),
      work,
      say,
    );
  } finally {
    await removeAll(work);
  }
}

/** apt-get with Debian's own package sources, as the machine names them, and state in the folder. */
async function privateApt(work) {
  const listed = await outputOf('apt-get', [
    'indextargets',
    '--format',
    '$(ORIGIN) $(REPO_URI) $(RELEASE) $(COMPONENT)',
    'Created-By: Packages',
  ]);
  const lines = new Set();
  for (const line of (listed ?? '').split('\n')) {
    const [origin, uri, release, component] = line.split(' ');
    if (origin !== 'Debian' || !component) continue;
    for (const type of ['deb', 'deb-src']) {
      lines.add(`${type} ${uri} ${release} ${component}`);
    }
  }
  if (lines.size === 0) {
    throw new Problem('no package lists of Debian; run apt-get update.');
  }
  const list = path.join(work, 'sources.list');
  await writeFile(list, `${[...lines].join('\n')}\n`);
  for (const part of ['lists/partial', 'archives/partial', 'none', 'root']) {
    await mkdir(path.join(work, part), { recursive: true });
  }
  const options = {
    'Dir::Etc::SourceList': list,
    'Dir::Etc::SourceParts': path.join(work, 'none'),
    'Dir::State::Lists': path.join(work, 'lists'),
    'Dir::Cache': work,
    // The folder belongs to us; apt's own user could not write there.
    'APT::Sandbox::User': '',
  };
  const flags = Object.entries(options).flatMap(([key, value]) => [
    '-o',
    `${key}=${value}`,
  ]);
  return (command, ...args) =>
    runQuietly('apt-get', [command, ...flags, ...args], { cwd: work });
}

async function unpack(apt, work, names) {
  await apt('download', '-qq', ...names);
  for (const file of await readdir(work)) {
    if (!file.endsWith('.deb')) continue;
    await runQuietly('dpkg-deb', ['-x', file, 'root'], { cwd: work });
    await rm(path.join(work, file));
  }
}

/** Unpacks the Go that Debian builds Kubernetes with; resolves to its GOROOT. */
async function debianGo(apt, work) {
  const shown = (await outputOf('apt-cache', ['show', 'golang-go'])) ?? '';
  const version = /golang-(\d+\.\d+)-go/.exec(shown)?.[1];
  if (!version) throw new Problem('Debian offers no golang-go here.');
  await unpack(apt, work, [`golang-${version}-go`, `golang-${version}-src`]);
  const root = path.join(work, 'root/usr/lib', `go-${version}`);
  // The package links into /usr/share, which here is elsewhere.
  const share = path.join(work, 'root/usr/share', `go-${version}`);
  for (const part of ['src', 'pkg', 'api', 'misc', 'test']) {
    const from = path.join(share, part);
    if (!existsSync(from)) continue;
    await runQuietly('cp', ['-a', '--no-clobber', from, `${root}-whole`], {
      cwd: await folderOf(`${root}-whole`),
    });
  }
  await runQuietly('cp', ['-a', '--no-clobber', `${root}/.`, `${root}-whole`], {
    cwd: work,
  });
  return `${root}-whole`;
}

async function folderOf(folder) {
  await mkdir(folder, { recursive: true });
  return folder;
}

/** Builds as Debian does: from the GOPATH, without modules, where the source still vendors its own parts. */
async function buildApiServer(source, goRoot, output, work, say) {
  const goPath = path.join(work, 'go');
  const cwd = path.join(goPath, 'src/k8s.io/kubernetes');
  await mkdir(path.dirname(cwd), { recursive: true });
  await rename(source, cwd);
  const isWhole = existsSync(path.join(cwd, 'vendor/k8s.io/api'));
  await compile(
    path.join(goRoot, 'bin/go'),
    [...(isWhole ? [] : ['-mod=vendor']), './cmd/kube-apiserver'],
    output,
    {
      cwd,
      env: {
        ...process.env,
        GO111MODULE: isWhole ? 'off' : 'on',
        GOROOT: goRoot,
        GOPATH: goPath,
        GOCACHE: path.join(work, 'go-cache'),
        GOTOOLCHAIN: 'local',
        GOPROXY: 'off',
        GOFLAGS: '',
        CGO_ENABLED: '0',
      },
    },
    say,
  );
}

/** Go makes what it unpacks read-only, which a plain removal trips over. */
async function removeAll(folder) {
  await runQuietly('chmod', ['-R', 'u+w', folder], {}).catch(() => {});
  await rm(folder, { recursive: true, force: true });
}
