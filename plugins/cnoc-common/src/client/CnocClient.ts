import { ResponseError } from '@backstage/errors';
import type {
  CnocApi,
  CnocRequestOptions,
  CnocWriteOptions,
  DeploymentLogEvent,
} from './CnocApi';
import { readServerSentEvents } from './readServerSentEvents';

type Request = CnocWriteOptions & {
  method?: 'GET' | 'POST';
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

  listFabrics: CnocApi['listFabrics'] = (query, options) =>
    this.#json(['fabrics'], { ...options, query });

  getFabric: CnocApi['getFabric'] = (fabric, options) =>
    this.#json(['fabrics', fabric], { ...options });

  testFabric: CnocApi['testFabric'] = (fabric, options) =>
    this.#json(['fabrics', fabric, 'test'], { ...options, method: 'POST' });

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
    const { lastEventId, ...rest } = options ?? {};
    const response = await this.#request(
      ['fabrics', fabric, 'deployments', deployment, 'log'],
      {
        ...rest,
        headers: {
          Accept: 'text/event-stream',
          ...(lastEventId ? { 'Last-Event-ID': lastEventId } : {}),
        },
      },
    );
    for await (const { event, id, data } of readServerSentEvents(response)) {
      if (event === 'step') {
        yield { type: 'step', id, step: JSON.parse(data) };
      } else if (event === 'end') {
        yield { type: 'end', deployment: JSON.parse(data) };
        return;
      }
    }
  }

  async #json<T>(path: string[], request: Request): Promise<T> {
    const response = await this.#request(path, request);
    return response.json() as Promise<T>;
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
