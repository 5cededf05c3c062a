import { InputError } from '@backstage/errors';
import type { KubeconfigContext } from '@cnoc/backstage-plugin-cnoc-common';
import { readValue } from '@cnoc/hedgehog';
import type { SecretValue } from '../../credentials';

/** A kubeconfig of an admin of hundreds of clusters has a few thousand values. */
const limits = { maxBytes: 200_000, maxDepth: 16, maxNodes: 20_000 };
const MOST_CONTEXTS = 200;

type Dict = Record<string, unknown>;

/** What a context gives for a connection. */
export interface TakenContext {
  server: string;
  /** PEM in base64 */
  ca?: string;
  namespace?: string;
  secret?: Extract<SecretValue, { type: 'token' | 'certificate' }>;
}

interface Context {
  shown: KubeconfigContext;
  taken?: TakenContext;
}

/** What an account may not be, why, and what to do instead. */
const refusedOfUser: readonly [string, string][] = [
  [
    'exec',
    'it runs a program to get a token, which CNOC does not do; use a service account’s token (roleYaml makes one)',
  ],
  [
    'auth-provider',
    'it uses an auth-provider plugin, which CNOC does not run; use a service account’s token',
  ],
  [
    'tokenFile',
    'it names a token in a file of another machine; paste the token itself',
  ],
  [
    'client-certificate',
    'it names a certificate in a file of another machine; run kubectl config view --flatten --raw and paste that',
  ],
  [
    'client-key',
    'it names a key in a file of another machine; run kubectl config view --flatten --raw and paste that',
  ],
  [
    'as',
    'it acts as somebody else (impersonation), which CNOC does not do; use an account that has the rights itself',
  ],
  [
    'as-uid',
    'it acts as somebody else (impersonation), which CNOC does not do; use an account that has the rights itself',
  ],
  [
    'as-groups',
    'it acts as somebody else (impersonation), which CNOC does not do; use an account that has the rights itself',
  ],
  [
    'as-user-extra',
    'it acts as somebody else (impersonation), which CNOC does not do; use an account that has the rights itself',
  ],
  [
    'username',
    'it signs in with a name and password, which Kubernetes no longer accepts; use a service account’s token',
  ],
  [
    'password',
    'it signs in with a name and password, which Kubernetes no longer accepts; use a service account’s token',
  ],
];

const refusedOfCluster: readonly [string, string][] = [
  [
    'certificate-authority',
    'it names a certificate authority in a file of another machine; run kubectl config view --flatten --raw and paste that',
  ],
  [
    'proxy-url',
    'it goes through a proxy, which would see around CNOC’s address policy; enter an address that CNOC reaches itself',
  ],
  [
    'tls-server-name',
    'it expects a certificate for another name than the address has; enter the name that the certificate is for',
  ],
];

/**
 * What a kubeconfig holds, without any secret.
 *
 * @throws InputError when it cannot be read; it repeats nothing of the text
 */
export function listContexts(text: string): {
  current?: string;
  contexts: KubeconfigContext[];
} {
  const { current, contexts } = read(text);
  return {
    ...(current && { current }),
    contexts: contexts.map(({ shown }) => shown),
  };
}

/**
 * One context, to connect with.
 *
 * @param options - `context`: default the current one, or the only one; `skipTLSVerify`: the caller wants no certificate
 *   to be checked, without which a context that does not want it either is refused
 * @throws InputError that says what is refused, why, and what to do instead
 */
export function takeContext(
  text: string,
  options: { context?: string; skipTLSVerify: boolean },
): TakenContext {
  const { current, contexts } = read(text);
  const name =
    options.context ??
    current ??
    (contexts.length === 1 ? contexts[0].shown.name : undefined);
  if (name === undefined) {
    throw new InputError(
      'auth.context: the kubeconfig has several contexts and no current one; say which',
    );
  }
  const found = contexts.find(({ shown }) => shown.name === name);
  if (!found) {
    throw new InputError(
      'auth.context: the kubeconfig has no context of that name',
    );
  }
  const { shown, taken } = found;
  if (!taken) {
    throw new InputError(`auth.kubeconfig: ${shown.refused}`);
  }
  if (shown.skipTLSVerify && !options.skipTLSVerify) {
    throw new InputError(
      'auth.kubeconfig: it takes any certificate (insecure-skip-tls-verify), so that anybody in between could read the secret; give it a certificate authority, or, only for a lab, set skipTLSVerify here too',
    );
  }
  return taken;
}

