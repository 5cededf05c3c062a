/** The same objects in the informers of client-node: a program of its own, as the library is ESM only. */
import { readFile } from 'node:fs/promises';
import {
  CustomObjectsApi,
  KubeConfig,
  makeInformer,
} from '@kubernetes/client-node';
import { tellMemory } from './tellMemory.mjs';

const [, kubeconfig, kinds] = process.argv.slice(2);
const before = await tellMemory.look();
const config = new KubeConfig();
config.loadFromString(await readFile(kubeconfig, 'utf8'));
// client-node refuses plain http unless told otherwise
Object.assign(config.clusters[0], { skipTLSVerify: true });
const custom = config.makeApiClient(CustomObjectsApi);
const informers = JSON.parse(kinds).map(({ group, version, plural }) =>
  makeInformer(
    config,
    `/apis/${group}/${version}/namespaces/default/${plural}`,
    () =>
      custom.listNamespacedCustomObject({
        group,
        version,
        namespace: 'default',
        plural,
      }),
  ),
);
await Promise.all(informers.map(informer => informer.start()));
await tellMemory.settled(
  () =>
    informers.reduce(
      (sum, informer) => sum + informer.list('default').length,
      0,
    ),
  before,
);
