import { spawn } from 'node:child_process';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createGunzip } from 'node:zlib';
import { gitEnvironment } from './runGit';

export interface GitRequest {
  directory: string;
  /** `info/refs`, `git-upload-pack` or `git-receive-pack`. */
  endpoint: string;
  service: string | null;
}

const SERVICES = new Set(['git-upload-pack', 'git-receive-pack']);
const PROTOCOL = /^version=[012]$/;
const TIMEOUT_MS = 120_000;

/** Git's smart HTTP protocol (v0 to v2): the talking is done by git itself. */
export function serveGit(
  request: IncomingMessage,
  response: ServerResponse,
  { directory, endpoint, service }: GitRequest,
): void {
  const advertises = endpoint === 'info/refs';
  const name = advertises ? service : endpoint;
  if (!name || !SERVICES.has(name)) {
    refuse(response, 403, 'Only the smart HTTP protocol is served.');
    return;
  }
  if (request.method !== (advertises ? 'GET' : 'POST')) {
    refuse(response, 405, 'This address does not take that method.');
    return;
  }
  const asked = request.headers['git-protocol'];
  const protocol =
    typeof asked === 'string' && PROTOCOL.test(asked) ? asked : undefined;
  const child = spawn(
    'git',
    [
      name.slice('git-'.length),
      '--stateless-rpc',
      ...(advertises ? ['--advertise-refs'] : []),
      '.',
    ],
    {
      cwd: directory,
      env: gitEnvironment(protocol ? { GIT_PROTOCOL: protocol } : {}),
      stdio: ['pipe', 'pipe', 'ignore'],
      timeout: TIMEOUT_MS,
    },
  );
  child.on('error', () =>
    refuse(response, 500, 'git could not be started on the lab.'),
  );
  response.on('close', () => child.kill());
  child.stdin.on('error', () => {}); // git ended before it read all; the client sees the end of the answer

  response.writeHead(200, {
    'content-type': `application/x-${name}-${
      advertises ? 'advertisement' : 'result'
    }`,
    'cache-control': 'no-cache',
  });
  if (advertises) {
    if (protocol !== 'version=2') {
      const line = `# service=${name}\n`;
      response.write(
        `${(line.length + 4).toString(16).padStart(4, '0')}${line}0000`,
      );
    }
    child.stdin.end();
  } else if (request.headers['content-encoding'] === 'gzip') {
    const plain = createGunzip();
    plain.on('error', () => child.kill());
    request.pipe(plain).pipe(child.stdin);
  } else {
    request.pipe(child.stdin);
  }
  child.stdout.pipe(response);
}

function refuse(response: ServerResponse, code: number, why: string): void {
  if (!response.headersSent) {
    response.writeHead(code, { 'content-type': 'text/plain' });
  }
  response.end(`${why}\n`);
}
