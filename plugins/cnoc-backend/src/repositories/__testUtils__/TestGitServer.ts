import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import {
  createServer,
  IncomingMessage,
  Server,
  ServerResponse,
} from 'node:http';
import {
  createServer as createTlsServer,
  type ServerOptions,
} from 'node:https';
import { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createGunzip } from 'node:zlib';

/** A file, or a raw tree entry with its mode: symlinks, submodules and other things that no editor writes. */
export type TestFile =
  | string
  | Uint8Array
  | { mode: string; content?: string; oid?: string };

type Answer = (req: IncomingMessage, res: ServerResponse) => boolean;

const author = {
  GIT_AUTHOR_NAME: 'network-team',
  GIT_AUTHOR_EMAIL: 'network-team@lab.invalid',
  GIT_COMMITTER_NAME: 'network-team',
  GIT_COMMITTER_EMAIL: 'network-team@lab.invalid',
  GIT_AUTHOR_DATE: '2026-03-01T10:00:00Z',
  GIT_COMMITTER_DATE: '2026-03-01T10:00:00Z',
};

/** A bare repository behind smart HTTP that can be told to misbehave. Writes objects directly, so trees may be hostile. */
export class TestGitServer {
  readonly #directory: string;
  readonly #server: Server;
  readonly requests: { path: string; authorization?: string }[] = [];
  /** Speaks version 0 only, as old servers do. */
  oldProtocol = false;
  /** Answers a request in place of git; returns false to let git answer. */
  intercept: Answer | undefined;

  private constructor(readonly tls?: ServerOptions) {
    this.#directory = mkdtempSync(join(tmpdir(), 'cnoc-git-'));
    this.#git(['init', '--quiet', '--bare', '--template=', '.']);
    this.#git(['config', 'uploadpack.allowAnySHA1InWant', 'true']);
    this.#git(['config', 'uploadpack.allowFilter', 'true']);
    this.#git(['config', 'http.receivepack', 'true']);
    const serve = (req: IncomingMessage, res: ServerResponse) =>
      this.#serve(req, res);
    this.#server = tls ? createTlsServer(tls, serve) : createServer(serve);
  }

  /** @param tls - key and certificate in PEM: speaks https */
  static async start(tls?: ServerOptions): Promise<TestGitServer> {
    const server = new TestGitServer(tls);
    await new Promise<void>(done =>
      server.#server.listen(0, '127.0.0.1', done),
    );
    return server;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  get url(): string {
    return `${this.tls ? 'https' : 'http'}://127.0.0.1:${
      this.port
    }/fabrics.git`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise(done => this.#server.close(done));
    rmSync(this.#directory, { recursive: true, force: true });
  }

  /** Commits exactly these files to a branch. @returns the commit */
  commit(
    files: Record<string, TestFile>,
    options: {
      branch?: string;
      message?: string;
      name?: string;
      parents?: string[];
    } = {},
  ): string {
    const { branch = 'main', message = 'a change' } = options;
    const tree = this.#tree(
      Object.entries(files).map(([path, file]) => [path.split('/'), file]),
    );
    const commit = this.#git(
      [
        'commit-tree',
        tree,
        ...(options.parents ?? []).flatMap(sha => ['-p', sha]),
        '-F',
        '-',
      ],
      message,
      {
        ...author,
        ...(options.name && { GIT_AUTHOR_NAME: options.name }),
      },
    );
    this.#git(['update-ref', `refs/heads/${branch}`, commit]);
    return commit;
  }

  get directory(): string {
    return this.#directory;
  }

  /** Runs git in the bare repository. @returns what it prints */
  git(args: string[], input: string | Uint8Array = ''): string {
    return this.#git(args, input);
  }

  /** Makes many branches that point to one commit. */
  branches(names: readonly string[], sha: string): void {
    this.#git(
      ['update-ref', '--stdin'],
      names.map(name => `create refs/heads/${name} ${sha}\n`).join(''),
    );
  }

  deleteBranch(branch: string): void {
    this.#git(['update-ref', '-d', `refs/heads/${branch}`]);
  }

  #tree(files: [string[], TestFile][]): string {
    const folders = new Map<string, [string[], TestFile][]>();
    const entries: { mode: string; name: string; oid: string }[] = [];
    for (const [[head, ...rest], file] of files) {
      if (rest.length > 0) {
        folders.set(head, [...(folders.get(head) ?? []), [rest, file]]);
      } else if (typeof file === 'string' || file instanceof Uint8Array) {
        entries.push({ mode: '100644', name: head, oid: this.#blob(file) });
      } else {
        entries.push({
          mode: file.mode,
          name: head,
          oid: file.oid ?? this.#blob(file.content ?? ''),
        });
      }
    }
    for (const [name, children] of folders) {
      entries.push({ mode: '40000', name, oid: this.#tree(children) });
    }
    const sortName = (entry: { mode: string; name: string }) =>
      entry.mode === '40000' ? `${entry.name}/` : entry.name;
    entries.sort((a, b) => (sortName(a) < sortName(b) ? -1 : 1));
    // Raw bytes: `git mktree` would refuse the names that these tests are about.
    const raw = Buffer.concat(
      entries.flatMap(({ mode, name, oid }) => [
        Buffer.from(`${mode} ${name}\0`),
        Buffer.from(oid, 'hex'),
      ]),
    );
    return this.#git(
      ['hash-object', '-t', 'tree', '-w', '--literally', '--stdin'],
      raw,
    );
  }

  #blob(content: string | Uint8Array): string {
    return this.#git(['hash-object', '-w', '--stdin'], content);
  }

  #git(
    args: string[],
    input: string | Uint8Array = '',
    env: Record<string, string> = {},
  ): string {
    return execFileSync('git', args, {
      cwd: this.#directory,
      input,
      env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', ...env },
      encoding: 'utf8',
      stdio: ['pipe', 'pipe', 'pipe'],
    }).trim();
  }

  #serve(req: IncomingMessage, res: ServerResponse): void {
    this.requests.push({
      path: req.url!,
      ...(req.headers.authorization && {
        authorization: req.headers.authorization,
      }),
    });
    if (this.intercept?.(req, res)) {
      return;
    }
    const advertise = req.url!.includes('/info/refs');
    const service = req.url!.includes('git-receive-pack')
      ? 'receive-pack'
      : 'upload-pack';
    const git = spawn(
      'git',
      [
        service,
        '--stateless-rpc',
        ...(advertise ? ['--advertise-refs'] : []),
        this.#directory,
      ],
      {
        env: {
          ...process.env,
          GIT_PROTOCOL: this.oldProtocol
            ? ''
            : String(req.headers['git-protocol'] ?? ''),
        },
        stdio: ['pipe', 'pipe', 'ignore'],
      },
    );
    res.setHeader(
      'content-type',
      `application/x-git-${service}-${advertise ? 'advertisement' : 'result'}`,
    );
    if (advertise) {
      const line = `# service=git-${service}\n`;
      res.write(
        `${(line.length + 4).toString(16).padStart(4, '0')}${line}0000`,
      );
    }
    git.stdin.on('error', () => undefined);
    if (req.headers['content-encoding'] === 'gzip') {
      req.pipe(createGunzip()).pipe(git.stdin);
    } else {
      req.pipe(git.stdin);
    }
    git.stdout.pipe(res);
  }
}
