/* eslint-disable jest/no-export -- a contract is a set of tests that test files call */
import { EngineHarness } from './EngineHarness';

/** What a signature covers. */
export function signatures(at: EngineHarness): void {
  it('G24: a commit is given as it was signed', async () => {
    const tree = at.server.git(['mktree'], '');
    const head = `tree ${tree}\nauthor A <a@lab.invalid> 1 +0000\ncommitter A <a@lab.invalid> 1 +0000\n`;
    const signature =
      '-----BEGIN SSH SIGNATURE-----\nabc\n-----END SSH SIGNATURE-----';
    const header = `gpgsig ${signature.replace(/\n/g, '\n ')}\n`;
    const sha = at.server.git(
      ['hash-object', '-t', 'commit', '-w', '--stdin'],
      `${head}${header}\ngpgsig in the message\n`,
    );
    at.server.git(['update-ref', 'refs/heads/main', sha]);
    const git = at.engine();
    await git.fetch(at.remote, sha);
    const signed = await git.signature(at.remote, sha);
    expect(Buffer.from(signed.payload).toString()).toBe(
      `${head}\ngpgsig in the message\n`,
    );
    expect(signed.signature?.trim()).toBe(signature);
  });
}
