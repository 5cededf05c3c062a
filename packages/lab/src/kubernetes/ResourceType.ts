import { controllerKinds, kinds } from '@cnoc/hedgehog';

/** One resource the API serves. `group` is empty for the core group. */
export interface ResourceType {
  kind: string;
  group: string;
  version: string;
  apiVersion: string;
  plural: string;
  singular: string;
  shortNames: readonly string[];
  categories: readonly string[];
  namespaced: boolean;
  hasStatus: boolean;
  verbs: readonly string[];
  /** What Hedgehog's webhooks watch over; false for controller-owned kinds. */
  admitted: boolean;
}

const ALL_VERBS = [
  'delete',
  'get',
  'list',
  'patch',
  'create',
  'update',
  'watch',
];
const READ_VERBS = ['get', 'list', 'watch'];

/** Short names of the controller-owned kinds (fields.md section C). */
const SHORT_NAMES: Readonly<Record<string, readonly string[]>> = {
  Agent: ['ag'],
  DHCPSubnet: ['dhcp'],
  VPCInfo: ['gwvpc'],
  SwitchProfile: ['sp'],
  GatewayAgent: ['gwag'],
};

function splitApiVersion(apiVersion: string): {
  group: string;
  version: string;
} {
  const [first, second] = apiVersion.split('/');
  return second === undefined
    ? { group: '', version: first }
    : { group: first, version: second };
}

const systemTypes: readonly ResourceType[] = [
  {
    kind: 'Namespace',
    group: '',
    version: 'v1',
    apiVersion: 'v1',
    plural: 'namespaces',
    singular: 'namespace',
    shortNames: ['ns'],
    categories: [],
    namespaced: false,
    hasStatus: false,
    verbs: READ_VERBS,
    admitted: false,
  },
  {
    kind: 'CustomResourceDefinition',
    group: 'apiextensions.k8s.io',
    version: 'v1',
    apiVersion: 'apiextensions.k8s.io/v1',
    plural: 'customresourcedefinitions',
    singular: 'customresourcedefinition',
    shortNames: ['crd', 'crds'],
    categories: ['api-extensions'],
    namespaced: false,
    hasStatus: false,
    verbs: READ_VERBS,
    admitted: false,
  },
];

/** Every resource type the lab serves: the kinds of Hedgehog, namespaces and CRDs. */
export const resourceTypes: readonly ResourceType[] = [
  ...systemTypes,
  ...kinds.map(
    (kind): ResourceType => ({
      kind: kind.kind,
      group: kind.group,
      version: kind.version,
      apiVersion: kind.apiVersion,
      plural: kind.plural,
      singular: kind.singular,
      shortNames: kind.shortNames,
      categories: ['hedgehog'],
      namespaced: true,
      hasStatus: true,
      verbs: ALL_VERBS,
      admitted: true,
    }),
  ),
  ...controllerKinds.map(
    ({ kind, apiVersion, plural }): ResourceType => ({
      kind,
      ...splitApiVersion(apiVersion),
      apiVersion,
      plural,
      singular: kind.toLowerCase(),
      shortNames: SHORT_NAMES[kind] ?? [],
      categories: ['hedgehog'],
      namespaced: true,
      hasStatus: true,
      verbs: ALL_VERBS,
      admitted: false,
    }),
  ),
];

const byKind = new Map(resourceTypes.map(type => [type.kind, type]));
const byPlural = new Map(
  resourceTypes.map(type => [`${type.apiVersion}/${type.plural}`, type]),
);

export function typeOfKind(kind: string): ResourceType | undefined {
  return byKind.get(kind);
}

export function typeAt(
  apiVersion: string,
  plural: string,
): ResourceType | undefined {
  return byPlural.get(`${apiVersion}/${plural}`);
}
