import { printYaml } from '@cnoc/hedgehog';
import { generateFabric, Lab } from '@cnoc/lab';
import { SEED, sizes } from './fixture';

/** A lab in a process of its own, so that serving does not slow down what is measured. */
async function main() {
  const lab = await Lab.start({
    agents: false,
    fabrics: sizes.map(objects => ({
      name: `bench-${objects}`,
      title: `${objects} objects`,
      history: [
        {
          message: 'Generate',
          author: { name: 'bench', email: 'bench@lab.invalid' },
          files: {
            'fabric.yaml': generateFabric({ objects, seed: SEED })
              .map(printYaml)
              .join('---\n'),
          },
        },
      ],
      handEdits: [],
    })),
  });
  process.once('disconnect', async () => {
    await lab.stop();
    process.exit();
  });
  process.send?.({
    repository: lab.git.repositoryUrl('fabrics'),
    kubeconfigs: Object.fromEntries(
      [...lab.clusters].map(([name, cluster]) => [name, cluster.kubeconfig()]),
    ),
    urls: Object.fromEntries(
      [...lab.clusters].map(([name, cluster]) => [name, cluster.url]),
    ),
  });
}

main().catch(error => {
  console.error(error);
  process.exit(1);
});
