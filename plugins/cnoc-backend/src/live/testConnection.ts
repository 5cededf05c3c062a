import { ConnectionTest } from '@cnoc/backstage-plugin-cnoc-common';
import { AddressPolicy } from '../fabrics/network';
import { mapLimited } from '../fabrics/mapLimited';
import { ClusterAccess } from './clusters/ClusterAccess';
import { AccessRight, accessRights } from './clusters/accessRights';
import { CheckFailure, ConnectionRun } from './clusters/ConnectionRun';
import { failureOf } from './clusters/connectionFailure';
import { ClusterError } from './ClusterError';
import { ClusterLimits } from './ClusterTransport';
import { HttpClusterClient } from './HttpClusterClient';
import { schemaDifferences } from './ServedSchemas';
import { agentKind, watchedKinds } from './watchedKinds';

/** Requests of one test at the same time. */
const AT_ONCE = 8;

type KindTest = ConnectionTest['kinds'][number];

/** What to try. */
export interface ConnectionSubject {
  access: () => Promise<ClusterAccess>;
  namespace: string;
  /** The cluster that is known behind this connection */
  pinned?: string;
}

/**
 * Tries a connection step by step and says in words what is wrong. Stores nothing, and never throws for what is wrong
 * with the cluster: that is its answer.
 */
export async function testConnection(
  subject: ConnectionSubject,
  options: {
    policy: AddressPolicy;
    limits?: Partial<ClusterLimits>;
    signal?: AbortSignal;
  },
): Promise<ConnectionTest> {
  const { policy, limits, signal } = options;
  const run = new ConnectionRun(subject.namespace);
  let client: HttpClusterClient | undefined;
  try {
    const access = await subject.access();
    await checkAddress(access, policy, run);
    client = HttpClusterClient.create({
      access: async () => access,
      namespace: subject.namespace,
      policy,
      limits: { throttleRetries: 1, requestTimeoutMs: 10_000, ...limits },
    });
    await checkReach(client, access, run, signal);
    await checkIdentity(client, subject, run, signal);
    await checkKinds(client, run, signal);
    await checkRights(client, subject.namespace, run, signal);
  } catch (error) {
    const { check, message, hint } = failureOf(error, run.next);
    run.tell(check, 'failed', message, hint);
  } finally {
    await client?.close();
  }
  return run.answer();
}

async function checkAddress(
  { server }: ClusterAccess,
  policy: AddressPolicy,
  run: ConnectionRun,
): Promise<void> {
  policy.checkUrl(server);
  await policy.check(server.hostname);
  run.tell('address', 'ok', 'The address is one that CNOC may reach.');
}

async function checkReach(
  client: HttpClusterClient,
  access: ClusterAccess,
  run: ConnectionRun,
  signal?: AbortSignal,
): Promise<void> {
  const version = await client.version(signal).catch((error: unknown) => {
    const { reason } = error as Partial<ClusterError>;
    // Also a refusal of this one path is an answer of a Kubernetes API
    if (reason === 'forbidden') return undefined;
    if (reason === 'malformed' || reason === 'notFound') throw notKubernetes();
    throw error;
  });
  if (version === 'unknown') throw notKubernetes();
  if (version) run.facts.version = version;
  if (access.skipTLSVerify) {
    run.tell(
      'reach',
      'warning',
      'A Kubernetes API answers; its certificate is not checked.',
      'Somebody in between could read the secret. Enter the certificate authority instead; only a lab does without.',
    );
  } else {
    run.tell(
      'reach',
      'ok',
      `A Kubernetes API${version ? ` of version ${version}` : ''} answers.`,
    );
  }
}

async function checkIdentity(
  client: HttpClusterClient,
  { pinned }: ConnectionSubject,
  run: ConnectionRun,
  signal?: AbortSignal,
): Promise<void> {
  let identity: string | undefined;
  try {
    identity = await client.identity(signal);
  } catch (error) {
    if (!(error instanceof ClusterError) || error.reason !== 'forbidden') {
      throw error;
    }
  }
  run.tell('sign-in', 'ok', 'The cluster accepts the sign-in.');
  if (identity === undefined) {
    run.tell(
      'identity',
      'warning',
      'CNOC may not read the namespace kube-system, so it cannot notice when another cluster answers at this address.',
      'Apply the role below; it grants get on that one namespace.',
    );
    return;
  }
  run.facts.identity = identity;
  if (pinned !== undefined && pinned !== identity) {
    throw new CheckFailure('identity', {
      message: 'Another cluster than before answers at this address.',
      hint: 'If it was installed anew or restored on purpose, accept it; until then nothing is read or written.',
    });
  }
  run.tell(
    'identity',
    'ok',
    pinned === undefined
      ? 'The cluster says which one it is; from now on another one is noticed.'
      : 'It is the same cluster as before.',
  );
}

async function checkKinds(
  client: HttpClusterClient,
  run: ConnectionRun,
  signal?: AbortSignal,
): Promise<void> {
  const served = await client.served(signal);
  const groups = [
    ...new Set(watchedKinds.map(({ apiVersion }) => groupOf(apiVersion))),
  ];
  const versions = new Map(
    await mapLimited(
      groups,
      AT_ONCE,
      async group =>
        [group, await client.questions.versionsOf(group, signal)] as const,
    ),
  );
  const refused: string[] = [];
  run.facts.kinds = await mapLimited(
    watchedKinds,
    AT_ONCE,
    async ({ kind, apiVersion }): Promise<KindTest> => {
      if (!served.has(kind)) return { kind, served: false, listable: false };
      const listable = await client.listPage(kind, { limit: 1 }, signal).then(
        () => true,
        (error: unknown) => {
          if (!(error instanceof ClusterError)) throw error;
          refused.push(`${kind}: ${error.message}`);
          return false;
        },
      );
      return {
        kind,
        served: true,
        listable,
        versions: versions.get(groupOf(apiVersion)) ?? [],
        ...(kind !== agentKind && (await schemaOf(client, kind, signal))),
      };
    },
  );
  tellKinds(run, refused);
}

