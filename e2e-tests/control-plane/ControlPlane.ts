import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { ApiCaller, waitUntil } from '@cnoc/lab/src/testing';
import { Etcd } from './Etcd';
import { findAssets } from './findAssets';
import { freePorts } from './freePorts';
import { Keeper } from './Keeper';
import { secureFetch } from './secureFetch';
import { writeSecrets } from './writeSecrets';

const START_MS = 60_000;

/** A real etcd and kube-apiserver on free loopback ports, with RBAC, for one test file. Ends with the process. */
export class ControlPlane {
  /** The API's root, without a slash at the end. */
  readonly url: string;
  /** Token of an administrator. */
  readonly token: string;
  readonly etcd: Etcd;
  readonly #keeper: Keeper;
  readonly #command: readonly [string, string[]];
  #ca = '';
  #fetch: ReturnType<typeof secureFetch> = secureFetch('');

  private constructor(options: {
    url: string;
    token: string;
    etcd: Etcd;
    keeper: Keeper;
    command: readonly [string, string[]];
  }) {
    this.url = options.url;
    this.token = options.token;
    this.etcd = options.etcd;
    this.#keeper = options.keeper;
    this.#command = options.command;
  }

  /**
   * Resolves when the API is ready.
   *
   * @param options.assets folder with `etcd` and `kube-apiserver`; absent = KUBEBUILDER_ASSETS or the cache
   */
  static async start(options: { assets?: string } = {}): Promise<ControlPlane> {
    const assets = options.assets ?? (await findAssets());
    const folder = await mkdtemp(join(tmpdir(), 'cnoc-control-plane-'));
    const keeper = Keeper.create(folder);
    try {
      const [apiPort, etcdPort, peerPort] = await freePorts(3);
      const etcd = await Etcd.start({ assets, keeper, etcdPort, peerPort });
      const secrets = await writeSecrets(folder);
      const plane = new ControlPlane({
        url: `https://127.0.0.1:${apiPort}`,
        token: secrets.adminToken,
        etcd,
        keeper,
        command: [
          join(assets, 'kube-apiserver'),
          [
            `--etcd-servers=${etcd.url}`,
            '--bind-address=127.0.0.1',
            `--secure-port=${apiPort}`,
            // It makes its own certificate there, for this address.
            `--cert-dir=${join(folder, 'certificates')}`,
            '--authorization-mode=RBAC',
            `--token-auth-file=${secrets.tokenFile}`,
            '--service-account-issuer=https://control-plane.invalid',
            `--service-account-key-file=${secrets.serviceAccountKey}`,
            `--service-account-signing-key-file=${secrets.serviceAccountKey}`,
            '--service-cluster-ip-range=10.96.0.0/24',
            '--endpoint-reconciler-type=none',
            '--profiling=false',
          ],
        ],
      });
      await plane.#startApi();
      return plane;
    } catch (error) {
      await keeper.end();
      throw error;
    }
  }

  /** The certificate authority of the API, in PEM. */
  get ca(): string {
    return this.#ca;
  }

  /** A `fetch` that trusts the API's certificate. */
  get fetch(): typeof fetch {
    return this.#fetch;
  }

  /** Speaks with the API as the administrator, or as whom the token belongs to. */
  caller(token = this.token): ApiCaller {
    return new ApiCaller({
      url: this.url,
      token,
      fetch: this.#fetch,
    });
  }

  /** A kubeconfig of the administrator, or of whom the token belongs to. */
  kubeconfig(token = this.token): string {
    const authority = Buffer.from(this.#ca).toString('base64');
    return stringify({
      apiVersion: 'v1',
      kind: 'Config',
      'current-context': 'test',
      contexts: [
        {
          name: 'test',
          context: { cluster: 'test', user: 'test', namespace: 'default' },
        },
      ],
      clusters: [
        {
          name: 'test',
          cluster: {
            server: this.url,
            'certificate-authority-data': authority,
          },
        },
      ],
      users: [{ name: 'test', user: { token } }],
    });
  }

  /**
   * Forgets all history: watches and pages from before get 410. The API server starts anew, as its caches would
   * otherwise still know what etcd has forgotten.
   */
  async forgetHistory(): Promise<void> {
    await this.#keeper.stop('kube-apiserver');
    await this.etcd.compact();
    await this.#startApi();
  }

  async stop(): Promise<void> {
    this.#fetch.close();
    await this.#keeper.end();
  }

  async #startApi(): Promise<void> {
    await this.#keeper.start('kube-apiserver', ...this.#command);
    await waitUntil(
      'the API server is ready',
      async () => {
        await this.#keeper.assertRuns('kube-apiserver');
        return this.#isReady();
      },
      START_MS,
    );
  }

  async #isReady(): Promise<boolean> {
    try {
      const file = join(this.#keeper.folder, 'certificates', 'apiserver.crt');
      const ca = await readFile(file, 'utf8');
      if (ca !== this.#ca) {
        this.#fetch.close();
        this.#ca = ca;
        this.#fetch = secureFetch(ca);
      }
      const ask = async (path: string) => {
        const response = await this.#fetch(`${this.url}${path}`, {
          headers: { authorization: `Bearer ${this.token}` },
        });
        await response.text();
        return response.ok;
      };
      return (
        (await ask('/readyz')) &&
        (await ask('/api/v1/namespaces/kube-system')) &&
        (await ask('/api/v1/namespaces/default'))
      );
    } catch {
      return false; // not yet
    }
  }
}
