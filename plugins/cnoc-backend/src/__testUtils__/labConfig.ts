import type { Lab } from '@cnoc/lab';
import type { JsonObject } from '@backstage/types';

/** Configuration with every cluster of a lab as a fabric. */
export function labConfig(lab: Lab): JsonObject {
  const names = [...lab.clusters.keys()];
  return {
    cnoc: {
      network: { allow: ['127.0.0.1'] },
      git: { pollInterval: { seconds: 1 } },
      repositories: [
        { name: 'lab', url: lab.git.repositoryUrl('fabrics'), branch: 'main' },
      ],
      clusters: [...lab.clusters.values()].map(cluster => ({
        name: cluster.name,
        server: cluster.url,
        token: cluster.token,
        lab: true,
      })),
      fabrics: names.map(name => ({
        name,
        title: `Fabric ${name}`,
        environment: 'lab',
        owner: 'group:default/network',
        repository: 'lab',
        path: `fabrics/${name}`,
        cluster: name,
      })),
    },
  };
}
