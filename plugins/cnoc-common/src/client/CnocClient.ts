import { ResponseError } from '@backstage/errors';
import type {
  CnocApi,
  CnocRequestOptions,
  CnocWriteOptions,
  DeploymentLogEvent,
} from './CnocApi';
import type { FabricEvent } from './FindingApi';
import { readServerSentEvents } from './readServerSentEvents';

type Request = CnocWriteOptions & {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  query?: Record<string, string | number | undefined>;
  body?: unknown;
  headers?: Record<string, string>;
};

/**
 * {@link CnocApi} over HTTP, for browsers and backends alike.
 *
 * @public
 */
export class CnocClient implements CnocApi {
  readonly #discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
  readonly #fetchApi: { fetch: typeof fetch };

  constructor(options: {
    discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
    fetchApi: { fetch: typeof fetch };
  }) {
    this.#discoveryApi = options.discoveryApi;
    this.#fetchApi = options.fetchApi;
  }

  listKinds: CnocApi['listKinds'] = options =>
    this.#json(['kinds'], { ...options });

  getOverview: CnocApi['getOverview'] = options =>
    this.#json(['overview'], { ...options });

  listRepositories: CnocApi['listRepositories'] = (query, options) =>
    this.#json(['repositories'], { ...options, query });

  getRepository: CnocApi['getRepository'] = (name, options) =>
    this.#json(['repositories', name], { ...options });

  createRepository: CnocApi['createRepository'] = (body, options) =>
    this.#json(['repositories'], { ...options, method: 'POST', body });

  updateRepository: CnocApi['updateRepository'] = (name, body, options) =>
    this.#json(['repositories', name], { ...options, method: 'PATCH', body });

  deleteRepository: CnocApi['deleteRepository'] = (name, options) =>
    this.#nothing(['repositories', name], { ...options, method: 'DELETE' });

  testRepository: CnocApi['testRepository'] = (name, options) =>
    this.#json(['repositories', name, 'test'], { ...options, method: 'POST' });

  testRepositoryInput: CnocApi['testRepositoryInput'] = (body, options) =>
    this.#json(['repositories', 'test'], { ...options, method: 'POST', body });

