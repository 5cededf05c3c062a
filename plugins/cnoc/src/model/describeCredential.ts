import type { Credential } from '@cnoc/backstage-plugin-cnoc-common';
import { formatDay } from '../text/formatTime';
import type { Tone } from './describeStatus';

/** @internal */
export const credentialTypes: Record<
  Credential['type'],
  { label: string; means: string }
> = {
  token: { label: 'Token', means: 'A personal, project or app access token' },
  basic: { label: 'Password', means: 'User name and password' },
  ssh: { label: 'SSH key', means: 'A private key, for ssh addresses' },
  certificate: {
    label: 'Certificate',
    means: 'A client certificate with its key, for clusters',
  },
};

/** @internal */
export type Described = { tone: Tone; word: string; detail?: string };

/** @internal */
export function describeStrength({ strength }: Credential): Described {
  const looks = {
    weak: { tone: 'bad', word: 'Weak' },
    fair: { tone: 'warning', word: 'Fair' },
    strong: { tone: 'good', word: 'Strong' },
  } as const;
  return { ...looks[strength.level], detail: strength.reason };
}

/**
 * When a credential ends. `expiry` is the server's word; the date alone decides nothing here.
 *
 * @internal
 */
export function describeExpiry(credential: Credential): Described {
  const { expiry = 'none', expiresAt } = credential;
  const day = expiresAt && formatDay(new Date(expiresAt));
  switch (expiry) {
    case 'expired':
      return { tone: 'bad', word: 'Expired', detail: day && `on ${day}` };
    case 'soon':
      return {
        tone: 'warning',
        word: 'Expires soon',
        detail: day && `on ${day}`,
      };
    case 'fine':
      return { tone: 'good', word: day ? `Until ${day}` : 'Not soon' };
    default:
      return { tone: 'waiting', word: 'No end known' };
  }
}

/**
 * How much a credential needs a person; larger = more.
 *
 * @internal
 */
export function credentialNeed(credential: Credential): number {
  const expiry = { expired: 2_000, soon: 1_000, fine: 0, none: 0 };
  const strength = { weak: 500, fair: 100, strong: 0 };
  return (
    (credential.readable === false ? 5_000 : 0) +
    expiry[credential.expiry ?? 'none'] +
    strength[credential.strength.level] +
    Math.min(credential.usedBy.length, 99)
  );
}

/** @internal */
export function compareCredentials(a: Credential, b: Credential): number {
  return credentialNeed(b) - credentialNeed(a) || a.name.localeCompare(b.name);
}
