import { printYaml } from '@cnoc/hedgehog';
import { accessRights, type AccessRight } from './accessRights';

const account = 'cnoc';

interface Rule {
  apiGroups: string[];
  resources: string[];
  resourceNames?: string[];
  verbs: string[];
}

/**
 * The service account for CNOC with the least rights that it needs in one namespace, as YAML to copy: `kubectl apply -f`
 * makes them.
 */
export function roleYaml(namespace: string): string {
  const subjects = [{ kind: 'ServiceAccount', name: account, namespace }];
  const rbac = 'rbac.authorization.k8s.io';
  const rulesWhere = (namespaced: boolean) =>
    rulesOf(accessRights.filter(right => right.namespaced === namespaced));
  const roleRef = (kind: string) => ({ apiGroup: rbac, kind, name: account });
  const inNamespace = { name: account, namespace };
  return [
    { apiVersion: 'v1', kind: 'ServiceAccount', metadata: inNamespace },
    {
      apiVersion: `${rbac}/v1`,
      kind: 'Role',
      metadata: inNamespace,
      rules: rulesWhere(true),
    },
    {
      apiVersion: `${rbac}/v1`,
      kind: 'RoleBinding',
      metadata: inNamespace,
      roleRef: roleRef('Role'),
      subjects,
    },
    {
      apiVersion: `${rbac}/v1`,
      kind: 'ClusterRole',
      metadata: { name: account },
      rules: rulesWhere(false),
    },
    {
      apiVersion: `${rbac}/v1`,
      kind: 'ClusterRoleBinding',
      metadata: { name: account },
      roleRef: roleRef('ClusterRole'),
      subjects,
    },
  ]
    .map(object => printYaml(object))
    .join('---\n');
}

/** As few rules as say the same: resources of a group that share their verbs are one. */
function rulesOf(rights: readonly AccessRight[]): Rule[] {
  const resources = new Map<string, Rule>();
  for (const { group, resource, name, verb } of rights) {
    const key = JSON.stringify([group, resource, name]);
    const rule = resources.get(key) ?? {
      apiGroups: [group],
      resources: [resource],
      ...(name && { resourceNames: [name] }),
      verbs: [],
    };
    rule.verbs.push(verb);
    resources.set(key, rule);
  }
  const rules = new Map<string, Rule>();
  for (const rule of resources.values()) {
    const key = JSON.stringify({ ...rule, resources: [] });
    const same = rules.get(key);
    if (same) same.resources.push(...rule.resources);
    else rules.set(key, rule);
  }
  return [...rules.values()];
}
