import type { ApiCaller } from '@cnoc/lab/src/testing';

/** A rule of a Role. */
export interface AccessRule {
  apiGroups: string[];
  resources: string[];
  verbs: string[];
  resourceNames?: string[];
}

const RBAC = '/apis/rbac.authorization.k8s.io/v1';

/**
 * Creates a service account that may do only what the rules say, in its namespace alone, and resolves to a token of it.
 * The namespace is made when it is missing.
 */
export async function createUser(
  api: ApiCaller,
  options: { name: string; namespace: string; rules: AccessRule[] },
): Promise<string> {
  const { name, namespace, rules } = options;
  const metadata = { name, namespace };
  await make(api, '/api/v1/namespaces', {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name: namespace },
  });
  const accounts = `/api/v1/namespaces/${namespace}/serviceaccounts`;
  await make(api, accounts, {
    apiVersion: 'v1',
    kind: 'ServiceAccount',
    metadata,
  });
  await make(api, `${RBAC}/namespaces/${namespace}/roles`, {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'Role',
    metadata,
    rules,
  });
  await make(api, `${RBAC}/namespaces/${namespace}/rolebindings`, {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'RoleBinding',
    metadata,
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name },
    subjects: [{ kind: 'ServiceAccount', name, namespace }],
  });
  const body = await make(api, `${accounts}/${name}/token`, {
    apiVersion: 'authentication.k8s.io/v1',
    kind: 'TokenRequest',
    spec: { expirationSeconds: 3600 },
  });
  return (body.status as { token: string }).token;
}

async function make(api: ApiCaller, path: string, object: object) {
  const { code, body } = await api.request('POST', path, object);
  if (code !== 201 && code !== 409) {
    throw new Error(`${path}: ${code} ${String(body.message)}`);
  }
  return body;
}
