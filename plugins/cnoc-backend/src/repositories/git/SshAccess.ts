import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { AddressPolicy } from '../../fabrics/network';
import { GitRemote, HostKey } from './GitEngine';
import { GitError } from './GitError';
import { gitError } from './gitFailure';
import { resolveHost } from './resolveHost';

const run = promisify(execFile);
const connectSeconds = 15;
const maxFirstKeys = 1000;
/** ssh prefers them in this order too. */
const keyTypes = ['ssh-ed25519', 'ecdsa-sha2-nistp256', 'ssh-rsa'];

/** `SHA256:…` of a key as known_hosts has it, without the host. */
export function fingerprintOf(key: string): string {
  const blob = Buffer.from(key.trim().split(/\s+/)[1] ?? '', 'base64');
  const digest = createHash('sha256').update(blob).digest('base64');
  return `SHA256:${digest.replace(/=+$/, '')}`;
}

/** Files that tell ssh everything. */
export interface SshFiles {
  config: string;
  /** Program that answers ssh's question for the passphrase. */
  askpass?: string;
}

interface Place {
  host: string;
  port: string;
  address: string;
}

/** What git needs to speak ssh to one remote, as files that live no longer than one command. */
export class SshAccess {
  readonly #policy: AddressPolicy;
  /** Keys met on first use, for remotes that have none pinned: a change is noticed at least while this process lives. */
  readonly #firstKeys = new Map<string, string>();

  private constructor(policy: AddressPolicy) {
    this.#policy = policy;
  }

  static create(policy: AddressPolicy): SshAccess {
    return new SshAccess(policy);
  }

  /**
   * Calls `task` with an ssh configuration that leaves ssh no choice: the checked address, the pinned keys, this one key
   * file, no agent, no questions, nothing of the user's own configuration.
   */
  async use<T>(
    remote: GitRemote,
    signal: AbortSignal | undefined,
    task: (files: SshFiles) => Promise<T>,
  ): Promise<T> {
    if (remote.auth && remote.auth.type !== 'ssh') {
      throw new GitError(
        'unsupported',
        'An ssh address needs an SSH key; give one, or the https address of the repository.',
      );
    }
    const place = await this.#place(remote);
    const pinned = await this.#pinned(remote, signal);
    const folder = await mkdtemp(join(tmpdir(), 'cnoc-ssh-'));
    try {
      const files = await this.#write(folder, remote, place, pinned);
      return await task(files).catch(async error => {
        if (error instanceof GitError && error.reason === 'tls') {
          throw await this.#changed(remote, pinned, signal);
        }
        throw error;
      });
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  /** Asks the host which key it shows. */
  async hostKey(remote: GitRemote, signal?: AbortSignal): Promise<HostKey> {
    const { port, address } = await this.#place(remote);
    const { stdout } = await run(
      'ssh-keyscan',
      ['-T', String(connectSeconds), '-p', port, '--', address],
      {
        timeout: 3 * connectSeconds * 1000,
        maxBuffer: 64 * 1024,
        signal,
        env: { PATH: process.env.PATH ?? '/usr/bin:/bin', LC_ALL: 'C' },
      },
    ).catch(error => {
      if (signal?.aborted) {
        throw gitError('aborted');
      }
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
        throw noSsh();
      }
      // ssh-keyscan also fails where the host speaks some of the asked key types only.
      return { stdout: String((error as { stdout?: string }).stdout ?? '') };
    });
    const shown = stdout
      .split('\n')
      .filter(line => line && !line.startsWith('#'))
      .map(line => line.split(' ').slice(1, 3).join(' '));
    const key = keyTypes
      .map(type => shown.find(line => line.startsWith(`${type} `)))
      .find(line => line !== undefined);
    if (!key) {
      throw gitError('unreachable');
    }
    return { key, fingerprint: fingerprintOf(key) };
  }

  async #place(remote: GitRemote): Promise<Place> {
    const url = new URL(remote.url);
    const host = url.hostname.replace(/^\[|\]$/g, '');
    const address = await resolveHost(this.#policy, host);
    return { host, port: url.port || '22', address };
  }

  async #pinned(
    remote: GitRemote,
    signal?: AbortSignal,
  ): Promise<readonly string[]> {
    if (remote.hostKeys?.length) {
      return remote.hostKeys;
    }
    const id = `${remote.name} ${remote.url}`;
    let key = this.#firstKeys.get(id);
    if (!key) {
      key = (await this.hostKey(remote, signal)).key;
      if (this.#firstKeys.size >= maxFirstKeys) {
        this.#firstKeys.clear();
      }
      this.#firstKeys.set(id, key);
    }
    return [key];
  }

