import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { mockServices } from '@backstage/backend-test-utils';
import type {
  DeploymentStep,
  DeploymentSummary,
} from '@cnoc/backstage-plugin-cnoc-common';
import express from 'express';
import { DeploymentLog } from './DeploymentLog';
import { EventStreams } from './EventStreams';

const step = (seq: number): DeploymentStep => ({
  seq,
  wave: 1,
  action: 'create',
  kind: 'VPC',
  name: `v${seq}`,
  status: 'succeeded',
});
const from = { fabric: 'f', deployment: 'd', after: 0 };

describe('DeploymentLog', () => {
  let summary: Partial<DeploymentSummary>;
  let steps: { change: number; step: DeploymentStep }[];
  let reads: number;
  let close: () => void;
  let url: string;

  beforeEach(async () => {
    summary = { status: 'running' };
    steps = [{ change: 1, step: step(1) }];
    reads = 0;
    const log = DeploymentLog.create({
      deployments: {
        summary: async () => summary as DeploymentSummary,
        log: async (_id, after, limit) => {
          reads++;
          return steps.filter(one => one.change > after).slice(0, limit);
        },
      },
      logger: mockServices.logger.mock(),
      pollMs: 1,
    });
    const streams = EventStreams.create({ heartbeatMs: 5, tendMs: 1 });
    const app = express();
    app.get('/', (request, response) =>
      log.follow(
        { ...from, after: Number(request.query.after ?? 0) },
        streams.open(response, { caller: 'user:default/one' }),
      ),
    );
    const server = app.listen(0, '127.0.0.1');
    await once(server, 'listening');
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    close = () => {
      server.closeAllConnections();
      server.close();
    };
  });
  afterEach(() => close());

  const end = () => {
    summary = { status: 'succeeded', finishedAt: '2026-01-01T00:00:00Z' };
  };

  it('sends the steps and the end, and closes', async () => {
    steps.push({ change: 2, step: step(2) });
    end();
    const response = await fetch(url);
    expect(response.headers.get('content-type')).toMatch(/^text\/event-stream/);
    expect(response.headers.get('cache-control')).toBe(
      'no-store, no-transform',
    );
    expect(await response.text()).toBe(
      `id: 1\nevent: step\ndata: ${JSON.stringify(step(1))}\n\n` +
        `id: 2\nevent: step\ndata: ${JSON.stringify(step(2))}\n\n` +
        `event: end\ndata: ${JSON.stringify(summary)}\n\n`,
    );
  });

  it('goes on after the last event that the client got', async () => {
    steps.push({ change: 7, step: step(2) });
    end();
    const text = await (await fetch(`${url}?after=1`)).text();
    expect(text).not.toContain('"seq":1');
    expect(text).toContain('id: 7\n');
  });

  it('sends more steps than one read takes', async () => {
    steps = Array.from({ length: 450 }, (_, index) => ({
      change: index + 1,
      step: step(index + 1),
    }));
    end();
    const text = await (await fetch(url)).text();
    expect(text.match(/event: step/g)).toHaveLength(450);
  });

  it('shows that it lives while nothing happens, then tells what happened', async () => {
    const response = await fetch(url);
    let text = '';
    for await (const chunk of response.body!.pipeThrough(
      new TextDecoderStream(),
    )) {
      text += chunk;
      if (text.includes(': still here') && !summary.finishedAt) {
        steps.push({ change: 2, step: step(2) });
        end();
      }
    }
    expect(text).toContain(': still here\n\n');
    expect(text).toContain('id: 2\n');
    expect(text).toMatch(/event: end\n.*\n\n$/);
  });

  it('stops reading when the client goes away', async () => {
    const gone = new AbortController();
    const response = await fetch(url, { signal: gone.signal });
    await response.body!.getReader().read();
    gone.abort();
    let before: number;
    do {
      before = reads;
      await new Promise(resolve => setTimeout(resolve, 20));
    } while (reads !== before);
    expect(reads).toBe(before);
  });
});
