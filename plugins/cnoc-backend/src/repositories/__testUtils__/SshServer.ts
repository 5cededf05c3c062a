import { ChildProcess, execFileSync, spawn } from 'node:child_process';
import {
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';

const binary = '/usr/sbin/sshd';

/** Debian puts sshd there with the package openssh-server. */
export function hasSshd(): boolean {
  return existsSync(binary);
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  await new Promise(done => server.close(done));
  return typeof address === 'object' && address ? address.port : 0;
}

/** A real sshd on a free loopback port, run by whoever runs the test, with keys of its own in a temporary folder. */
export class SshServer {
  readonly #directory: string;
  readonly port: number;
  #process: ChildProcess | undefined;

  private constructor(directory: string, port: number) {
    this.#directory = directory;
    this.port = port;
  }

  static async start(): Promise<SshServer> {
    const server = new SshServer(
      mkdtempSync(join(tmpdir(), 'cnoc-sshd-')),
      await freePort(),
    );
    server.newHostKey();
    server.clientKey('client');
    writeFileSync(
      join(server.#directory, 'authorized_keys'),
      server.#read('client.pub'),
      { mode: 0o600 },
    );
    await server.run();
    return server;
  }

  /** @returns the address of a repository on this machine */
  urlOf(directory: string): string {
    return `ssh://${userInfo().username}@127.0.0.1:${this.port}${directory}`;
  }

  /** Makes a key pair. @returns the private key */
  clientKey(name: string, passphrase = ''): string {
    this.#keygen(name, passphrase);
    return this.#read(name);
  }

  authorize(name: string): void {
    writeFileSync(
      join(this.#directory, 'authorized_keys'),
      this.#read(`${name}.pub`),
      { mode: 0o600 },
    );
  }

  /** The host's key as known_hosts has it, without the host. */
  get hostKey(): string {
    return this.#read('host.pub').split(' ').slice(0, 2).join(' ');
  }

  newHostKey(): void {
    rmSync(join(this.#directory, 'host'), { force: true });
    rmSync(join(this.#directory, 'host.pub'), { force: true });
    this.#keygen('host', '');
  }

  async run(): Promise<void> {
    const file = join(this.#directory, 'sshd_config');
    writeFileSync(
      file,
      [
        `Port ${this.port}`,
        'ListenAddress 127.0.0.1',
        `HostKey ${join(this.#directory, 'host')}`,
        `AuthorizedKeysFile ${join(this.#directory, 'authorized_keys')}`,
        'PidFile none',
        'StrictModes no',
        'UsePAM no',
        'PermitRootLogin prohibit-password',
        'PasswordAuthentication no',
        'KbdInteractiveAuthentication no',
        'AcceptEnv GIT_PROTOCOL',
        'LogLevel QUIET',
      ].join('\n'),
    );
    if (userInfo().uid === 0) {
      // sshd wants this folder when root starts it.
      execFileSync('mkdir', ['-p', '/run/sshd']);
    }
    this.#process = spawn(binary, ['-D', '-e', '-f', file], {
      stdio: 'ignore',
    });
    const deadline = Date.now() + 10_000;
    for (;;) {
      const up = await new Promise<boolean>(done => {
        const socket = connect(this.port, '127.0.0.1');
        socket.once('connect', () => {
          socket.destroy();
          done(true);
        });
        socket.once('error', () => done(false));
      });
      if (up) {
        return;
      }
      if (Date.now() > deadline || this.#process.exitCode !== null) {
        throw new Error('sshd did not start');
      }
      await new Promise(done => {
        setTimeout(done, 50);
      });
    }
  }

  async halt(): Promise<void> {
    const child = this.#process;
    this.#process = undefined;
    if (child && child.exitCode === null) {
      const ended = new Promise(done => child.once('exit', done));
      child.kill();
      await ended;
    }
  }

  async stop(): Promise<void> {
    await this.halt();
    rmSync(this.#directory, { recursive: true, force: true });
  }

  #keygen(name: string, passphrase: string): void {
    execFileSync('ssh-keygen', [
      '-q',
      '-t',
      'ed25519',
      '-N',
      passphrase,
      '-C',
      name,
      '-f',
      join(this.#directory, name),
    ]);
  }

  #read(name: string): string {
    return readFileSync(join(this.#directory, name), 'utf8');
  }
}
