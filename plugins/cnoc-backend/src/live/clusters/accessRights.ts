import { agentKind, watchedKinds } from '../watchedKinds';

/** One right that CNOC uses in a cluster. */
export interface AccessRight {
  /** Of the API; empty = the core group */
  group: string;
  /** Plural */
  resource: string;
  verb: string;
  /** Only this very object */
  name?: string;
  /** Whether it is needed in the fabric's namespace only */
  namespaced: boolean;
  /** What does not work without it */
  needed: 'read' | 'deploy';
}

const readVerbs = ['get', 'list', 'watch'];
// Server-side apply asks for patch, and for create where the object is new; CNOC never sends a PUT (update).
const writeVerbs = ['create', 'patch', 'delete'];

/** Everything that CNOC does in a cluster: the connection test asks for it, and the role grants it. */
export const accessRights: readonly AccessRight[] = [
  ...watchedKinds.flatMap(({ kind, apiVersion, plural }) => {
    const right = {
      group: apiVersion.split('/')[0],
      resource: plural,
      namespaced: true,
    };
    const verbs = [
      ...readVerbs.map(verb => ({ verb, needed: 'read' as const })),
      ...(kind === agentKind
        ? []
        : writeVerbs.map(verb => ({ verb, needed: 'deploy' as const }))),
    ];
    return verbs.map(verb => ({ ...right, ...verb }));
  }),
  {
    group: '',
    resource: 'namespaces',
    verb: 'get',
    // Its uid tells one cluster from another
    name: 'kube-system',
    namespaced: false,
    needed: 'read',
  },
  {
    group: 'apiextensions.k8s.io',
    resource: 'customresourcedefinitions',
    verb: 'get',
    namespaced: false,
    needed: 'read',
  },
];