  async #changed(
    remote: GitRemote,
    pinned: readonly string[],
    signal?: AbortSignal,
  ): Promise<GitError> {
    const shown = await this.hostKey(remote, signal).catch(() => undefined);
    const known = pinned.map(fingerprintOf);
    return new GitError(
      'hostKeyChanged',
      `The host's key has changed: known is ${known.join(' or ')}, shown is ${
        shown?.fingerprint ?? 'another'
      }. Ask the host's owner; trust the new key only if they confirm it.`,
      { pinned: known, ...(shown && { shown: shown.fingerprint }) },
    );
  }

  async #write(
    folder: string,
    remote: GitRemote,
    place: Place,
    pinned: readonly string[],
  ): Promise<SshFiles> {
    const secret = (name: string, text: string, mode = 0o600) =>
      writeFile(join(folder, name), text, { mode, flag: 'wx' });
    const auth = remote.auth?.type === 'ssh' ? remote.auth : undefined;
    const alias = 'cnoc-remote';
    await secret(
      'known_hosts',
      pinned
        .map(
          key => `${alias} ${key.trim().split(/\s+/).slice(0, 2).join(' ')}\n`,
        )
        .join(''),
    );
    const lines = [
      'Host *',
      `  HostName ${place.address}`,
      `  HostKeyAlias ${alias}`,
      `  UserKnownHostsFile "${join(folder, 'known_hosts')}"`,
      '  GlobalKnownHostsFile /dev/null',
      '  StrictHostKeyChecking yes',
      '  CheckHostIP no',
      '  UpdateHostKeys no',
      '  VerifyHostKeyDNS no',
      '  CanonicalizeHostname no',
      '  PreferredAuthentications publickey',
      '  IdentitiesOnly yes',
      '  IdentityAgent none',
      '  ForwardAgent no',
      '  ForwardX11 no',
      '  ClearAllForwardings yes',
      '  ControlMaster no',
      '  ControlPath none',
      '  ProxyCommand none',
      '  PermitLocalCommand no',
      '  AddKeysToAgent no',
      '  RequestTTY no',
      `  ConnectTimeout ${connectSeconds}`,
      '  ServerAliveInterval 15',
      '  ServerAliveCountMax 2',
      '  LogLevel ERROR',
      // With a passphrase ssh has to ask its one question; the answer comes from a file.
      `  BatchMode ${auth?.passphrase ? 'no' : 'yes'}`,
      '  NumberOfPasswordPrompts 1',
    ];
    if (auth) {
      const text = auth.privateKey.replace(/\r\n?/g, '\n').trimEnd();
      await secret('key', `${text}\n`);
      lines.push(`  IdentityFile "${join(folder, 'key')}"`);
    } else {
      lines.push('  IdentityFile none');
    }
    if (auth?.passphrase) {
      await secret('passphrase', `${auth.passphrase}\n`);
      await secret(
        'ask',
        `#!/bin/sh\nexec cat '${join(folder, 'passphrase')}'\n`,
        0o700,
      );
    }
    await secret('config', `${lines.join('\n')}\n`);
    return {
      config: join(folder, 'config'),
      ...(auth?.passphrase && { askpass: join(folder, 'ask') }),
    };
  }
}

export function noSsh(): GitError {
  return new GitError(
    'unsupported',
    'ssh is not installed on the machine that runs the backend; install openssh-client, or use the https address.',
  );
}
