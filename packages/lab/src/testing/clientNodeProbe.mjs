/**
 * What a user of client-node 2.x does, as a program of its own: the library is pure ESM with thousands of files, which
 * Node loads in a second and jest's transform in half a minute. Prints one JSON line for each thing it sees.
 */
// eslint-disable-next-line @backstage/no-undeclared-imports -- a helper of tests, in no build
import {
  CustomObjectsApi,
  KubeConfig,
  KubernetesObjectApi,
  makeInformer,
  PatchStrategy,
} from '@kubernetes/client-node';

const say = line => process.stdout.write(`${JSON.stringify(line)}\n`);

const config = new KubeConfig();
config.loadFromString(process.env.LAB_KUBECONFIG);
// client-node refuses plain http unless told otherwise
Object.assign(config.clusters[0], { skipTLSVerify: true });
const objects = KubernetesObjectApi.makeApiClient(config);

const apply = (vlan, force, manager) =>
  objects.patch(
    {
      apiVersion: 'vpc.githedgehog.com/v1beta1',
      kind: 'VPC',
      metadata: { name: 'node-01' },
      spec: { subnets: { default: { subnet: '10.0.88.0/24', vlan } } },
    },
    undefined,
    undefined,
    manager,
    force,
    PatchStrategy.ServerSideApply,
  );

const list = await objects.list(
  'vpc.githedgehog.com/v1beta1',
  'VPC',
  'default',
);
say({ listed: list.items.map(({ metadata }) => metadata.name) });
const created = await apply(1088, false, 'one');
say({ created: created.spec.subnets.default });
await apply(1089, false, 'two').catch(error =>
  say({ refused: error.code, reason: JSON.parse(error.body).reason }),
);
const forced = await apply(1089, true, 'two');
say({ forced: forced.spec.subnets.default.vlan });
say({ deleted: (await objects.delete(created)).status });

const custom = config.makeApiClient(CustomObjectsApi);
const informer = makeInformer(
  config,
  '/apis/vpc.githedgehog.com/v1beta1/namespaces/default/vpcs',
  () =>
    custom.listNamespacedCustomObject({
      group: 'vpc.githedgehog.com',
      version: 'v1beta1',
      namespace: 'default',
      plural: 'vpcs',
    }),
);
const note =
  event =>
  ({ metadata }) =>
    say({ event, name: metadata.name, seen: metadata.labels?.seen });
informer.on('add', note('add'));
informer.on('update', note('update'));
// as its users do: it does not come back after a broken connection by itself
informer.on('error', () => void informer.start());
await informer.start();
say({ informer: 'started' });
process.stdin.on('end', () => process.exit(0)).resume();
