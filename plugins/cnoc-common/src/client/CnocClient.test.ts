import { CnocClient } from './CnocClient';

function clientAnswering(answer: () => Response) {
  const fetch = jest.fn(async (_url: string, _init: RequestInit) => answer());
  const client = new CnocClient({
    discoveryApi: { getBaseUrl: async id => `http://portal.test/api/${id}` },
    fetchApi: { fetch: fetch as unknown as typeof globalThis.fetch },
  });
  return { client, fetch };
}

const json = (body: unknown, status = 200) =>
  new Response(JSON.stringify(body), {
    status,
    headers: { 'Content-Type': 'application/json' },
  });

describe('CnocClient', () => {
  it('encodes path and query, and sends the token', async () => {
    const { client, fetch } = clientAnswering(() => json({ items: [] }));
    await client.listResources(
      'a/b',
      { text: 'x&y', kind: undefined, limit: 5 },
      { token: 'secret' },
    );
    const [url, init] = fetch.mock.calls[0];
    expect(url).toBe(
      'http://portal.test/api/cnoc/v1/fabrics/a%2Fb/resources?text=x%26y&limit=5',
    );
    expect(init.headers).toMatchObject({ Authorization: 'Bearer secret' });
  });

  it('sends a body and the idempotency key of a write', async () => {
    const { client, fetch } = clientAnswering(() => json({}, 201));
    await client.createDeployment('f', 'p', { idempotencyKey: 'key-12345' });
    const [, init] = fetch.mock.calls[0];
    expect(init).toMatchObject({ method: 'POST', body: '{"plan":"p"}' });
    expect(init.headers).toMatchObject({ 'Idempotency-Key': 'key-12345' });
  });

  it('throws what the engine answered', async () => {
    const { client } = clientAnswering(() =>
      json(
        {
          error: { name: 'NotFoundError', message: "No fabric 'f'" },
          response: { statusCode: 404 },
        },
        404,
      ),
    );
    await expect(client.getFabric('f')).rejects.toMatchObject({
      name: 'ResponseError',
      statusCode: 404,
      cause: { message: "No fabric 'f'" },
    });
  });

  it('reads a deployment log over chunk borders until its end', async () => {
    const text =
      ': heartbeat\n\nid: 1\nevent: step\ndata: {"seq":1}\n\n' +
      'event: end\ndata: {"status":"succeeded"}\n\nevent: step\ndata: {}\n\n';
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        for (const byte of new TextEncoder().encode(text)) {
          controller.enqueue(Uint8Array.of(byte));
        }
        controller.close();
      },
    });
    const { client } = clientAnswering(() => new Response(body));
    const events = [];
    for await (const event of client.streamDeploymentLog('f', 'd')) {
      events.push(event);
    }
    expect(events).toEqual([
      { type: 'step', id: '1', step: { seq: 1 } },
      { type: 'end', deployment: { status: 'succeeded' } },
    ]);
  });
});
