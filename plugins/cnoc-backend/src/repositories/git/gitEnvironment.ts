import { GitError } from './GitError';
import { GitRemote } from './GitEngine';
import type { SshFiles } from './SshAccess';
import { isSshUrl } from './repositoryUrl';

// git ≥ 2.31 reads configuration from the environment: unlike `-c`, it does not show in the process list.
const hardening: readonly (readonly [string, string])[] = [
  ['protocol.allow', 'never'],
  ['protocol.https.allow', 'always'],
  ['protocol.http.allow', 'always'],
  ['protocol.ssh.allow', 'always'],
  ['protocol.version', '2'],
  ['core.hooksPath', '/dev/null'],
  ['core.fsmonitor', 'false'],
  ['core.symlinks', 'false'],
  ['core.bigFileThreshold', '1m'],
  ['core.askPass', ''],
  ['credential.helper', ''],
  ['http.followRedirects', 'false'],
  ['http.sslVerify', 'true'],
  ['http.sslVersion', 'tlsv1.2'],
  ['http.lowSpeedLimit', '1000'],
  ['http.lowSpeedTime', '20'],
  ['fetch.fsckObjects', 'true'],
  ['fetch.recurseSubmodules', 'false'],
  ['fetch.writeCommitGraph', 'false'],
  // Harmless slips of old tools; refusing them would refuse honest repositories.
  ['fetch.fsck.zeroPaddedFilemode', 'ignore'],
  ['fetch.fsck.missingSpaceBeforeDate', 'ignore'],
  ['fetch.fsck.badTimezone', 'ignore'],
  // Always a pack: objects written one by one would be inflated to the disk (G9).
  ['transfer.unpackLimit', '1'],
  ['gc.auto', '0'],
  ['maintenance.auto', 'false'],
  ['submodule.recurse', 'false'],
  ['push.recurseSubmodules', 'no'],
  ['push.gpgSign', 'false'],
  ['transfer.credentialsInUrl', 'die'],
];

/** No single object of a hostile pack may ask for more memory than this (G9). */
const maxAllocation = '512m';

/** `Authorization` for a remote over http, or undefined. @throws GitError for credentials of another kind */
export function authorizationOf(remote: GitRemote): string | undefined {
  const { auth } = remote;
  if (!auth) {
    return undefined;
  }
  if (auth.type === 'ssh') {
    throw new GitError(
      'unsupported',
      'An SSH key cannot sign in to an http address; give a token, or the ssh address of the repository.',
    );
  }
  const basic = `${auth.username ?? 'x-access-token'}:${auth.secret}`;
  return `Basic ${Buffer.from(basic).toString('base64')}`;
}

/**
 * The whole environment of a run of git: nothing of the machine's or a user's git configuration counts, and the secret
 * appears in no argument.
 *
 * @param options - `pinned`: `host:port:address` that the connection must use, so that no second DNS answer counts;
 *   `ssh`: the files with all that ssh may know; `authorities`: file with the certificates that count
 */
export function gitEnvironment(options: {
  home: string;
  remote?: GitRemote;
  pinned?: string;
  ssh?: SshFiles;
  authorities?: string;
}): Record<string, string> {
  const { home, remote, pinned, ssh, authorities } = options;
  const settings = [...hardening];
  if (remote && !isSshUrl(remote.url)) {
    const authorization = authorizationOf(remote);
    if (authorization) {
      settings.push([
        `http.${remote.url}.extraHeader`,
        `Authorization: ${authorization}`,
      ]);
    }
    if (remote.skipTLSVerify) {
      settings.push([`http.${remote.url}.sslVerify`, 'false']);
    }
    if (authorities) {
      settings.push(['http.sslCAInfo', authorities]);
    }
  }
  if (pinned) {
    settings.push(['http.curloptResolve', pinned]);
  }
  const env: Record<string, string> = {
    PATH: process.env.PATH ?? '/usr/bin:/bin',
    HOME: home,
    LC_ALL: 'C',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_ATTR_NOSYSTEM: '1',
    GIT_TERMINAL_PROMPT: '0',
    GIT_ASKPASS: '',
    SSH_ASKPASS: '',
    GIT_ALLOW_PROTOCOL: ssh ? 'ssh' : 'http:https',
    GIT_PROTOCOL_FROM_USER: '0',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_NO_REPLACE_OBJECTS: '1',
    GIT_LITERAL_PATHSPECS: '1',
    GIT_NO_LAZY_FETCH: '1',
    GIT_ALLOC_LIMIT: maxAllocation,
    GIT_CONFIG_COUNT: String(settings.length),
    ...(ssh && {
      // git hands this to a shell; the path is one that we made, of letters, digits and dashes.
      GIT_SSH_COMMAND: `ssh -F '${ssh.config}'`,
      GIT_SSH_VARIANT: 'ssh',
    }),
    ...(ssh?.askpass && {
      SSH_ASKPASS: ssh.askpass,
      SSH_ASKPASS_REQUIRE: 'force',
    }),
  };
  settings.forEach(([key, value], index) => {
    env[`GIT_CONFIG_KEY_${index}`] = key;
    env[`GIT_CONFIG_VALUE_${index}`] = value;
  });
  return env;
}
