import type {
  Credential,
  CredentialInput,
  CredentialPatch,
  CredentialValue,
} from '@cnoc/backstage-plugin-cnoc-common';

/**
 * The value of a credential as somebody types it; it is never filled in from anywhere else.
 *
 * @internal
 */
export type SecretDraft = {
  username: string;
  secret: string;
  privateKey: string;
  /** PEM, of a client */
  certificate: string;
  passphrase: string;
  /** `2027-01-31`, or empty */
  expiresOn: string;
};

/** @internal */
export type CredentialDraft = SecretDraft & {
  name: string;
  title: string;
  type: Credential['type'];
};

/** @internal */
export type CredentialProblems = Partial<Record<keyof CredentialDraft, string>>;

const NAME = /^[a-z0-9]([a-z0-9.-]{0,61}[a-z0-9])?$/;
const PRIVATE_KEY = /^-----BEGIN [A-Z ]*PRIVATE KEY-----/;
const PUTTY_KEY = /^PuTTY-User-Key-File/;
const PUBLIC_KEY = /^(ssh-|ecdsa-)|BEGIN (SSH2 )?PUBLIC KEY/;

/** @internal */
export const emptySecret: SecretDraft = {
  username: '',
  secret: '',
  privateKey: '',
  certificate: '',
  passphrase: '',
  expiresOn: '',
};

/** @internal */
export const emptyCredential: CredentialDraft = {
  ...emptySecret,
  name: '',
  title: '',
  type: 'token',
};

/**
 * What stands in the way of storing a value, by field.
 *
 * @internal
 */
export function checkSecret(
  type: Credential['type'],
  draft: SecretDraft,
): CredentialProblems {
  const problems: CredentialProblems = {};
  if (type === 'certificate') {
    return checkCertificate(draft);
  }
  if (type === 'ssh') {
    const key = draft.privateKey.trim();
    if (key === '') {
      problems.privateKey = 'Paste the private key, or choose its file.';
    } else if (PUBLIC_KEY.test(key)) {
      problems.privateKey =
        'This is the public half. The private one is the file without .pub.';
    } else if (!PRIVATE_KEY.test(key) && !PUTTY_KEY.test(key)) {
      problems.privateKey =
        'Not a private key: it begins with -----BEGIN … PRIVATE KEY-----.';
    }
    return problems;
  }
  if (secretOf(type, draft) === '') {
    problems.secret =
      type === 'token' ? 'Paste the token.' : 'Type the password.';
  }
  if (type === 'basic' && draft.username.trim() === '') {
    problems.username = 'A password belongs to a user name.';
  }
  return problems;
}

function checkCertificate(draft: SecretDraft): CredentialProblems {
  const problems: CredentialProblems = {};
  if (!draft.certificate.trim().startsWith('-----BEGIN CERTIFICATE-----')) {
    problems.certificate =
      'Paste the certificate: it begins with -----BEGIN CERTIFICATE-----.';
  }
  if (!PRIVATE_KEY.test(draft.privateKey.trim())) {
    problems.privateKey =
      'Paste its private key: it begins with -----BEGIN … PRIVATE KEY-----.';
  }
  return problems;
}

/** @internal */
export function checkCredential(draft: CredentialDraft): CredentialProblems {
  return {
    ...(NAME.test(draft.name)
      ? {}
      : {
          name: 'Lower-case letters, digits, dots and dashes; a letter or digit at both ends; at most 63.',
        }),
    ...checkSecret(draft.type, draft),
  };
}

/**
 * The fields that belong to the type, and no others.
 *
 * @internal
 */
export function valueOf(
  type: Credential['type'],
  draft: SecretDraft,
): CredentialValue {
  const username = draft.username.trim();
  const hasKey = type === 'ssh' || type === 'certificate';
  return {
    ...(username && type !== 'certificate' && { username }),
    ...(type === 'certificate' && { certificate: draft.certificate.trim() }),
    ...(hasKey
      ? {
          // OpenSSH refuses a key whose last line has no end.
          privateKey: `${draft.privateKey.trim()}\n`,
          ...(draft.passphrase && { passphrase: draft.passphrase }),
        }
      : { secret: secretOf(type, draft) }),
    ...(draft.expiresOn && { expiresAt: endOfDay(draft.expiresOn) }),
  };
}

/** @internal */
export function credentialInputOf(draft: CredentialDraft): CredentialInput {
  const title = draft.title.trim();
  return {
    name: draft.name,
    type: draft.type,
    ...(title && { title }),
    ...valueOf(draft.type, draft),
  };
}

/**
 * What differs in title and end; undefined when nothing does.
 *
 * @internal
 */
export function credentialPatchOf(
  draft: { title: string; expiresOn: string },
  credential: Credential,
): CredentialPatch | undefined {
  const patch: CredentialPatch = {};
  const title = draft.title.trim();
  if (title !== (credential.title ?? '')) patch.title = title;
  if (draft.expiresOn !== dayOf(credential.expiresAt)) {
    patch.expiresAt = draft.expiresOn ? endOfDay(draft.expiresOn) : null;
  }
  return Object.keys(patch).length > 0 ? patch : undefined;
}

/**
 * The day of a timestamp as a date field takes it; empty when there is none. Hosts give the last day, in UTC.
 *
 * @internal
 */
export function dayOf(timestamp: string | undefined): string {
  return timestamp?.slice(0, 10) ?? '';
}

function endOfDay(day: string): string {
  return `${day}T23:59:59.000Z`;
}

/** A password may begin or end with a space; a token does not, but copying adds one. */
function secretOf(type: Credential['type'], { secret }: SecretDraft): string {
  return type === 'token' ? secret.trim() : secret;
}
