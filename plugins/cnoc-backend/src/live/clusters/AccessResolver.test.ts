import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigReader } from '@backstage/config';
import { NotFoundError } from '@backstage/errors';
import { testCertificate } from '../../__testUtils__/testCertificate';
import { CredentialError, type SecretValue } from '../../credentials';
import type { ClusterAuth, ClusterDefinition } from '../ClusterDefinition';
import { AccessResolver } from './AccessResolver';

const definitionWith = (
  auth: ClusterAuth,
  server: URL | undefined = new URL('https://k.example.com'),
): ClusterDefinition => ({
  name: 'c',
  origin: 'api',
  ...(server && { server }),
  namespace: 'default',
  skipTLSVerify: false,
  lab: false,
  auth,
  etag: 'e',
});

describe('AccessResolver', () => {
  let directory: string;

  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'cnoc-pod-'));
  });
  afterEach(() => rmSync(directory, { recursive: true, force: true }));

  const resolver = (options: {
    open?: (name: string) => Promise<SecretValue>;
    kubernetes?: object;
    environment?: Record<string, string>;
  }) =>
    AccessResolver.fromConfig({
      config: new ConfigReader({ kubernetes: options.kubernetes as never }),
      credentials: {
        open: options.open ?? (async () => ({ type: 'token', secret: 't' })),
      },
      pod: { directory, environment: options.environment ?? {} },
    });

  describe('a stored credential', () => {
    const definition = definitionWith({ type: 'credential', credential: 'k' });

    it('K1: is remembered for routine reads, and read anew when it was refused', async () => {
      const opened: string[] = [];
      const access = resolver({
        open: async name => {
          opened.push(name);
          return { type: 'token', secret: `t${opened.length}` };
        },
      });
      const use = { action: 'read' as const };
      expect((await access.of(definition, use)).token).toBe('t1');
      expect((await access.of(definition, use)).token).toBe('t1');
      const fresh = await access.of(definition, { ...use, fresh: true });
      expect(fresh.token).toBe('t2');
      const changed = { ...definition, etag: 'other' };
      expect((await access.of(changed, use)).token).toBe('t3');
    });

    it('S5: that cannot be opened is told in its own words', async () => {
      const access = resolver({
        open: async () => {
          throw new CredentialError('noKey', 'Key k1 is missing.');
        },
      });
      await expect(
        access.of(definition, { action: 'read' }),
      ).rejects.toMatchObject({
        reason: 'unauthorized',
        message: 'Key k1 is missing.',
      });
    });

    it('that is gone, or of another kind, is told', async () => {
      await expect(
        resolver({
          open: async () => {
            throw new NotFoundError('There is no credential k');
          },
        }).of(definition, { action: 'read' }),
      ).rejects.toMatchObject({ reason: 'unauthorized' });
      await expect(
        resolver({
          open: async () => ({ type: 'ssh', privateKey: 'p' }),
        }).of(definition, { action: 'read' }),
      ).rejects.toThrow(/of type ssh cannot sign in to a cluster/);
    });
  });

  describe('the pod’s service account', () => {
    const inPod = definitionWith({ type: 'inCluster' }, undefined);
    const pod = {
      KUBERNETES_SERVICE_HOST: '10.96.0.1',
      KUBERNETES_SERVICE_PORT: '443',
    };

    it('follows the files, for Kubernetes renews the token', async () => {
      writeFileSync(join(directory, 'token'), 'one\n');
      writeFileSync(join(directory, 'ca.crt'), 'CA');
      const access = resolver({ environment: pod });
      const use = { action: 'read' as const };
      expect(await access.of(inPod, use)).toEqual({
        server: new URL('https://10.96.0.1:443'),
        token: 'one',
        ca: 'CA',
        skipTLSVerify: false,
      });
      writeFileSync(join(directory, 'token'), 'two\n');
      const renewed = await access.of(inPod, { ...use, fresh: true });
      expect(renewed.token).toBe('two');
    });

    it('refuses in words where there is no pod, or no account in it', async () => {
      await expect(resolver({}).of(inPod, { action: 'read' })).rejects.toThrow(
        /does not run in a Kubernetes pod/,
      );
      await expect(
        resolver({ environment: pod }).of(inPod, { action: 'read' }),
      ).rejects.toThrow(/automountServiceAccountToken/);
    });
  });

  describe('a cluster of Backstage’s own configuration', () => {
    const kubernetes = (cluster: object) => ({
      clusterLocatorMethods: [
        { type: 'catalog' },
        { type: 'config', clusters: [{ name: 'site', ...cluster }] },
      ],
    });
    const site = definitionWith(
      { type: 'kubernetes', cluster: 'site' },
      undefined,
    );
    const of = (cluster: object) =>
      resolver({ kubernetes: kubernetes(cluster) }).of(site, {
        action: 'read',
      });

    it('is signed in to with its service account', async () => {
      const { cert } = testCertificate('k.example.com');
      writeFileSync(join(directory, 'ca.pem'), cert);
      const entry = {
        url: 'https://k.example.com/',
        authProvider: 'serviceAccount',
        serviceAccountToken: 'sa',
      };
      const plain = {
        server: new URL('https://k.example.com'),
        token: 'sa',
        skipTLSVerify: false,
      };
      expect(await of(entry)).toEqual(plain);
      const caFile = join(directory, 'ca.pem');
      expect(await of({ ...entry, caFile })).toEqual({ ...plain, ca: cert });
      const caData = Buffer.from(cert).toString('base64');
      expect(await of({ ...entry, caData })).toEqual({ ...plain, ca: cert });
    });

    it.each([
      [
        { url: 'https://k', authProvider: 'google' },
        /signs in to 'site' with google/,
      ],
      [
        { url: 'https://k', authProvider: 'serviceAccount' },
        /no serviceAccountToken/,
      ],
      [
        {
          url: 'https://k',
          authProvider: 'serviceAccount',
          serviceAccountToken: 'sa',
          caFile: '/nowhere/ca.pem',
        },
        /^(?!.*nowhere).*cannot be read/,
      ],
    ])('says what is not supported: %j', async (entry, words) => {
      await expect(of(entry)).rejects.toThrow(words);
    });

    it('says that there is none of the name', async () => {
      await expect(resolver({}).of(site, { action: 'read' })).rejects.toThrow(
        /has no cluster 'site'/,
      );
    });
  });
});
