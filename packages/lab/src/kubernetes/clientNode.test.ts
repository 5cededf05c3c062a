import { spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { Lab } from '../Lab';
import { waitUntil } from '../testing/waitUntil';

const PROBE = path.join(__dirname, '..', 'testing', 'clientNodeProbe.mjs');

it('@kubernetes/client-node lists, applies, conflicts, deletes, and follows past a cut watch and a compaction', async () => {
  const lab = await Lab.start({ agents: false });
  const cluster = lab.clusters.get('lab-clos');
  const probe = spawn(process.execPath, [PROBE], {
    env: {
      PATH: process.env.PATH ?? '',
      LAB_KUBECONFIG: cluster?.kubeconfig() ?? '',
    },
  });
  const lines: unknown[] = [];
  let complaints = '';
  createInterface(probe.stdout).on('line', line =>
    lines.push(JSON.parse(line)),
  );
  probe.stderr.on('data', chunk => {
    complaints += chunk;
  });
  const saw = (wanted: object) =>
    waitUntil(
      `the probe said ${JSON.stringify(wanted)}; ${complaints}`,
      () => lines.some(line => JSON.stringify(line) === JSON.stringify(wanted)),
      15_000,
    );
  const label = (seen: string) =>
    cluster?.patch(
      'VPC',
      'web',
      { metadata: { labels: { seen } } },
      { manager: 'test' },
    );

  try {
    await saw({ informer: 'started' });
    expect(lines.slice(0, 5)).toEqual([
      { listed: ['app', 'db', 'mgmt', 'storage', 'test-01', 'web'] },
      {
        created: {
          dhcp: {},
          gateway: '10.0.88.1',
          subnet: '10.0.88.0/24',
          vlan: 1088,
        },
      },
      { refused: 409, reason: 'Conflict' },
      { forced: 1089 },
      { deleted: 'Success' },
    ]);
    label('first');
    await saw({ event: 'update', name: 'web', seen: 'first' });
    cluster?.faults.add({ cutWatchAfterEvents: 0, times: 1 });
    cluster?.compact();
    label('second');
    await saw({ event: 'update', name: 'web', seen: 'second' });
  } finally {
    probe.stdin.end();
    await lab.stop();
  }
}, 30_000);
