import { GitError, GitErrorReason } from './GitError';

// First match wins. The texts are git's and libcurl's own, with LC_ALL=C.
const signs: readonly [RegExp, GitErrorReason, string][] = [
  [
    /No space left on device/i,
    'diskFull',
    'The disk of this machine is full; the last commit read stays in use.',
  ],
  [
    /Unable to create '\(path\)': File exists|not a git repository|bad object|object file .* is empty|loose object .* corrupt|packfile .* cannot be|unable to read (tree|sha1)|bad config|missing (blob|tree|commit)|shallow file has changed/i,
    'cache',
    'The local copy of the repository is damaged and is read anew.',
  ],
  [
    /Authentication failed|could not read (Username|Password)|returned error: (401|403)|HTTP (401|403)/i,
    'unauthorized',
    'The remote refused the credentials; check the token and its rights.',
  ],
  [
    /returned error: 429/i,
    'throttled',
    'The remote asks to slow down; CNOC tries again later.',
  ],
  [
    /returned error: 3\d\d|redirect/i,
    'redirected',
    'The remote answered with a redirect, which is not followed; enter the final address.',
  ],
  [
    /returned error: 404|repository '.*' not found|does not appear to be a git repository/i,
    'notFound',
    'The remote has no such repository, or the token may not see it.',
  ],
  [
    /SSL|TLS|certificate/i,
    'tls',
    'The remote could not prove who it is (TLS); check its certificate.',
  ],
  [
    /fsck|hasDot|hasDotdot|badTree|fullPathname|transfer\.fsckObjects|gitmodules/i,
    'rejected',
    'The remote sent objects that git deems unsafe; nothing of them is used.',
  ],
  [
    /couldn't find remote ref|unadvertised object|not our ref/i,
    'commitMissing',
    'The remote no longer offers that commit.',
  ],
  [
    /early EOF|unexpected disconnect|invalid index-pack|index-pack (failed|died)|RPC failed|hung up|bad (pack|line length)|inflate|pack .*(corrupt|signature|checksum)|premature end/i,
    'broken',
    'The remote broke off or sent a damaged answer; the last commit read stays in use.',
  ],
  [
    /Operation too slow|timed out/i,
    'timeout',
    'The remote was too slow to answer.',
  ],
  [
    /Could not resolve|Failed to connect|Connection (refused|reset)|Couldn't connect|unable to access|No route to host|returned error: 5\d\d/i,
    'unreachable',
    'The remote cannot be reached.',
  ],
];

/** What a failed run of git means, told without any of its output. */
export function gitFailure(stderr: string): GitError {
  // Addresses and paths may hold any word, also those that the signs look for.
  const text = stderr
    .replace(/https?:\/\/[^\s']+/g, '(address)')
    .replace(/'\/[^']*'/g, "'(path)'");
  for (const [sign, reason, message] of signs) {
    if (sign.test(text)) {
      return new GitError(reason, message);
    }
  }
  return new GitError('failed', 'git could not complete the operation.');
}
