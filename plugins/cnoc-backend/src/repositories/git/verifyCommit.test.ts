import { execFileSync } from 'node:child_process';
import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { splitSignature } from './objects/splitSignature';
import { verifyCommit, verifySignature } from './verifyCommit';

jest.setTimeout(60_000);

describe('verifyCommit', () => {
  let folder: string;
  let key: string;
  const keyOf = (name: string) => {
    const file = join(folder, name);
    execFileSync('ssh-keygen', [
      '-q',
      '-t',
      'ed25519',
      '-N',
      '',
      '-C',
      name,
      '-f',
      file,
    ]);
    return file;
  };
  const lineOf = (file: string, options = '') =>
    `network-team@lab.invalid ${options}${readFileSync(`${file}.pub`, 'utf8')}`;
  /** Has stock git make and sign a commit. @returns the raw commit */
  const commit = (
    options: { sign?: string; message?: string } = {},
  ): Buffer => {
    const git = (...args: string[]) =>
      execFileSync('git', ['-C', join(folder, 'work'), ...args], {
        env: {
          ...process.env,
          GIT_CONFIG_GLOBAL: '/dev/null',
          GIT_COMMITTER_DATE: '2026-03-01T10:00:00Z',
        },
      });
    git(
      '-c',
      'user.name=Network Team',
      '-c',
      'user.email=network-team@lab.invalid',
      '-c',
      'gpg.format=ssh',
      '-c',
      `user.signingKey=${options.sign ?? ''}`,
      'commit',
      '-q',
      '--allow-empty',
      '-m',
      options.message ?? 'a change',
      ...(options.sign ? ['-S'] : []),
    );
    return git('cat-file', 'commit', 'HEAD');
  };

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'cnoc-signers-'));
    execFileSync('git', ['init', '-q', join(folder, 'work')]);
    key = keyOf('key');
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const verdict = (raw: Uint8Array, allowed: string) =>
    verifySignature(splitSignature(raw), allowed);

  it('G24: a commit that an allowed signer signed is good', async () => {
    await expect(
      verifyCommit(
        { signature: async () => splitSignature(commit({ sign: key })) },
        { name: 'lab', url: 'https://git.example/x.git' },
        '1'.repeat(40),
        `# the team\n${lineOf(key)}`,
      ),
    ).resolves.toEqual({ state: 'good', signer: 'network-team@lab.invalid' });
    expect(
      readdirSync(tmpdir()).filter(name => name.startsWith('cnoc-signature-')),
    ).toEqual([]);
  });

  it('G24: an unsigned commit is told', async () => {
    await expect(verdict(commit(), lineOf(key))).resolves.toMatchObject({
      state: 'unsigned',
    });
  });

  it('G24: a key that is not allowed, or no longer was, is bad', async () => {
    const raw = commit({ sign: key });
    const other = keyOf('other');
    for (const allowed of [
      '',
      lineOf(other),
      lineOf(key, 'valid-before="20260101Z" '),
      lineOf(key, 'namespaces="file" '),
    ]) {
      await expect(verdict(raw, allowed)).resolves.toMatchObject({
        state: 'bad',
      });
    }
    await expect(
      verdict(raw, lineOf(key, 'valid-before="20270101Z",namespaces="git" ')),
    ).resolves.toMatchObject({ state: 'good' });
  });

  it('G24: a signature of another commit is bad', async () => {
    const signed = commit({ sign: key, message: 'harmless' });
    const text = signed.toString('latin1');
    for (const forged of [
      text.replace('harmless', 'harmful'),
      text.replace(/^tree \w{40}/, `tree ${'1'.repeat(40)}`),
    ]) {
      expect(forged).not.toBe(text);
      await expect(
        verdict(Buffer.from(forged, 'latin1'), lineOf(key)),
      ).resolves.toMatchObject({ state: 'bad' });
    }
  });

  it('G24: a signature made for another purpose is bad', async () => {
    const plain = commit();
    const file = join(folder, 'payload');
    writeFileSync(file, plain);
    execFileSync(
      'ssh-keygen',
      ['-q', '-Y', 'sign', '-n', 'file', '-f', key, file],
      { stdio: 'ignore' },
    );
    const signature = readFileSync(`${file}.sig`, 'utf8');
    await expect(
      verifySignature({ payload: plain, signature }, lineOf(key)),
    ).resolves.toMatchObject({ state: 'bad' });
  });

  it('G24: two signatures are bad, whichever of them would hold', async () => {
    const text = commit({ sign: key }).toString('latin1');
    const header = /^gpgsig (?:.*\n)(?: .*\n)*/m.exec(text)![0];
    const twice = text.replace(header, header + header);
    await expect(
      verdict(Buffer.from(twice, 'latin1'), lineOf(key)),
    ).resolves.toMatchObject({ state: 'bad' });
  });

  it.each(['PGP SIGNATURE', 'SIGNED MESSAGE'])(
    'G24: %s is unsupported, said plainly',
    async name => {
      const text = commit().toString('latin1');
      const signed = text.replace(
        /^committer .*\n/m,
        line =>
          `${line}gpgsig -----BEGIN ${name}-----\n abc\n -----END ${name}-----\n`,
      );
      await expect(
        verdict(Buffer.from(signed, 'latin1'), lineOf(key)),
      ).resolves.toMatchObject({
        state: 'unsupported',
        message: expect.stringMatching(/SSH key/),
      });
    },
  );
});