function read(text: string): { current?: string; contexts: Context[] } {
  const reading = readValue(text, limits);
  if ('failure' in reading) {
    const { message, line } = reading.failure;
    throw new InputError(
      `auth.kubeconfig: it cannot be read (line ${line}): ${message}`,
    );
  }
  const root = dictOf(reading.value);
  if (!root || !Array.isArray(root.contexts)) {
    throw new InputError(
      'auth.kubeconfig: that is not a kubeconfig: it has no contexts; paste what kubectl config view --flatten --raw prints',
    );
  }
  if (root.contexts.length > MOST_CONTEXTS) {
    throw new InputError(
      `auth.kubeconfig: more than ${MOST_CONTEXTS} contexts; use kubectl config view --minify --flatten --raw`,
    );
  }
  const clusters = namedIn(root.clusters, 'cluster');
  const users = namedIn(root.users, 'user');
  const contexts: Context[] = [];
  for (const [name, context] of namedIn(root.contexts, 'context')) {
    contexts.push(
      contextOf(name, {
        namespace: textOf(context.namespace),
        cluster: clusters.get(textOf(context.cluster) ?? ''),
        user: users.get(textOf(context.user) ?? ''),
        hasUser: Boolean(textOf(context.user)),
      }),
    );
  }
  return { current: textOf(root['current-context']), contexts };
}

function contextOf(
  name: string,
  parts: { namespace?: string; cluster?: Dict; user?: Dict; hasUser: boolean },
): Context {
  const { namespace, cluster, user } = parts;
  const server = addressOf(cluster?.server);
  const shown = {
    name,
    ...(server && { server }),
    ...(namespace && { namespace }),
    ...(cluster?.['insecure-skip-tls-verify'] === true && {
      skipTLSVerify: true,
    }),
  };
  const refuse = (refused: string): Context => ({
    shown: {
      ...shown,
      auth: 'refused',
      refused: `The context ${JSON.stringify(
        name,
      )} cannot be used: ${refused}.`,
    },
  });
  if (!cluster || !server) {
    return refuse('it names no cluster with an address');
  }
  if (parts.hasUser && !user) return refuse('its user is not in the file');
  for (const [where, refusals] of [
    [user ?? {}, refusedOfUser],
    [cluster, refusedOfCluster],
  ] as const) {
    const found = refusals.find(([field]) => isSet(where[field]));
    if (found) return refuse(`${found[1]} (${found[0]})`);
  }
  let secret: TakenContext['secret'];
  try {
    secret = secretOf(user ?? {});
  } catch (error) {
    return refuse(error instanceof Error ? error.message : 'it is unreadable');
  }
  const ca = textOf(cluster['certificate-authority-data']);
  return {
    shown: { ...shown, auth: secret?.type ?? 'none' },
    taken: {
      server,
      ...(ca && { ca }),
      ...(namespace && { namespace }),
      ...(secret && { secret }),
    },
  };
}

function secretOf(user: Dict): TakenContext['secret'] {
  const token = textOf(user.token);
  const certificate = textOf(user['client-certificate-data']);
  const key = textOf(user['client-key-data']);
  for (const text of [token, certificate, key]) {
    if (/^(REDACTED|DATA\+OMITTED)$/.test(text ?? '')) {
      throw new InputError(
        'its secret is masked; kubectl config view shows it only with --raw',
      );
    }
  }
  if (token) return { type: 'token', secret: token };
  if (!certificate && !key) return undefined;
  if (!certificate || !key) {
    throw new InputError('it has only one of client certificate and key');
  }
  return {
    type: 'certificate',
    certificate: pemOf(certificate),
    privateKey: pemOf(key),
  };
}

function pemOf(data: string): string {
  const pem = Buffer.from(data, 'base64').toString('utf8');
  if (!pem.includes('-----BEGIN')) {
    throw new InputError('its client certificate or key is not base64 of PEM');
  }
  return pem;
}

/** Of a name or password in an address nothing is repeated. */
function addressOf(value: unknown): string | undefined {
  const text = textOf(value);
  if (!text) return undefined;
  try {
    const url = new URL(text);
    return url.username || url.password ? undefined : text;
  } catch {
    return undefined;
  }
}

function namedIn(list: unknown, key: string): Map<string, Dict> {
  const named = new Map<string, Dict>();
  for (const item of Array.isArray(list) ? list : []) {
    const entry = dictOf(item);
    const name = textOf(entry?.name);
    const value = dictOf(entry?.[key]);
    // As kubectl: of two with one name the first counts
    if (name && value && !named.has(name)) named.set(name, value);
  }
  return named;
}

function isSet(value: unknown): boolean {
  return value !== undefined && value !== null && value !== '';
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function dictOf(value: unknown): Dict | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Dict)
    : undefined;
}
