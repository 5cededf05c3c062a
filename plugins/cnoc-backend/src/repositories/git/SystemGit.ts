import { mkdir, writeFile } from 'node:fs/promises';
import { isIP } from 'node:net';
import { join } from 'node:path';
import { AddressPolicy } from '../../fabrics/network';
import { GitBudgets } from './GitBudgets';
import { gitEnvironment } from './gitEnvironment';
import { GitRemote, HostKey } from './GitEngine';
import { GitError } from './GitError';
import { checkRemoteUrl, isSshUrl } from './repositoryUrl';
import { resolveHost } from './resolveHost';
import { GitRun, runGit } from './runGit';
import { SshAccess, SshFiles } from './SshAccess';
import { trustedAuthorities } from './wire/HttpWire';

/** An older git ignores configuration from the environment, or allocation limits, and with it the hardening. */
const oldest = [2, 39] as const;

type Run = Pick<GitRun, 'args'> &
  Partial<
    Pick<GitRun, 'input' | 'maxOutputBytes' | 'watch' | 'signal' | 'explain'>
  >;

/** Runs the machine's git, hardened: on a cached repository, or against a remote at a checked address. */
export class SystemGit {
  readonly #directory: string;
  readonly #policy: AddressPolicy;
  readonly #budgets: GitBudgets;
  readonly #binary: string;
  readonly #ssh: SshAccess;
  #ready: Promise<string | undefined> | undefined;

  private constructor(options: {
    directory: string;
    policy: AddressPolicy;
    budgets: GitBudgets;
    binary: string;
  }) {
    this.#directory = options.directory;
    this.#policy = options.policy;
    this.#budgets = options.budgets;
    this.#binary = options.binary;
    this.#ssh = SshAccess.create(options.policy);
  }

  static create(options: {
    directory: string;
    policy: AddressPolicy;
    budgets: GitBudgets;
    binary: string;
  }): SystemGit {
    return new SystemGit(options);
  }

  /** @throws GitError when git is missing or too old */
  async version(signal?: AbortSignal): Promise<string> {
    const output = await runGit({
      binary: this.#binary,
      args: ['version'],
      env: gitEnvironment({ home: this.#directory }),
      timeoutMs: this.#budgets.localTimeoutMs,
      maxOutputBytes: 4096,
      signal,
    });
    const [, major, minor] = /(\d+)\.(\d+)/.exec(output.toString()) ?? [];
    const enough =
      Number(major) > oldest[0] ||
      (Number(major) === oldest[0] && Number(minor) >= oldest[1]);
    if (!enough) {
      throw new GitError(
        'failed',
        `The git on the machine that runs the backend is too old; CNOC needs git ${oldest.join(
          '.',
        )} or newer.`,
      );
    }
    return `${major}.${minor}`;
  }

  async local(cache: string, run: Run): Promise<Buffer> {
    return runGit({
      maxOutputBytes: 1024 * 1024,
      ...run,
      binary: this.#binary,
      args: [`--git-dir=${cache}`, ...run.args],
      env: gitEnvironment({ home: this.#directory }),
      timeoutMs: this.#budgets.localTimeoutMs,
    });
  }

  async remote(remote: GitRemote, run: Run): Promise<Buffer> {
    checkRemoteUrl(this.#policy, remote.url);
    const authorities = await this.#prepared(run.signal);
    const start = (more: { pinned?: string; ssh?: SshFiles }) =>
      runGit({
        maxOutputBytes: this.#budgets.maxListingBytes,
        ...run,
        binary: this.#binary,
        env: gitEnvironment({
          home: this.#directory,
          remote,
          authorities,
          ...more,
        }),
        timeoutMs: this.#budgets.remoteTimeoutMs,
      });
    if (isSshUrl(remote.url)) {
      return this.#ssh.use(remote, run.signal, ssh => start({ ssh }));
    }
    const url = new URL(remote.url);
    const host = url.hostname.replace(/^\[|\]$/g, '');
    const address = await resolveHost(this.#policy, host);
    const port = url.port || (url.protocol === 'https:' ? '443' : '80');
    const bracketed = address.includes(':') ? `[${address}]` : address;
    return start({
      pinned: isIP(host) ? undefined : `${host}:${port}:${bracketed}`,
    });
  }

  hostKey(remote: GitRemote, signal?: AbortSignal): Promise<HostKey> {
    return this.#ssh.hostKey(remote, signal);
  }

  /** Checks git once and writes down which certificates count. @returns the file */
  async #prepared(signal?: AbortSignal): Promise<string | undefined> {
    this.#ready ??= (async () => {
      await this.version(signal);
      await mkdir(this.#directory, { recursive: true, mode: 0o700 });
      const authorities = trustedAuthorities();
      if (!authorities) {
        return undefined;
      }
      const file = join(this.#directory, 'authorities.pem');
      await writeFile(file, authorities.join('\n'), { mode: 0o600 });
      return file;
    })();
    try {
      return await this.#ready;
    } catch (error) {
      this.#ready = undefined;
      throw error;
    }
  }
}
