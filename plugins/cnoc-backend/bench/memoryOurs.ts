import { readFile } from 'node:fs/promises';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { noFence } from '../src/fabrics/Fence';
import { AddressPolicy } from '../src/fabrics/network';
import { ClusterWatch } from '../src/live/ClusterWatch';
import { FabricLive } from '../src/live/FabricLive';
import { HttpClusterClient } from '../src/live/HttpClusterClient';
import { defaultTimings } from '../src/live/LiveTimings';
import type { LiveStore } from '../src/live/LiveStore';
import { tellMemory } from './tellMemory.mjs';

/** Tables that keep nothing: what a database holds is not in this process. */
const noTables: LiveStore = {
  objects: async () => [],
  agents: async () => new Map(),
  get: async () => undefined,
  connection: async () => undefined,
  save: async () => {},
};

/** The live cache of one fabric: watches its cluster and says how much memory that takes. */
async function main() {
  const [url, kubeconfig] = process.argv.slice(2);
  const token = /token: (\S+)/.exec(await readFile(kubeconfig, 'utf8'))?.[1];
  const before = await tellMemory.look();
  const client = HttpClusterClient.create({
    access: async () => ({ server: new URL(url), token, skipTLSVerify: false }),
    namespace: 'default',
    policy: AddressPolicy.create(['127.0.0.1']),
  });
  const holder: { fabric?: FabricLive } = {};
  const watch = new ClusterWatch({
    client,
    timings: defaultTimings,
    now: () => new Date(),
    onChange: ({ kinds }) => holder.fabric?.changed(kinds),
  });
  const fabric = new FabricLive({
    fabric: {
      name: 'bench',
      repository: 'bench',
      path: '.',
      cluster: 'bench',
      namespace: 'default',
    },
    watch,
    store: noTables,
    fence: noFence,
    timings: defaultTimings,
    now: () => new Date(),
    logger: { warn: () => {} } as unknown as LoggerService,
  });
  holder.fabric = fabric;
  await fabric.load();
  watch.start();
  await tellMemory.settled(
    () => (watch.complete ? fabric.snapshot().objects.length : 0),
    before,
  );
}

main().catch(error => {
  console.error(error);
  process.exit(1);
});
