import type {
  Cluster,
  ClusterAuth,
  ClusterInput,
  ClusterPatch,
} from '@cnoc/backstage-plugin-cnoc-common';

/**
 * How CNOC gets into a cluster. `keep` = as it is stored; only for a cluster that there is.
 *
 * @internal
 */
export type ClusterWay = 'keep' | ClusterAuth['type'];

/**
 * What stands in the form of a cluster. Secrets are only ever what was typed now.
 *
 * @internal
 */
export type ClusterDraft = {
  name: string;
  title: string;
  /** Empty = what the kubeconfig's context says, else `default` */
  namespace: string;
  lab: boolean;
  way: ClusterWay;
  server: string;
  /** Empty = none, or the stored one stays */
  certificateAuthority: string;
  forgetAuthority: boolean;
  skipTLSVerify: boolean;
  token: string;
  credential: string;
  kubeconfig: string;
  context: string;
  /** Its name in Backstage's kubernetes configuration */
  kubernetesCluster: string;
};

/** @internal */
export type ClusterProblems = Partial<Record<keyof ClusterDraft, string>>;

/**
 * Emptied when another way is chosen, so that what was typed for one does not go out with another.
 *
 * @internal
 */
export const emptyAccess = {
  token: '',
  credential: '',
  kubeconfig: '',
  context: '',
  kubernetesCluster: '',
} as const;

const NAME = /^[a-z0-9]([a-z0-9.-]{0,61}[a-z0-9])?$/;
const NAMESPACE = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/;

/** @internal */
export function clusterDraftOf(cluster?: Cluster): ClusterDraft {
  return {
    ...emptyAccess,
    name: cluster?.name ?? '',
    title: cluster?.title ?? '',
    namespace: cluster?.namespace ?? '',
    lab: cluster?.lab ?? false,
    way: cluster ? 'keep' : 'token',
    server: cluster?.server ?? '',
    certificateAuthority: '',
    forgetAuthority: false,
    skipTLSVerify: cluster?.skipTLSVerify ?? false,
  };
}

/**
 * True when the address is typed here; else the pod, the kubeconfig or Backstage's configuration knows it.
 *
 * @internal
 */
export function hasAddress(way: ClusterWay, cluster?: Cluster): boolean {
  if (way === 'keep') {
    return cluster?.access === 'credential' || cluster?.access === 'none';
  }
  return way === 'token' || way === 'credential' || way === 'none';
}

/** A kubeconfig may want no check; CNOC takes that only when it is asked for here, too. */
const choosesTLS = ({ way }: ClusterDraft, cluster?: Cluster) =>
  way === 'kubeconfig' || hasAddress(way, cluster);

/**
 * What stands in the way of saving, by field.
 *
 * @internal
 */
export function checkClusterDraft(
  draft: ClusterDraft,
  cluster?: Cluster,
): ClusterProblems {
  const problems: ClusterProblems = {};
  if (!NAME.test(draft.name)) {
    problems.name =
      'Lower-case letters, digits, dots and dashes; a letter or digit at both ends; at most 63.';
  }
  if (draft.namespace !== '' && !NAMESPACE.test(draft.namespace)) {
    problems.namespace = 'Lower-case letters, digits and dashes; at most 63.';
  }
  if (hasAddress(draft.way, cluster)) {
    const problem = problemOfServer(draft.server.trim());
    if (problem) problems.server = problem;
  }
  switch (draft.way) {
    case 'token':
      if (draft.token.trim() === '') problems.token = 'Paste the token.';
      break;
    case 'credential':
      if (!draft.credential) problems.credential = 'Choose one.';
      break;
    case 'kubeconfig':
      if (draft.kubeconfig.trim() === '') {
        problems.kubeconfig = 'Paste it, or choose its file.';
      } else if (!draft.context) {
        problems.context = 'Read the kubeconfig, then choose a context.';
      }
      break;
    case 'kubernetes':
      if (draft.kubernetesCluster.trim() === '') {
        problems.kubernetesCluster = 'Name the cluster.';
      }
      break;
    default:
  }
  return problems;
}

