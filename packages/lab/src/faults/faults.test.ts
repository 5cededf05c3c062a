import type { Lab } from '../Lab';
import type { LabCluster } from '../LabCluster';
import { ApiCaller } from '../testing/ApiUnderTest';
import { metaOf, paths, server } from '../testing/contractObjects';
import { startEmptyLab } from '../testing/emptyLab';

// real processes and sockets, on machines that are busy with other tests
jest.setTimeout(30_000);

describe('faults', () => {
  let lab: Lab;
  let cluster: LabCluster;
  let api: ApiCaller;

  beforeAll(async () => {
    ({ lab, cluster } = await startEmptyLab({ bookmarkIntervalMs: 50 }));
    api = new ApiCaller({ url: cluster.url });
  });
  afterEach(() => cluster.faults.clear());
  afterAll(() => lab.stop());

  const code = async (path: string) => (await api.get(path)).code;
  const add = (name: string) =>
    api.request('POST', paths.servers, server(name));
  const watchPath = async (more = '') => {
    const { body } = await api.get(`${paths.servers}?limit=1`);
    return `${paths.servers}?watch=true&resourceVersion=${
      metaOf(body).resourceVersion
    }${more}`;
  };

  it('K2: a status for one kind and one verb, and no other', async () => {
    cluster.faults.add({ verb: 'list', plural: 'servers', status: 403 });
    expect(await api.get(paths.servers)).toMatchObject({
      code: 403,
      body: { kind: 'Status', reason: 'Forbidden' },
    });
    expect(await code(paths.vpcs)).toBe(200);
    expect(await code(`${paths.servers}/absent`)).toBe(404);
    expect((await add('f-1')).code).toBe(201);
  });

  it('K2: what is forbidden is said beforehand, too, and asking uses nothing up', async () => {
    cluster.faults.add({ verb: 'list', plural: 'servers', status: 403 });
    const mayI = async (verb: string, resource: string) => {
      const { body } = await api.request(
        'POST',
        '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews',
        {
          apiVersion: 'authorization.k8s.io/v1',
          kind: 'SelfSubjectAccessReview',
          spec: {
            resourceAttributes: {
              group: 'wiring.githedgehog.com',
              resource,
              verb,
            },
          },
        },
      );
      return (body.status as { allowed?: boolean }).allowed;
    };
    expect(await mayI('list', 'servers')).toBe(false);
    expect(await mayI('watch', 'servers')).toBe(true);
    expect(await mayI('list', 'switches')).toBe(true);
    expect(await code(paths.servers)).toBe(403);
  });

  it('so many times, or until it is taken back', async () => {
    cluster.faults.add({ status: 500, times: 2 });
    expect(await code('/version')).toBe(500);
    expect(await code('/version')).toBe(500);
    expect(await code('/version')).toBe(200);
    const takeBack = cluster.faults.add({ verb: 'discovery', status: 503 });
    expect(await code('/version')).toBe(503);
    takeBack();
    expect(await code('/version')).toBe(200);
  });

  it('K9: 429 says when to come back', async () => {
    cluster.faults.add({ status: 429, retryAfterSeconds: 7, times: 1 });
    const response = await fetch(`${cluster.url}${paths.servers}`);
    expect(response.status).toBe(429);
    expect(response.headers.get('retry-after')).toBe('7');
    expect(await response.json()).toMatchObject({
      details: { retryAfterSeconds: 7 },
    });
  });

  it('K11, K12: a body as it is', async () => {
    cluster.faults.add({
      status: 502,
      body: '<html>bad gateway</html>',
      contentType: 'text/html',
      times: 1,
    });
    const response = await fetch(`${cluster.url}${paths.servers}`);
    expect(response.status).toBe(502);
    expect(response.headers.get('content-type')).toBe('text/html');
    expect(await response.text()).toBe('<html>bad gateway</html>');
  });

  it('a delay before the right answer', async () => {
    cluster.faults.add({ latencyMs: 60, times: 1 });
    const started = performance.now();
    expect(await code(paths.servers)).toBe(200);
    expect(performance.now() - started).toBeGreaterThan(55);
  });

  it('K13: no answer at all', async () => {
    cluster.faults.add({ verb: 'get', hang: true });
    await expect(
      fetch(`${cluster.url}${paths.servers}/x`, {
        signal: AbortSignal.timeout(80),
      }),
    ).rejects.toMatchObject({ name: 'TimeoutError' });
  });

  it('a write that fails is not stored', async () => {
    cluster.faults.add({ verb: 'apply', name: 'f-2', status: 500, times: 1 });
    const path = `${paths.servers}/f-2`;
    expect((await api.apply(path, server('f-2'), 'one')).code).toBe(500);
    expect(await code(path)).toBe(404);
    expect((await api.apply(path, server('f-2'), 'one')).code).toBe(201);
  });

  it('K6: a watch that is cut after some events', async () => {
    cluster.faults.add({ cutWatchAfterEvents: 2, times: 1 });
    await expect(
      api.watch(
        await watchPath(),
        () => false,
        async () => {
          await add('c-1');
          await add('c-2');
          await add('c-3');
        },
      ),
    ).rejects.toThrow(/terminated/);
  });

  it('K6: a cut reaches a watch that is open already', async () => {
    await expect(
      api.watch(
        await watchPath(),
        () => false,
        async () => {
          cluster.faults.add({ cutWatchAfterEvents: 0, times: 1 });
        },
      ),
    ).rejects.toThrow(/terminated/);
  });

  it('K6: a watch that falls silent, bookmarks and all', async () => {
    cluster.faults.add({ plural: 'servers', silentWatch: true });
    const events = await api.watch(
      await watchPath('&allowWatchBookmarks=true&timeoutSeconds=1'),
      () => false,
      () => add('s-1'),
    );
    expect(events).toEqual([]);
  });

  it('K7: an event that is swallowed', async () => {
    cluster.faults.add({ swallowEvents: 1 });
    const events = await api.watch(
      await watchPath(),
      seen => seen.length === 1,
      async () => {
        await add('l-1');
        await add('l-2');
      },
    );
    expect(events[0].object.metadata.name).toBe('l-2');
  });

  it('bookmarks come when nothing else does', async () => {
    const [event] = await api.watch(
      await watchPath('&allowWatchBookmarks=true'),
      seen => seen.length === 1,
    );
    expect(event.type).toBe('BOOKMARK');
  });
});