function tellKinds(run: ConnectionRun, refused: readonly string[]): void {
  const { kinds } = run.facts;
  const missing = watchedKinds
    .filter(({ essential }) => essential)
    .filter(({ kind }) => !kinds.find(one => one.kind === kind)?.served)
    .map(({ kind }) => kind);
  if (missing.length > 0) {
    throw new CheckFailure('kinds', {
      message: `The cluster does not serve ${missing.join(', ')}.`,
      hint: 'Is it Hedgehog’s control cluster, and the right one of several contexts? Its fabric API has to be installed.',
    });
  }
  const fatal = refused.filter(one => !one.startsWith(`${agentKind}:`));
  if (fatal.length > 0) {
    throw new CheckFailure('kinds', {
      message: `Not listable: ${fatal.join('; ')}`,
      hint: 'Apply the role below, and check the namespace.',
    });
  }
  if (refused.length > 0) {
    // Without agents a fabric still works; only the health of its switches stays unknown
    run.tell(
      'kinds',
      'warning',
      `Not listable: ${refused.join('; ')}`,
      'The health of switches stays unknown; apply the role below.',
    );
    return;
  }
  const differing = kinds.filter(one => one.schema === 'differs');
  if (differing.length > 0) {
    run.tell(
      'kinds',
      'warning',
      `The cluster serves all kinds; its schema of ${differing
        .map(one => one.kind)
        .join(
          ', ',
        )} differs from the one that this version of CNOC knows, and counts.`,
      'That is so while CNOC and Hedgehog are of different releases; fields that only one of them knows are told where they are used.',
    );
    return;
  }
  run.tell('kinds', 'ok', 'The cluster serves all kinds that CNOC needs.');
}

async function schemaOf(
  client: HttpClusterClient,
  kind: string,
  signal?: AbortSignal,
): Promise<Pick<KindTest, 'schema' | 'differences'>> {
  try {
    const schema = await client.schema(kind, signal);
    if (!schema) return { schema: 'unreadable' };
    const differences = schemaDifferences(kind, schema).length;
    return { schema: differences > 0 ? 'differs' : 'same', differences };
  } catch (error) {
    if (error instanceof ClusterError) return { schema: 'unreadable' };
    throw error;
  }
}

async function checkRights(
  client: HttpClusterClient,
  namespace: string,
  run: ConnectionRun,
  signal?: AbortSignal,
): Promise<void> {
  const served = new Set(
    run.facts.kinds.filter(one => one.served).map(one => one.kind),
  );
  // Of a kind that the cluster lacks there is no right to have
  const asked = accessRights.filter(
    right =>
      !watchedKinds.some(
        ({ kind, plural, apiVersion }) =>
          !served.has(kind) &&
          plural === right.resource &&
          groupOf(apiVersion) === right.group,
      ),
  );
  run.facts.rights = await mapLimited(asked, AT_ONCE, async right => ({
    group: right.group,
    resource: right.resource,
    verb: right.verb,
    needed: right.needed,
    allowed: (await client.questions.mayI(right, namespace, signal)) ?? null,
  }));
  tellRights(run, asked);
}

function tellRights(run: ConnectionRun, asked: readonly AccessRight[]): void {
  const { rights } = run.facts;
  const denied = (needed: AccessRight['needed']) => {
    const verbs = new Map<string, string[]>();
    rights.forEach(({ allowed }, index) => {
      const { resource, verb, needed: need } = asked[index];
      if (allowed !== false || need !== needed) return;
      verbs.set(resource, [...(verbs.get(resource) ?? []), verb]);
    });
    return [...verbs].map(([resource, all]) => `${all.join(', ')} ${resource}`);
  };
  const hint = 'Apply the role below, or add these verbs to the one you have.';
  const reading = denied('read');
  const deploying = denied('deploy');
  if (rights.every(({ allowed }) => allowed === null)) {
    run.tell(
      'rights',
      'warning',
      'The cluster does not let CNOC ask for its rights; what is missing shows when it is used.',
      'Let the account create selfsubjectaccessreviews.authorization.k8s.io; every signed-in account may by default.',
    );
  } else if (reading.length > 0) {
    run.tell(
      'rights',
      isBlind(run, asked) ? 'failed' : 'warning',
      `CNOC lacks rights to read: ${reading.join('; ')}.`,
      hint,
    );
  } else if (deploying.length > 0) {
    run.tell(
      'rights',
      'warning',
      `CNOC may read everything, but not deploy; it lacks: ${deploying.join(
        '; ',
      )}.`,
      hint,
    );
  } else {
    run.tell('rights', 'ok', 'CNOC may read and deploy.');
  }
}

/** Whether a kind that fabrics are made of cannot be followed; the rest only makes less known. */
function isBlind(run: ConnectionRun, asked: readonly AccessRight[]): boolean {
  return run.facts.rights.some(
    ({ allowed, needed, resource }, index) =>
      allowed === false &&
      needed === 'read' &&
      asked[index].namespaced &&
      resource !== 'agents',
  );
}

function groupOf(apiVersion: string): string {
  return apiVersion.split('/')[0];
}

function notKubernetes(): CheckFailure {
  return new CheckFailure('reach', {
    message: 'Something answers at this address, but not a Kubernetes API.',
    hint: 'Look for a slip in host, port or path; the address is the one that a kubeconfig has as server.',
  });
}
