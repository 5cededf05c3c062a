import { generateFabric } from '@cnoc/lab';
import { ControlPlane } from './ControlPlane';
import { currentCrds } from './crdFolders';
import { installDefinitions } from './installDefinitions';
import { inParallel } from './proof/inParallel';
import { ProofCluster } from './proof/ProofCluster';

/*
 * For benchmarks, as a process of its own: a real API server with one generated fabric in each namespace. argv: the
 * seed, then the sizes. Tells its parent where it is, and ends with it.
 */
async function main([seed, ...sizes]: string[]) {
  const plane = await ControlPlane.start();
  process.once('disconnect', async () => {
    await plane.stop();
    process.exit();
  });
  const api = plane.caller();
  await installDefinitions(api, currentCrds);
  const cluster = ProofCluster.create(api);
  for (const size of sizes) {
    const namespace = `bench-${size}`;
    await cluster.makeNamespace(namespace);
    const objects = generateFabric({
      objects: Number(size),
      seed: Number(seed),
    });
    await inParallel(objects, ({ metadata, ...object }) =>
      cluster.applyAsWritten({
        ...object,
        metadata: { ...metadata, namespace },
      }),
    );
  }
  process.send?.({
    url: plane.url,
    token: plane.token,
    ca: plane.ca,
    kubeconfig: plane.kubeconfig(),
  });
}

main(process.argv.slice(2)).catch(error => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
