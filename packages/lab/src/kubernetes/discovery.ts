import { resourceTypes, type ResourceType } from './ResourceType';
import type { JsonObject } from './json';

export const KUBERNETES_VERSION = {
  major: '1',
  minor: '32',
  gitVersion: 'v1.32.4+cnoc-lab',
  gitCommit: '',
  gitTreeState: 'clean',
  buildDate: '2026-01-01T00:00:00Z',
  goVersion: '',
  compiler: '',
  platform: 'linux/amd64',
};

const extraTypes = [{ group: 'authorization.k8s.io', version: 'v1' }] as const;

interface GroupVersion {
  group: string;
  version: string;
}

function groupVersions(): GroupVersion[] {
  const seen = new Map<string, GroupVersion>();
  for (const { group, version } of [...resourceTypes, ...extraTypes]) {
    if (group) {
      seen.set(`${group}/${version}`, { group, version });
    }
  }
  return [...seen.values()];
}

/** The answer to a discovery path, or undefined when the path is none. */
export function discover(pathname: string): JsonObject | undefined {
  switch (pathname) {
    case '/version':
      return { ...KUBERNETES_VERSION };
    case '/api':
      return {
        kind: 'APIVersions',
        versions: ['v1'],
        serverAddressByClientCIDRs: [],
      };
    case '/api/v1':
      return resourceList('v1', typesOf('v1'));
    case '/apis':
      return {
        kind: 'APIGroupList',
        apiVersion: 'v1',
        groups: [...new Set(groupVersions().map(({ group }) => group))].map(
          group => apiGroup(group),
        ),
      };
    default:
  }
  const match = /^\/apis\/([^/]+)(?:\/([^/]+))?$/.exec(pathname);
  if (!match) {
    return undefined;
  }
  const [, group, version] = match;
  const known = groupVersions().some(
    each => each.group === group && (!version || each.version === version),
  );
  if (!known) {
    return undefined;
  }
  return version
    ? resourceList(`${group}/${version}`, typesOf(`${group}/${version}`))
    : { kind: 'APIGroup', apiVersion: 'v1', ...apiGroup(group) };
}

function typesOf(apiVersion: string): ResourceType[] {
  return resourceTypes.filter(type => type.apiVersion === apiVersion);
}

function apiGroup(name: string): JsonObject {
  const versions = groupVersions()
    .filter(({ group }) => group === name)
    .map(({ version }) => ({ groupVersion: `${name}/${version}`, version }));
  return { name, versions, preferredVersion: versions[0] };
}

function resourceList(
  groupVersion: string,
  types: readonly ResourceType[],
): JsonObject {
  const resources: JsonObject[] = types.flatMap(type => {
    const { plural, singular, namespaced, kind, verbs } = type;
    const resource = {
      name: plural,
      singularName: singular,
      namespaced,
      kind,
      verbs,
      ...(type.shortNames.length ? { shortNames: type.shortNames } : {}),
      ...(type.categories.length ? { categories: type.categories } : {}),
    };
    const status = {
      name: `${plural}/status`,
      singularName: '',
      namespaced,
      kind,
      verbs: ['get', 'patch', 'update'],
    };
    return type.hasStatus ? [resource, status] : [resource];
  });
  if (groupVersion === 'authorization.k8s.io/v1') {
    resources.push({
      name: 'selfsubjectaccessreviews',
      singularName: 'selfsubjectaccessreview',
      namespaced: false,
      kind: 'SelfSubjectAccessReview',
      verbs: ['create'],
    });
  }
  return { kind: 'APIResourceList', apiVersion: 'v1', groupVersion, resources };
}
