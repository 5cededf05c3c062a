import { Agent, request } from 'undici';
import { type AddressPolicy, policyConnector } from '../fabrics/network';
import type { GitRemote } from './git/GitEngine';

const TIMEOUT_MS = 15_000;

/**
 * Whether an http remote would take a push with this credential: asks for what a push begins with, and sends nothing. A
 * host that cannot be asked counts as one that does not take it.
 */
export async function mayPush(
  remote: GitRemote,
  policy: AddressPolicy,
  signal?: AbortSignal,
): Promise<boolean> {
  const { auth, skipTLSVerify } = remote;
  const dispatcher = new Agent({
    connect: policyConnector(policy, {
      timeout: TIMEOUT_MS,
      minVersion: 'TLSv1.2',
      rejectUnauthorized: !skipTLSVerify,
    }),
    headersTimeout: TIMEOUT_MS,
    bodyTimeout: TIMEOUT_MS,
  });
  const deadline = AbortSignal.timeout(TIMEOUT_MS);
  try {
    const response = await request(
      `${remote.url.replace(/\/+$/, '')}/info/refs?service=git-receive-pack`,
      {
        dispatcher,
        signal: signal ? AbortSignal.any([signal, deadline]) : deadline,
        headers:
          auth && auth.type !== 'ssh'
            ? {
                authorization: `Basic ${Buffer.from(
                  `${auth.username ?? 'x-access-token'}:${auth.secret}`,
                ).toString('base64')}`,
              }
            : {},
      },
    );
    const type = String(response.headers['content-type'] ?? '');
    return (
      response.statusCode === 200 &&
      type.startsWith('application/x-git-receive-pack-advertisement')
    );
  } catch {
    return false;
  } finally {
    await dispatcher.destroy();
  }
}
