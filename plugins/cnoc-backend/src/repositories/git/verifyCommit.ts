import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GitEngine, GitRemote, SignedCommit } from './GitEngine';
import { gitError } from './gitFailure';
import { inertText } from './inertText';
import { noSsh } from './SshAccess';

/** What a commit's signature says. `signer` is the principal of the list of allowed signers. */
export type CommitVerdict =
  | { state: 'good'; signer: string }
  | { state: 'unsigned' | 'bad' | 'unsupported'; message: string };

const timeoutMs = 20_000;
const maxOutputBytes = 64 * 1024;
const maxAllowedBytes = 1024 * 1024;

interface Answer {
  code: number | null;
  output: string;
}

/** Runs ssh-keygen without a shell; what it checks goes in by standard input. */
async function sshKeygen(
  args: readonly string[],
  input: Uint8Array,
  signal?: AbortSignal,
): Promise<Answer> {
  const child = spawn('ssh-keygen', args, {
    env: { PATH: process.env.PATH ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' },
    cwd: '/',
    stdio: ['pipe', 'pipe', 'ignore'],
    timeout: timeoutMs,
    killSignal: 'SIGKILL',
    signal,
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => {
    if (output.length < maxOutputBytes) {
      output += chunk.toString('utf8');
    }
  });
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  return new Promise((done, fail) => {
    child.once('error', error => {
      if (signal?.aborted) {
        fail(gitError('aborted'));
      } else {
        fail(
          (error as NodeJS.ErrnoException).code === 'ENOENT' ? noSsh() : error,
        );
      }
    });
    child.once('close', code => done({ code, output }));
  });
}

/** When the commit says it was made, as ssh-keygen takes it: keys have times of validity, and git asks for this one. */
function commitTime(payload: Uint8Array): string | undefined {
  const [head] = Buffer.from(payload).toString('latin1').split('\n\n', 1);
  const seconds = /^committer .* (\d{1,11}) [+-]\d{4}$/m.exec(head)?.[1];
  const at = new Date(Number(seconds ?? Number.NaN) * 1000);
  return Number.isNaN(at.getTime()) || at.getUTCFullYear() > 9999
    ? undefined
    : at.toISOString().replace(/[-:T]/g, '').replace(/\..*$/, '');
}

/**
 * Checks the SSH signature of a signed commit (case G24).
 *
 * @param allowedSigners - lines as in ssh-keygen's ALLOWED SIGNERS, from CNOC's own settings, never from the repository
 */
export async function verifySignature(
  { payload, signature }: SignedCommit,
  allowedSigners: string,
  signal?: AbortSignal,
): Promise<CommitVerdict> {
  if (signature === undefined) {
    return { state: 'unsigned', message: 'The commit is not signed.' };
  }
  if (/^-----BEGIN (PGP SIGNATURE|SIGNED MESSAGE)-----/.test(signature)) {
    return {
      state: 'unsupported',
      message:
        'The commit is signed with PGP or X.509, which CNOC does not check; sign commits with an SSH key.',
    };
  }
  const bad = (message: string): CommitVerdict => ({ state: 'bad', message });
  if (!signature.startsWith('-----BEGIN SSH SIGNATURE-----')) {
    return bad('The signature of the commit has a form that nobody knows.');
  }
  if (allowedSigners.length > maxAllowedBytes) {
    return bad('The list of allowed signers is longer than CNOC reads.');
  }
  const at = commitTime(payload);
  if (!at) {
    return bad('The commit does not say when it was made.');
  }
  const folder = await mkdtemp(join(tmpdir(), 'cnoc-signature-'));
  try {
    const file = async (name: string, text: string) => {
      const place = join(folder, name);
      await writeFile(place, text, { mode: 0o600, flag: 'wx' });
      return place;
    };
    const allowed = await file('allowed', `${allowedSigners.trimEnd()}\n`);
    const signed = await file('signature', signature);
    const time = `-Overify-time=${at}Z`;
    const found = await sshKeygen(
      ['-Y', 'find-principals', '-f', allowed, '-s', signed, time],
      new Uint8Array(),
      signal,
    );
    // A list may name several people for one key; the first one counts.
    const signer = found.output.split('\n')[0];
    if (found.code !== 0 || !signer) {
      return bad(
        'The key that signed the commit is not among the allowed signers.',
      );
    }
    const checked = await sshKeygen(
      [
        '-Y',
        'verify',
        '-f',
        allowed,
        '-I',
        signer,
        '-n',
        'git',
        '-s',
        signed,
        time,
      ],
      payload,
      signal,
    );
    return checked.code === 0
      ? { state: 'good', signer: inertText(signer, 200) }
      : bad('The signature does not belong to this commit.');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * Checks a fetched commit against the allowed signers (case G24). Without a good signature nothing of it may be used.
 *
 * @throws GitError when the commit cannot be read, or ssh-keygen is missing (`unsupported`)
 */
export async function verifyCommit(
  engine: Pick<GitEngine, 'signature'>,
  remote: GitRemote,
  sha: string,
  allowedSigners: string,
  signal?: AbortSignal,
): Promise<CommitVerdict> {
  const signed = await engine.signature(remote, sha, signal);
  return verifySignature(signed, allowedSigners, signal);
}
