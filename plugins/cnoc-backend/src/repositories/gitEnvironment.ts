import { GitRemote } from './GitEngine';

// git ≥ 2.31 reads configuration from the environment: unlike `-c`, it does not show in the process list.
const hardening: readonly (readonly [string, string])[] = [
  ['protocol.allow', 'never'],
  ['protocol.https.allow', 'always'],
  ['protocol.http.allow', 'always'],
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
  ['gc.auto', '0'],
  ['maintenance.auto', 'false'],
  ['submodule.recurse', 'false'],
  ['transfer.credentialsInUrl', 'die'],
];

/**
 * The whole environment of a run of git: nothing of the machine's or a user's git configuration counts, and the token
 * appears in no argument.
 *
 * @param pinned - `host:port:address` that the connection must use, so that no second DNS answer counts
 */
export function gitEnvironment(options: {
  home: string;
  remote?: GitRemote;
  pinned?: string;
}): Record<string, string> {
  const { home, remote, pinned } = options;
  const settings = [...hardening];
  if (remote?.token) {
    const basic = Buffer.from(
      `${remote.username ?? 'git'}:${remote.token}`,
    ).toString('base64');
    settings.push([
      `http.${remote.url}.extraHeader`,
      `Authorization: Basic ${basic}`,
    ]);
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
    GIT_ALLOW_PROTOCOL: 'http:https',
    GIT_PROTOCOL_FROM_USER: '0',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_NO_REPLACE_OBJECTS: '1',
    GIT_LITERAL_PATHSPECS: '1',
    GIT_NO_LAZY_FETCH: '1',
    GIT_CONFIG_COUNT: String(settings.length),
  };
  settings.forEach(([key, value], index) => {
    env[`GIT_CONFIG_KEY_${index}`] = key;
    env[`GIT_CONFIG_VALUE_${index}`] = value;
  });
  return env;
}
