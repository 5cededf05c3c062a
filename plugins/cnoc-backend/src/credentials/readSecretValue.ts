import { InputError } from '@backstage/errors';
import type { CredentialStrength } from './CredentialRecord';
import { readCertificate } from './readCertificate';
import { readSshKey } from './readSshKey';
import { secretStrength } from './secretStrength';
import type { SecretValue } from './SecretValue';

/** The value's fields as a request has them; only those of its type belong in it. */
export interface ValueInput {
  username?: string;
  secret?: string;
  privateKey?: string;
  certificate?: string;
  passphrase?: string;
}

export interface ReadValue {
  value: SecretValue;
  strength: CredentialStrength;
  publicKey?: string;
  /** When the value itself says that it ends */
  expiresAt?: Date;
}

/** What pages show in place of a value; storing it would lose the value (case S7) */
const MASK = /^([*•●·…]+|[<[(]?(redacted|masked|hidden|secret)[>\])]|x{6,})$/i;
// eslint-disable-next-line no-control-regex -- control characters are exactly what is refused here
const CONTROL = /[\u0000-\u001f\u007f]/;

/** @throws InputError that names the field, never its content */
export function readSecretValue(
  type: SecretValue['type'],
  input: ValueInput,
): ReadValue {
  for (const field of ['username', 'secret', 'passphrase'] as const) {
    if (input[field] !== undefined && CONTROL.test(input[field])) {
      throw new InputError(
        `${field}: holds a line break or a control character; paste it without`,
      );
    }
  }
  for (const field of [
    'secret',
    'privateKey',
    'certificate',
    'passphrase',
  ] as const) {
    if (input[field] !== undefined && MASK.test(input[field].trim())) {
      throw new InputError(
        `${field}: that is the mask of a value, not a value; leave the field out to keep what is stored`,
      );
    }
  }
  switch (type) {
    case 'ssh':
      return readSsh(input);
    case 'certificate':
      refuse(input, type, ['secret', 'username']);
      return readCertificate(input);
    default:
      return readSecret(type, input);
  }
}

function readSsh(input: ValueInput): ReadValue {
  refuse(input, 'ssh', ['secret', 'certificate']);
  if (input.privateKey === undefined) {
    throw new InputError('privateKey: an SSH credential needs one');
  }
  const { username, passphrase } = input;
  // OpenSSH reads a key only with its last line ended
  const privateKey = `${input.privateKey.replace(/\r\n?/g, '\n').trim()}\n`;
  const { publicKey, strength } = readSshKey(privateKey, passphrase);
  return {
    value: {
      type: 'ssh',
      privateKey,
      ...(username && { username }),
      ...(passphrase && { passphrase }),
    },
    strength,
    publicKey,
  };
}

function readSecret(type: 'token' | 'basic', input: ValueInput): ReadValue {
  refuse(input, type, ['privateKey', 'certificate', 'passphrase']);
  // A password may begin or end with a space; a token never does, but pasting adds one
  const secret = type === 'token' ? input.secret?.trim() : input.secret;
  if (!secret) {
    throw new InputError(
      `secret: a credential of type ${type} needs one, not empty`,
    );
  }
  const { username } = input;
  if (username?.includes(':')) {
    throw new InputError(
      'username: must not hold a colon, which ends the name when it is sent',
    );
  }
  if (type === 'basic') {
    if (!username) {
      throw new InputError(
        'username: a name and password need one; a token alone is of type token',
      );
    }
    return {
      value: { type, username, secret },
      strength: secretStrength(secret),
    };
  }
  return {
    value: { type, secret, ...(username && { username }) },
    strength: secretStrength(secret),
  };
}

function refuse(
  input: ValueInput,
  type: string,
  fields: (keyof ValueInput)[],
): void {
  for (const field of fields) {
    if (input[field] !== undefined) {
      throw new InputError(
        `${field}: does not belong to a credential of type ${type}`,
      );
    }
  }
}
