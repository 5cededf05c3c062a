import type {
  RepositoryDetail,
  RepositoryInput,
  RepositoryPatch,
} from '@cnoc/backstage-plugin-cnoc-common';
import { guessProvider, type Provider } from './providers';
import { readRemote } from './readRemote';

/**
 * What stands in the form of a repository. Secrets are only ever what was typed now.
 *
 * @internal
 */
export type RepositoryDraft = {
  url: string;
  /** Absent = what the address suggests */
  name?: string;
  title: string;
  branch: string;
  /** Absent = what the host's name tells */
  provider?: Provider;
  /** Empty = none */
  credential: string;
  skipTLSVerify: boolean;
  requireSignedCommits: boolean;
  allowedSigners: string;
  webhookSecret: string;
  forgetWebhookSecret: boolean;
};

/** @internal */
export type RepositoryProblems = Partial<Record<keyof RepositoryDraft, string>>;

const NAME = /^[a-z0-9]([a-z0-9.-]{0,61}[a-z0-9])?$/;
const MIN_SECRET_LENGTH = 8;

/** @internal */
export function draftOf(repository?: RepositoryDetail): RepositoryDraft {
  return {
    url: repository?.url ?? '',
    name: repository?.name,
    title: repository?.title ?? '',
    branch: repository?.branch ?? 'main',
    provider: repository?.provider,
    credential: repository?.credential ?? '',
    skipTLSVerify: repository?.skipTLSVerify ?? false,
    requireSignedCommits: repository?.requireSignedCommits ?? false,
    allowedSigners: repository?.allowedSigners ?? '',
    webhookSecret: '',
    forgetWebhookSecret: false,
  };
}

/** @internal */
export function nameOf(draft: RepositoryDraft): string {
  if (draft.name !== undefined) return draft.name;
  const remote = readRemote(draft.url);
  return 'problem' in remote ? '' : remote.suggestedName;
}

/** @internal */
export function providerOf(draft: RepositoryDraft): Provider {
  if (draft.provider) return draft.provider;
  const remote = readRemote(draft.url);
  return 'problem' in remote ? 'git' : guessProvider(remote.host);
}

/**
 * What stands in the way of saving, by field.
 *
 * @internal
 */
export function checkDraft(draft: RepositoryDraft): RepositoryProblems {
  const problems: RepositoryProblems = {};
  const remote = readRemote(draft.url);
  if ('problem' in remote) {
    problems.url = remote.problem;
  } else if (remote.hasCredential && draft.credential !== '') {
    problems.credential =
      'The address holds a credential too. Take it out, or choose none here.';
  }
  if (!NAME.test(nameOf(draft))) {
    problems.name =
      'Lower-case letters, digits, dots and dashes; a letter or digit at both ends; at most 63.';
  }
  if (draft.branch.trim() === '') problems.branch = 'Name the branch to read.';
  if (draft.requireSignedCommits && draft.allowedSigners.trim() === '') {
    problems.allowedSigners =
      'List the keys that count; without one every commit would be refused.';
  }
  if (
    draft.webhookSecret !== '' &&
    draft.webhookSecret.length < MIN_SECRET_LENGTH
  ) {
    problems.webhookSecret = `At least ${MIN_SECRET_LENGTH} characters.`;
  }
  return problems;
}

/**
 * The whole draft, for a new repository and for a test of it.
 *
 * @internal
 */
export function inputOf(draft: RepositoryDraft): RepositoryInput {
  return {
    name: nameOf(draft),
    url: draft.url.trim(),
    branch: draft.branch.trim(),
    provider: providerOf(draft),
    ...(draft.title.trim() && { title: draft.title.trim() }),
    ...(draft.credential && { credential: draft.credential }),
    ...(skipsTLSVerify(draft) && { skipTLSVerify: true }),
    ...(draft.requireSignedCommits && { requireSignedCommits: true }),
    ...(draft.allowedSigners.trim() && {
      allowedSigners: draft.allowedSigners,
    }),
    ...(draft.webhookSecret && { webhookSecret: draft.webhookSecret }),
  };
}

/**
 * Only what differs from the repository; undefined when nothing does. A secret that was not typed stays as it is.
 *
 * @internal
 */
export function patchOf(
  draft: RepositoryDraft,
  repository: RepositoryDetail,
): RepositoryPatch | undefined {
  const before = draftOf(repository);
  const patch: RepositoryPatch = {};
  if (draft.title.trim() !== before.title) patch.title = draft.title.trim();
  if (draft.url.trim() !== before.url) patch.url = draft.url.trim();
  if (draft.branch.trim() !== before.branch) patch.branch = draft.branch.trim();
  const provider = providerOf(draft);
  if (provider !== before.provider) patch.provider = provider;
  if (draft.credential !== before.credential) {
    patch.credential = draft.credential || null;
  }
  if (skipsTLSVerify(draft) !== before.skipTLSVerify) {
    patch.skipTLSVerify = skipsTLSVerify(draft);
  }
  if (draft.requireSignedCommits !== before.requireSignedCommits) {
    patch.requireSignedCommits = draft.requireSignedCommits;
  }
  if (draft.allowedSigners !== before.allowedSigners) {
    patch.allowedSigners = draft.allowedSigners;
  }
  if (draft.webhookSecret) patch.webhookSecret = draft.webhookSecret;
  else if (draft.forgetWebhookSecret) patch.webhookSecret = null;
  return Object.keys(patch).length > 0 ? patch : undefined;
}

/** Only https has a certificate to check. */
function skipsTLSVerify(draft: RepositoryDraft): boolean {
  const remote = readRemote(draft.url);
  return (
    draft.skipTLSVerify && !('problem' in remote) && remote.scheme === 'https'
  );
}
