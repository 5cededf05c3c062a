import { InputError } from '@backstage/errors';
import type {
  ClusterAuth as AuthInput,
  ClusterInput,
} from '@cnoc/backstage-plugin-cnoc-common';
import { readSecretValue, type SecretValue } from '../../credentials';
import type { AddressPolicy } from '../../fabrics/network';
import type { ClusterAuth, ClusterDefinition } from '../ClusterDefinition';
import { authorityOf, namespaceOf, serverOf } from './clusterAddress';
import { takeContext } from './readKubeconfig';

/** The connection that a request asks for, and the secret in it that has to be stored first. */
export interface WantedConnection
  extends Pick<
    ClusterDefinition,
    'server' | 'ca' | 'namespace' | 'skipTLSVerify'
  > {
  /** Of a secret that came with the request: not known before it is stored */
  auth: ClusterAuth | undefined;
  secret?: SecretValue;
}

/** Which fields of `auth` belong to which type, and whether they must be there. */
const fieldsOf: Record<
  AuthInput['type'],
  Partial<Record<keyof AuthInput, 'must' | 'may'>>
> = {
  none: {},
  inCluster: {},
  credential: { credential: 'must' },
  token: { token: 'must' },
  kubeconfig: { kubeconfig: 'must', context: 'may' },
  kubernetes: { cluster: 'must' },
};

/** @throws InputError or NotAllowedError that names the field, never a secret in it */
export function wantedConnection(
  input: Pick<
    ClusterInput,
    'server' | 'certificateAuthority' | 'namespace' | 'skipTLSVerify' | 'auth'
  >,
  policy: AddressPolicy,
): WantedConnection {
  const { auth, skipTLSVerify = false } = input;
  assertFields(auth);
  switch (auth.type) {
    case 'inCluster':
    case 'kubernetes':
      if (input.server || input.certificateAuthority || skipTLSVerify) {
        throw new InputError(
          `auth.type ${auth.type} knows address and certificate authority; leave out server, certificateAuthority and skipTLSVerify`,
        );
      }
      return {
        namespace: namespaceOf(input.namespace),
        skipTLSVerify,
        auth:
          auth.type === 'inCluster'
            ? { type: auth.type }
            : { type: auth.type, cluster: auth.cluster! },
      };
    case 'kubeconfig': {
      if (input.server) {
        throw new InputError(
          'server: the kubeconfig knows the address; leave one of them out',
        );
      }
      const { secret, ...taken } = takeContext(auth.kubeconfig!, {
        context: auth.context,
        skipTLSVerify,
      });
      return {
        ...placeOf({ ...taken, ...givenOf(input) }, policy),
        skipTLSVerify,
        ...(secret
          ? { auth: undefined, secret: checked(secret) }
          : { auth: { type: 'none' } }),
      };
    }
    default: {
      const place = placeOf(givenOf(input), policy);
      if (auth.type === 'token') {
        return {
          ...place,
          skipTLSVerify,
          auth: undefined,
          secret: checked({ type: 'token', secret: auth.token! }),
        };
      }
      return {
        ...place,
        skipTLSVerify,
        auth:
          auth.type === 'credential'
            ? { type: 'credential', credential: auth.credential! }
            : { type: 'none' },
      };
    }
  }
}

function givenOf(
  input: Pick<ClusterInput, 'server' | 'certificateAuthority' | 'namespace'>,
) {
  const { server, certificateAuthority: ca, namespace } = input;
  return {
    ...(server && { server }),
    ...(ca && { ca }),
    ...(namespace && { namespace }),
  };
}

function placeOf(
  given: { server?: string; ca?: string; namespace?: string },
  policy: AddressPolicy,
) {
  const { server, ca, namespace } = given;
  if (!server) {
    throw new InputError('server: the root of the Kubernetes API is missing');
  }
  return {
    server: serverOf(server, policy),
    ...(ca && { ca: authorityOf(ca) }),
    namespace: namespaceOf(namespace),
  };
}

/** As strict as when it is stored, so that a test before saving tells the same. */
function checked(secret: SecretValue): SecretValue {
  const { type, ...fields } = secret;
  return readSecretValue(type, fields).value;
}

function assertFields(auth: AuthInput): void {
  const fields = fieldsOf[auth.type];
  for (const field of Object.keys(auth) as (keyof AuthInput)[]) {
    if (field !== 'type' && !fields[field]) {
      throw new InputError(
        `auth.${field}: does not belong to auth.type ${auth.type}`,
      );
    }
  }
  for (const [field, need] of Object.entries(fields)) {
    if (need === 'must' && auth[field as keyof AuthInput] === undefined) {
      throw new InputError(`auth.${field}: auth.type ${auth.type} needs it`);
    }
  }
}