  trustHostKey: CnocApi['trustHostKey'] = (name, fingerprint, options) =>
    this.#json(['repositories', name, 'host-key'], {
      ...options,
      method: 'PUT',
      body: { fingerprint },
    });

  listCredentials: CnocApi['listCredentials'] = (query, options) =>
    this.#json(['credentials'], { ...options, query });

  getCredential: CnocApi['getCredential'] = (name, options) =>
    this.#json(['credentials', name], { ...options });

  createCredential: CnocApi['createCredential'] = (body, options) =>
    this.#json(['credentials'], { ...options, method: 'POST', body });

  updateCredential: CnocApi['updateCredential'] = (name, body, options) =>
    this.#json(['credentials', name], { ...options, method: 'PATCH', body });

  deleteCredential: CnocApi['deleteCredential'] = (name, options) =>
    this.#nothing(['credentials', name], { ...options, method: 'DELETE' });

  rotateCredential: CnocApi['rotateCredential'] = (name, body, options) =>
    this.#json(['credentials', name, 'rotate'], {
      ...options,
      method: 'POST',
      body,
    });

  getKeyRotation: CnocApi['getKeyRotation'] = options =>
    this.#json(['key-rotation'], { ...options });

  startKeyRotation: CnocApi['startKeyRotation'] = options =>
    this.#json(['key-rotation'], { ...options, method: 'POST' });

  listFabrics: CnocApi['listFabrics'] = (query, options) =>
    this.#json(['fabrics'], { ...options, query });

  getFabric: CnocApi['getFabric'] = (fabric, options) =>
    this.#json(['fabrics', fabric], { ...options });

  testFabric: CnocApi['testFabric'] = (fabric, options) =>
    this.#json(['fabrics', fabric, 'test'], { ...options, method: 'POST' });

  createFabric: CnocApi['createFabric'] = (body, options) =>
    this.#json(['fabrics'], { ...options, method: 'POST', body });

  updateFabric: CnocApi['updateFabric'] = (fabric, body, options) =>
    this.#json(['fabrics', fabric], { ...options, method: 'PATCH', body });

  deleteFabric: CnocApi['deleteFabric'] = (fabric, options) =>
    this.#nothing(['fabrics', fabric], { ...options, method: 'DELETE' });

  selfTestFabric: CnocApi['selfTestFabric'] = (fabric, options) =>
    this.#json(['fabrics', fabric, 'self-test'], {
      ...options,
      method: 'POST',
    });

  getHealth: CnocApi['getHealth'] = options =>
    this.#json(['health'], { ...options });

  listClusters: CnocApi['listClusters'] = (query, options) =>
    this.#json(['clusters'], { ...options, query });

  getCluster: CnocApi['getCluster'] = (name, options) =>
    this.#json(['clusters', name], { ...options });

  createCluster: CnocApi['createCluster'] = (body, options) =>
    this.#json(['clusters'], { ...options, method: 'POST', body });

  updateCluster: CnocApi['updateCluster'] = (name, body, options) =>
    this.#json(['clusters', name], { ...options, method: 'PATCH', body });

  deleteCluster: CnocApi['deleteCluster'] = (name, options) =>
    this.#nothing(['clusters', name], { ...options, method: 'DELETE' });

  testCluster: CnocApi['testCluster'] = (name, options) =>
    this.#json(['clusters', name, 'test'], { ...options, method: 'POST' });

  testClusterInput: CnocApi['testClusterInput'] = (body, options) =>
    this.#json(['clusters', 'test'], { ...options, method: 'POST', body });

  readKubeconfig: CnocApi['readKubeconfig'] = (kubeconfig, options) =>
    this.#json(['clusters', 'kubeconfig'], {
      ...options,
      method: 'POST',
      body: { kubeconfig },
    });

  trustClusterIdentity: CnocApi['trustClusterIdentity'] = (
    name,
    identity,
    options,
  ) =>
    this.#json(['clusters', name, 'identity'], {
      ...options,
      method: 'PUT',
      body: { identity },
    });

  listSwitches: CnocApi['listSwitches'] = (fabric, options) =>
    this.#json(['fabrics', fabric, 'switches'], { ...options });

  getSwitch: CnocApi['getSwitch'] = (fabric, name, options) =>
    this.#json(['fabrics', fabric, 'switches', name], { ...options });

  listLinks: CnocApi['listLinks'] = (fabric, query, options) =>
    this.#json(['fabrics', fabric, 'links'], { ...options, query });

  listAllFindings: CnocApi['listAllFindings'] = (query, options) =>
    this.#json(['findings'], { ...options, query });

  getFindingTotals: CnocApi['getFindingTotals'] = options =>
    this.#json(['findings', 'totals'], { ...options });

  getFinding: CnocApi['getFinding'] = (fabric, finding, options) =>
    this.#json(['fabrics', fabric, 'findings', finding], { ...options });

  changeFinding: CnocApi['changeFinding'] = (fabric, finding, body, options) =>
    this.#json(['fabrics', fabric, 'findings', finding], {
      ...options,
      method: 'PATCH',
      body,
    });

  changeFindings: CnocApi['changeFindings'] = (fabric, body, options) =>
    this.#json(['fabrics', fabric, 'findings', 'change'], {
      ...options,
      method: 'POST',
      body,
    });

  listIgnoreRules: CnocApi['listIgnoreRules'] = (fabric, options) =>
    this.#json(['fabrics', fabric, 'ignore-rules'], { ...options });

  createIgnoreRule: CnocApi['createIgnoreRule'] = (fabric, body, options) =>
    this.#json(['fabrics', fabric, 'ignore-rules'], {
      ...options,
      method: 'POST',
      body,
    });

  deleteIgnoreRule: CnocApi['deleteIgnoreRule'] = (fabric, rule, options) =>
    this.#nothing(['fabrics', fabric, 'ignore-rules', rule], {
      ...options,
      method: 'DELETE',
    });

  getResourceHistory: CnocApi['getResourceHistory'] = (
    fabric,
    kind,
    name,
    query,
    options,
  ) =>
    this.#json(['fabrics', fabric, 'resources', kind, name, 'history'], {
      ...options,
      query,
    });

  syncFabric: CnocApi['syncFabric'] = (fabric, options) =>
    this.#json(['fabrics', fabric, 'sync'], { ...options, method: 'POST' });

  checkFabric: CnocApi['checkFabric'] = (fabric, options) =>
    this.#json(['fabrics', fabric, 'check'], { ...options, method: 'POST' });

  validateYaml: CnocApi['validateYaml'] = (fabric, body, options) =>
    this.#json(['fabrics', fabric, 'validate'], {
      ...options,
      method: 'POST',
      body,
    });

  listResources: CnocApi['listResources'] = (fabric, query, options) =>
    this.#json(['fabrics', fabric, 'resources'], { ...options, query });

  getResource: CnocApi['getResource'] = (fabric, kind, name, options) =>
    this.#json(['fabrics', fabric, 'resources', kind, name], { ...options });

  listFindings: CnocApi['listFindings'] = (fabric, query, options) =>
    this.#json(['fabrics', fabric, 'findings'], { ...options, query });

  listActivity: CnocApi['listActivity'] = (fabric, query, options) =>
    this.#json(['fabrics', fabric, 'activity'], { ...options, query });

  getFabricGit: CnocApi['getFabricGit'] = (fabric, options) =>
    this.#json(['fabrics', fabric, 'git'], { ...options });

  listSyncs: CnocApi['listSyncs'] = (fabric, query, options) =>
    this.#json(['fabrics', fabric, 'syncs'], { ...options, query });

  listFiles: CnocApi['listFiles'] = (fabric, query, options) =>
    this.#json(['fabrics', fabric, 'files'], { ...options, query });

  getResourceSource: CnocApi['getResourceSource'] = (
    fabric,
    kind,
    name,
    options,
  ) =>
    this.#json(['fabrics', fabric, 'resources', kind, name, 'source'], {
      ...options,
    });

  listDrafts: CnocApi['listDrafts'] = (fabric, query, options) =>
    this.#json(['fabrics', fabric, 'drafts'], { ...options, query });

  discardDrafts: CnocApi['discardDrafts'] = (fabric, options) =>
    this.#nothing(['fabrics', fabric, 'drafts'], {
      ...options,
      method: 'DELETE',
    });

  getDraft: CnocApi['getDraft'] = (fabric, kind, name, options) =>
    this.#json(['fabrics', fabric, 'drafts', kind, name], { ...options });

  saveDraft: CnocApi['saveDraft'] = (fabric, kind, name, body, options) =>
    this.#json(['fabrics', fabric, 'drafts', kind, name], {
      ...options,
      method: 'PUT',
      body,
    });

  deleteDraft: CnocApi['deleteDraft'] = (fabric, kind, name, options) =>
    this.#nothing(['fabrics', fabric, 'drafts', kind, name], {
      ...options,
      method: 'DELETE',
    });

  previewDrafts: CnocApi['previewDrafts'] = (fabric, body, options) =>
    this.#json(['fabrics', fabric, 'drafts', 'preview'], {
      ...options,
      method: 'POST',
      body,
    });

  commitDrafts: CnocApi['commitDrafts'] = (fabric, body, options) =>
    this.#json(['fabrics', fabric, 'drafts', 'commit'], {
      ...options,
      method: 'POST',
      body,
    });

  importResources: CnocApi['importResources'] = (fabric, body, options) =>
    this.#json(['fabrics', fabric, 'import'], {
      ...options,
      method: 'POST',
      body,
    });

  listPlans: CnocApi['listPlans'] = (fabric, query, options) =>
    this.#json(['fabrics', fabric, 'plans'], { ...options, query });

  createPlan: CnocApi['createPlan'] = (fabric, body, options) =>
    this.#json(['fabrics', fabric, 'plans'], {
      ...options,
      method: 'POST',
      body,
    });

  getPlan: CnocApi['getPlan'] = (fabric, plan, options) =>
    this.#json(['fabrics', fabric, 'plans', plan], { ...options });

  listDeployments: CnocApi['listDeployments'] = (fabric, query, options) =>
    this.#json(['fabrics', fabric, 'deployments'], { ...options, query });

  createDeployment: CnocApi['createDeployment'] = (fabric, plan, options) =>
    this.#json(['fabrics', fabric, 'deployments'], {
      ...options,
      method: 'POST',
      body: { plan },
    });

  getDeployment: CnocApi['getDeployment'] = (fabric, deployment, options) =>
    this.#json(['fabrics', fabric, 'deployments', deployment], { ...options });

  async *streamDeploymentLog(
    fabric: string,
    deployment: string,
    options?: CnocRequestOptions & { lastEventId?: string },
  ): AsyncGenerator<DeploymentLogEvent> {
    const path = ['fabrics', fabric, 'deployments', deployment, 'log'];
    for await (const { event, id, data } of this.#events(path, options)) {
      if (event === 'step') {
        yield { type: 'step', id, step: JSON.parse(data) };
      } else if (event === 'end') {
        yield { type: 'end', deployment: JSON.parse(data) };
        return;
      }
    }
  }

  async *streamFabricEvents(
    fabric: string,
    options?: CnocRequestOptions & { lastEventId?: string },
  ): AsyncGenerator<FabricEvent> {
    const path = ['fabrics', fabric, 'events'];
    for await (const { event, id, data } of this.#events(path, options)) {
      if (event === 'activity') {
        yield { type: 'activity', id, activity: JSON.parse(data) };
      } else if (event === 'resync') {
        yield { type: 'resync', id };
      }
    }
  }

  async *#events(
    path: string[],
    options: (CnocRequestOptions & { lastEventId?: string }) | undefined,
  ) {
    const { lastEventId, ...rest } = options ?? {};
    const response = await this.#request(path, {
      ...rest,
      headers: {
        Accept: 'text/event-stream',
        ...(lastEventId ? { 'Last-Event-ID': lastEventId } : {}),
      },
    });
    yield* readServerSentEvents(response);
  }

  async #json<T>(path: string[], request: Request): Promise<T> {
    const response = await this.#request(path, request);
    return response.json() as Promise<T>;
  }

  async #nothing(path: string[], request: Request): Promise<void> {
    await this.#request(path, request);
  }

  async #request(path: string[], request: Request): Promise<Response> {
    const base = await this.#discoveryApi.getBaseUrl('cnoc');
    const query = new URLSearchParams();
    for (const [key, value] of Object.entries(request.query ?? {})) {
      if (value !== undefined) query.set(key, String(value));
    }
    const suffix = query.size > 0 ? `?${query}` : '';
    const response = await this.#fetchApi.fetch(
      `${base}/v1/${path.map(encodeURIComponent).join('/')}${suffix}`,
      {
        method: request.method ?? 'GET',
        signal: request.signal,
        headers: {
          Accept: 'application/json',
          ...(request.token
            ? { Authorization: `Bearer ${request.token}` }
            : {}),
          ...(request.idempotencyKey
            ? { 'Idempotency-Key': request.idempotencyKey }
            : {}),
          ...(request.ifMatch ? { 'If-Match': request.ifMatch } : {}),
          ...(request.body === undefined
            ? {}
            : { 'Content-Type': 'application/json' }),
          ...request.headers,
        },
        body:
          request.body === undefined ? undefined : JSON.stringify(request.body),
      },
    );
    if (!response.ok) throw await ResponseError.fromResponse(response);
    return response;
  }
}
