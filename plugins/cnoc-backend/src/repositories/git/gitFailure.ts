import { GitError, GitErrorReason } from './GitError';

export const gitMessages = {
  diskFull:
    'The disk of this machine is full; the last commit read stays in use.',
  cache: 'The local copy of the repository is damaged and is read anew.',
  unauthorized:
    'The remote refused the credentials; check that they are right and have not expired.',
  forbidden:
    'The remote knows the credentials but does not allow this; check their rights.',
  throttled: 'The remote asks to slow down; CNOC tries again later.',
  redirected:
    'The remote answered with a redirect, which is not followed; enter the final address.',
  notFound:
    'The remote has no such repository, or the credentials may not see it.',
  tls: 'The remote could not prove who it is (TLS); check its certificate.',
  rejected:
    'The remote sent objects that git deems unsafe; nothing of them is used.',
  commitMissing: 'The remote no longer offers that commit.',
  broken:
    'The remote broke off or sent a damaged answer; the last commit read stays in use.',
  timeout: 'The remote was too slow to answer.',
  unreachable: 'The remote cannot be reached.',
  aborted: 'The operation was cancelled.',
  tooLarge:
    'The repository is larger than CNOC reads; the last commit read stays in use.',
  moved:
    'The branch has moved since the change was made, so nothing was written. Look at the new state and try again.',
  failed: 'git could not complete the operation.',
} as const satisfies Partial<Record<GitErrorReason, string>>;

/** An error with the standing words of its reason. */
export function gitError(
  reason: keyof typeof gitMessages,
  facts?: GitError['facts'],
): GitError {
  return new GitError(reason, gitMessages[reason], facts);
}

// First match wins. The texts are git's, libcurl's and ssh's own, with LC_ALL=C.
const signs: readonly [RegExp, keyof typeof gitMessages][] = [
  [
    /No space left on device|File too large|Disk quota exceeded|died of signal 25/i,
    'diskFull',
  ],
  [
    /Unable to create '\(path\)': File exists|not a git repository|(?<!pack has )bad object|object file .* is empty|loose object .* corrupt|packfile .* cannot be|unable to read (tree|sha1)|bad config|missing (blob|tree|commit)|shallow file has changed/i,
    'cache',
  ],
  [/attempting to allocate|over limit/i, 'tooLarge'],
  [
    /Authentication failed|could not read (Username|Password)|returned error: 401|HTTP 401|Permission denied \(|incorrect passphrase|Too many authentication failures|Load key/i,
    'unauthorized',
  ],
  [
    /returned error: 403|HTTP 403|(access|permission) (to .* )?denied|not allowed to push/i,
    'forbidden',
  ],
  [/returned error: 429/i, 'throttled'],
  [/returned error: 3\d\d|redirect/i, 'redirected'],
  [
    /returned error: 404|repository '?.*'? not found|does not appear to be a git repository|not valid: is this a git repository/i,
    'notFound',
  ],
  [/Host key verification failed|REMOTE HOST IDENTIFICATION/i, 'tls'],
  [/SSL|TLS|certificate/i, 'tls'],
  [
    /fsck|hasDot|hasDotdot|badTree|fullPathname|transfer\.fsckObjects|gitmodules/i,
    'rejected',
  ],
  [
    /couldn't find remote ref|unadvertised object|not our ref/i,
    'commitMissing',
  ],
  [
    /ssh: connect|ssh: Could not|kex_exchange_identification|Connection (closed|reset|timed out) (by|to)/i,
    'unreachable',
  ],
  [
    /early EOF|unexpected disconnect|invalid index-pack|index-pack (failed|died)|RPC failed|hung up|bad (pack|line length)|inflate|pack .*(corrupt|signature|checksum)|premature end/i,
    'broken',
  ],
  [/Operation too slow|timed out/i, 'timeout'],
  [
    /Could not resolve|Failed to connect|Connection (refused|reset)|Couldn't connect|unable to access|No route to host|returned error: 5\d\d/i,
    'unreachable',
  ],
];

/** What a failed run of git means, told without any of its output. */
export function gitFailure(stderr: string): GitError {
  // Addresses and paths may hold any word, also those that the signs look for.
  const text = stderr
    .replace(/(https?|ssh):\/\/[^\s']+/g, '(address)')
    .replace(/'\/[^']*'/g, "'(path)'");
  for (const [sign, reason] of signs) {
    if (sign.test(text)) {
      return gitError(reason);
    }
  }
  return gitError('failed');
}

/** Why a remote refused to move a branch, from the words that git and hosts use for it. */
export function pushRefusal(words: string): GitError {
  if (
    /stale info|fetch first|non-fast-forward|cannot lock ref|failed to update ref|already exists|incorrect old value|needs force/i.test(
      words,
    )
  ) {
    return gitError('moved');
  }
  if (
    /declined|denied|protected|prohibited|forbidden|not allowed|permission|read.only|deny/i.test(
      words,
    )
  ) {
    return new GitError(
      'forbidden',
      'The remote does not let these credentials write to that branch; it may be protected.',
    );
  }
  return new GitError('failed', 'The remote did not take the change.');
}
