/* eslint-disable jest/no-export -- a contract is a set of tests that test files call */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { AddressPolicy } from '../../../fabrics/network';
import { TestGitServer } from '../TestGitServer';
import { changeOf } from './changeOf';
import { EngineHarness } from './EngineHarness';
import { selfSigned } from './selfSigned';

/** What is dialled, and what it is shown. */
export function addresses(at: EngineHarness): void {
  describe('addresses and credentials', () => {
    it('G1: ext:: in a remote never reaches git', async () => {
      const owned = join(at.directory, 'owned');
      await expect(
        at
          .engine()
          .fetch({ name: 'x', url: `ext::sh -c touch% ${owned}` }, 'main'),
      ).rejects.toThrow();
      expect(existsSync(owned)).toBe(false);
    });

    it('G2: a branch named like an option is refused', async () => {
      const git = at.engine();
      for (const name of ['--output=x', '-x', '--upload-pack=touch x']) {
        await expect(git.head(at.remote, name)).rejects.toMatchObject({
          name: 'InputError',
        });
        await expect(git.fetch(at.remote, name)).rejects.toMatchObject({
          name: 'InputError',
        });
        await expect(
          git.push(
            at.remote,
            changeOf('1'.repeat(40), { 'a.yaml': 'a' }, { branch: name }),
          ),
        ).rejects.toMatchObject({ name: 'InputError' });
      }
      expect(at.server.requests).toHaveLength(0);
    });

    it.each(['file:///tmp/x.git', '/tmp/x.git', 'git://127.0.0.1/x.git'])(
      'G3: %s is refused before git starts',
      async url => {
        await expect(
          at.engine().fetch({ name: 'x', url }, 'main'),
        ).rejects.toThrow(/scheme|URL/);
      },
    );

    it('K22: a remote on a refused address is not dialled', async () => {
      const strict = at.engine({}, AddressPolicy.create([]));
      await expect(strict.head(at.remote, 'main')).rejects.toMatchObject({
        name: 'NotAllowedError',
      });
      await expect(strict.fetch(at.remote, 'main')).rejects.toMatchObject({
        name: 'NotAllowedError',
      });
      expect(at.server.requests).toHaveLength(0);
    });

    it('K22: a name is dialled at the address that was checked', async () => {
      const sha = at.server.commit({ 'a.yaml': 'a' });
      const pinning = at.engine(
        {},
        AddressPolicy.create(['git.fabric.example'], {
          lookup: async () => [{ address: '127.0.0.1' }],
        }),
      );
      const named = {
        name: 'x',
        url: `http://git.fabric.example:${at.server.port}/x.git`,
      };
      await expect(pinning.head(named, 'main')).resolves.toBe(sha);
      await pinning.fetch(named, sha);
      await expect(pinning.tree(named, sha, '')).resolves.toHaveLength(1);
    });

    it.each([
      [{ type: 'token', secret: 's3cret' }, 'x-access-token:s3cret'],
      [{ type: 'token', username: 'robot', secret: 's3cret' }, 'robot:s3cret'],
      [{ type: 'basic', username: 'user', secret: 's3cret' }, 'user:s3cret'],
    ] as const)('signs in with %j', async (auth, expected) => {
      const sha = at.server.commit({ 'a.yaml': 'a' });
      const git = at.engine();
      await git.head({ ...at.remote, auth }, 'main');
      await git.fetch({ ...at.remote, auth }, sha);
      await git.push({ ...at.remote, auth }, changeOf(sha, { 'b.yaml': 'b' }));
      const basic = `Basic ${Buffer.from(expected).toString('base64')}`;
      expect(at.server.requests.length).toBeGreaterThan(4);
      for (const request of at.server.requests) {
        expect(request.authorization).toBe(basic);
      }
    });

    it.each([401, 403, 500])(
      'S4: a host that repeats the credential in a %i does not bring it into the error',
      async status => {
        const sha = at.server.commit({ 'a.yaml': 'a' });
        const secret = 'canary-9ZbN4tVr8KwYp3Sd6F7Hq2Lx';
        const auth = { type: 'token', secret } as const;
        at.server.intercept = (incoming, response) => {
          const sent = incoming.headers.authorization ?? '';
          const plain = Buffer.from(sent.slice(6), 'base64').toString();
          response.writeHead(status, {
            'Content-Type': 'text/plain',
            'X-Sent': sent,
          });
          response.end(`fatal: ${sent} ${plain}`);
          return true;
        };
        const git = at.engine();
        const remote = { ...at.remote, auth };
        for (const task of [
          () => git.head(remote, 'main'),
          () => git.fetch(remote, sha),
          () => git.push(remote, changeOf(sha, { 'b.yaml': 'b' })),
        ]) {
          const error: Error = await task().then(
            () => new Error('it did not fail'),
            failure => failure,
          );
          expect(error).toMatchObject({ name: 'GitError' });
          const all = inspect(error, { depth: 10, showHidden: true });
          expect(all).not.toContain(secret);
          expect(all).not.toContain(
            Buffer.from(`x-access-token:${secret}`).toString('base64'),
          );
        }
      },
    );

    it('an SSH key does not sign in to an http address', async () => {
      await expect(
        at
          .engine()
          .head(
            { ...at.remote, auth: { type: 'ssh', privateKey: 'key' } },
            'main',
          ),
      ).rejects.toMatchObject({ reason: 'unsupported' });
    });

    it.each([
      [401, 'unauthorized'],
      [403, 'forbidden'],
      [404, 'notFound'],
      [429, 'throttled'],
      [503, 'unreachable'],
    ])('G14: status %d is %s', async (status, reason) => {
      at.server.intercept = (_req, res) => {
        res.statusCode = status;
        res.end('<html>inner.example:8080 says no</html>');
        return true;
      };
      const git = at.engine();
      const auth = { type: 'token', secret: 'canary-token' } as const;
      for (const asking of [
        git.head({ ...at.remote, auth }, 'main'),
        git.fetch({ ...at.remote, auth }, 'main'),
      ]) {
        const failure = await asking.catch(error => error);
        expect(failure).toMatchObject({ name: 'GitError', reason });
        expect(failure.message).not.toMatch(/canary|inner|127\.0\.0\.1|html/);
      }
    });

    it('G14: how long a remote asks to wait is told', async () => {
      at.server.intercept = (_req, res) => {
        res.writeHead(429, { 'retry-after': '7' }).end();
        return true;
      };
      await expect(at.engine().head(at.remote, 'main')).rejects.toMatchObject({
        facts: { retryAfterMs: 7000 },
      });
    });

    it('G14: a redirect to another host is not followed with the token', async () => {
      const other = await TestGitServer.start();
      at.server.intercept = (_req, res) => {
        res.writeHead(302, { location: `${other.url}/info/refs` });
        res.end();
        return true;
      };
      const git = at.engine();
      const auth = { type: 'token', secret: 'canary-token' } as const;
      await expect(
        git.head({ ...at.remote, auth }, 'main'),
      ).rejects.toMatchObject({ reason: 'redirected' });
      await expect(
        git.fetch({ ...at.remote, auth }, 'main'),
      ).rejects.toMatchObject({ reason: 'redirected' });
      expect(other.requests).toHaveLength(0);
      await other.stop();
    });

    it.each(['IP:127.0.0.1', 'DNS:other.example'])(
      'G15: a certificate for %s that nobody vouches for is refused, unless a person opts out',
      async name => {
        const server = await TestGitServer.start(selfSigned(name));
        const sha = server.commit({ 'a.yaml': 'a' });
        const remote = { name: 'tls', url: server.url };
        const git = at.engine();
        for (const asking of [
          git.head(remote, 'main'),
          git.fetch(remote, sha),
        ]) {
          await expect(asking).rejects.toMatchObject({ reason: 'tls' });
        }
        expect(server.requests).toHaveLength(0);
        const trusting = { ...remote, skipTLSVerify: true };
        await expect(git.head(trusting, 'main')).resolves.toBe(sha);
        await git.fetch(trusting, sha);
        const made = await git.push(trusting, changeOf(sha, { 'b.yaml': 'b' }));
        await expect(git.head(trusting, 'main')).resolves.toBe(made.sha);
        // Opting out for one remote is none for the next.
        await expect(git.head(remote, 'main')).rejects.toMatchObject({
          reason: 'tls',
        });
        await server.stop();
      },
    );

    it.each(['TLSv1', 'TLSv1.1'] as const)(
      'G15: %s is refused, also by who opted out of the certificate',
      async version => {
        const server = await TestGitServer.start({
          ...selfSigned('IP:127.0.0.1'),
          minVersion: version,
          maxVersion: version,
          ciphers: 'DEFAULT:@SECLEVEL=0',
        });
        server.commit({ 'a.yaml': 'a' });
        const remote = { name: 'old', url: server.url, skipTLSVerify: true };
        await expect(at.engine().head(remote, 'main')).rejects.toMatchObject({
          reason: 'tls',
        });
        expect(server.requests).toHaveLength(0);
        await server.stop();
      },
    );

    it('a page that is not a git server is told apart', async () => {
      at.server.intercept = (_req, res) => {
        res.setHeader('content-type', 'text/html');
        res.end('<html>Sign in</html>');
        return true;
      };
      await expect(at.engine().head(at.remote, 'main')).rejects.toMatchObject({
        reason: 'notFound',
      });
    });
  });
}
