import type { Lab } from '../Lab';
import { RequestLog } from '../kubernetes/RequestLog';
import type { LabCluster } from '../LabCluster';
import { paths } from '../testing/contractObjects';
import { startEmptyLab } from '../testing/emptyLab';

// real processes and sockets, on machines that are busy with other tests
jest.setTimeout(30_000);

describe('limits', () => {
  let lab: Lab;
  let cluster: LabCluster;
  beforeAll(async () => {
    ({ lab, cluster } = await startEmptyLab({ maxHistory: 20 }));
  });
  afterAll(() => lab.stop());

  const post = (body: string) =>
    fetch(`${cluster.url}${paths.servers}`, { method: 'POST', body });

  it('H7: a body over three megabytes is refused', async () => {
    const response = await post('x'.repeat(3 * 1024 * 1024 + 1));
    expect(response.status).toBe(413);
    expect(await response.json()).toMatchObject({
      reason: 'RequestEntityTooLarge',
    });
  });

  it('what a client cannot read is not sent', async () => {
    const response = await fetch(`${cluster.url}${paths.servers}`, {
      headers: { accept: 'application/vnd.kubernetes.protobuf' },
    });
    expect(response.status).toBe(406);
  });

  it('watch history is bounded: an old revision gets 410', async () => {
    const { metadata } = await (
      await fetch(`${cluster.url}${paths.servers}`)
    ).json();
    for (let index = 0; index < 30; index += 1) {
      cluster.create(
        {
          apiVersion: 'wiring.githedgehog.com/v1beta1',
          kind: 'Server',
          metadata: { name: `s-${index}` },
          spec: {},
        },
        { manager: 'test' },
      );
    }
    const response = await fetch(
      `${cluster.url}${paths.servers}?watch=true&resourceVersion=${metadata.resourceVersion}`,
    );
    expect(JSON.parse(await response.text())).toMatchObject({
      type: 'ERROR',
      object: { code: 410 },
    });
  });

  it('continued lists are bounded: the oldest expires', async () => {
    const page = async (token = '') => {
      const response = await fetch(
        `${cluster.url}${paths.servers}?limit=1&continue=${token}`,
      );
      return { code: response.status, body: await response.json() };
    };
    const first = await page();
    for (let index = 0; index < 64; index += 1) {
      await page();
    }
    expect(await page(first.body.metadata.continue)).toMatchObject({
      code: 410,
      body: { reason: 'Expired' },
    });
  });

  it('the log of requests keeps the last ones', () => {
    const log = new RequestLog(3);
    for (const path of ['/1', '/2', '/3', '/4', '/5']) {
      log.add({ method: 'GET', path, at: new Date(0) });
    }
    expect(log.records.map(({ path }) => path)).toEqual(['/3', '/4', '/5']);
  });

  it('a watch ends when the lab stops', async () => {
    const { lab: other, cluster: its } = await startEmptyLab();
    const response = await fetch(`${its.url}${paths.servers}?watch=true`);
    const [ended] = await Promise.allSettled([response.text(), other.stop()]);
    expect(ended).toMatchObject({
      status: 'rejected',
      reason: { message: 'terminated' },
    });
  });
});