function problemOfServer(server: string): string | undefined {
  let url: URL;
  try {
    url = new URL(server);
  } catch {
    return 'The root of the Kubernetes API, for example https://control-1.example.com:6443';
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    return 'It begins with https://';
  }
  if (url.username || url.password) {
    return 'No user or password in the address: choose a way to sign in below.';
  }
  return undefined;
}

/**
 * The whole draft, for a new cluster and for a test of it.
 *
 * @internal
 */
export function clusterInputOf(
  draft: ClusterDraft,
  cluster?: Cluster,
): ClusterInput | undefined {
  const auth = authOf(draft, cluster);
  if (!auth) return undefined;
  return {
    name: draft.name,
    ...(draft.title.trim() && { title: draft.title.trim() }),
    ...(draft.namespace && { namespace: draft.namespace }),
    ...(draft.lab && { lab: true }),
    ...(hasAddress(draft.way, cluster) && {
      server: draft.server.trim(),
      ...(draft.certificateAuthority.trim() && {
        certificateAuthority: draft.certificateAuthority.trim(),
      }),
    }),
    ...(choosesTLS(draft, cluster) &&
      draft.skipTLSVerify && { skipTLSVerify: true }),
    auth,
  };
}

/**
 * Only what differs from the cluster; undefined when nothing does. A secret that was not typed stays as it is.
 *
 * @internal
 */
export function clusterPatchOf(
  draft: ClusterDraft,
  cluster: Cluster,
): ClusterPatch | undefined {
  const before = clusterDraftOf(cluster);
  const patch: ClusterPatch = {};
  if (draft.title.trim() !== before.title) patch.title = draft.title.trim();
  if (draft.namespace !== before.namespace) {
    patch.namespace = draft.namespace || 'default';
  }
  if (draft.lab !== before.lab) patch.lab = draft.lab;
  if (hasAddress(draft.way, cluster)) {
    const server = draft.server.trim();
    if (server !== before.server) patch.server = server;
    if (draft.certificateAuthority.trim()) {
      patch.certificateAuthority = draft.certificateAuthority.trim();
    } else if (draft.forgetAuthority) {
      patch.certificateAuthority = null;
    }
  }
  if (
    choosesTLS(draft, cluster) &&
    draft.skipTLSVerify !== before.skipTLSVerify
  ) {
    patch.skipTLSVerify = draft.skipTLSVerify;
  }
  if (draft.way !== 'keep') patch.auth = authOf(draft, cluster);
  return Object.keys(patch).length > 0 ? patch : undefined;
}

/** Undefined when the secret lies with the server only, so that nobody can send it. */
function authOf(
  draft: ClusterDraft,
  cluster?: Cluster,
): ClusterAuth | undefined {
  switch (draft.way) {
    case 'token':
      return { type: 'token', token: draft.token.trim() };
    case 'credential':
      return { type: 'credential', credential: draft.credential };
    case 'kubeconfig':
      return {
        type: 'kubeconfig',
        kubeconfig: draft.kubeconfig,
        context: draft.context,
      };
    case 'kubernetes':
      return { type: 'kubernetes', cluster: draft.kubernetesCluster.trim() };
    case 'keep':
      return cluster && storedAuthOf(cluster);
    default:
      return { type: draft.way };
  }
}

function storedAuthOf(cluster: Cluster): ClusterAuth | undefined {
  switch (cluster.access) {
    case 'credential':
      // A certificate authority is not given back, so that a test without it would test something else.
      return cluster.credential && !cluster.certificateAuthority
        ? { type: 'credential', credential: cluster.credential }
        : undefined;
    case 'kubernetes':
      return { type: 'kubernetes', cluster: cluster.kubernetesCluster };
    case 'inCluster':
      return { type: 'inCluster' };
    case 'none':
      return cluster.certificateAuthority ? undefined : { type: 'none' };
    default:
      return undefined;
  }
}
