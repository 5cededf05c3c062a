import { stringify } from 'yaml';

/** The text of a kubeconfig with one cluster, user and context, all of one name. */
export function kubeconfigOf(cluster: {
  name: string;
  url: string;
  token: string;
}): string {
  const { name, url, token } = cluster;
  return stringify({
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [{ name, cluster: { server: url } }],
    users: [{ name, user: { token } }],
    contexts: [
      { name, context: { cluster: name, user: name, namespace: 'default' } },
    ],
    'current-context': name,
  });
}
