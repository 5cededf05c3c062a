import { NotAllowedError } from '@backstage/errors';
import { buildConnector } from 'undici';
import { AddressPolicy } from './AddressPolicy';

/**
 * An undici connector that dials only what the policy allows: it resolves once, connects to that very address while
 * TLS still names the host, and looks at the far end again when the socket is up (DNS rebinding, case K22).
 */
export function policyConnector(
  policy: AddressPolicy,
  options: buildConnector.BuildOptions,
): buildConnector.connector {
  const connect = buildConnector(options);
  return (target, callback) => {
    policy.check(target.hostname).then(
      ({ address }) => {
        connect({ ...target, hostname: address }, (...result) => {
          const [error, socket] = result;
          if (error) {
            callback(error, null);
          } else if (
            socket.remoteAddress !== undefined &&
            !policy.allowsAddress(socket.remoteAddress, target.hostname)
          ) {
            socket.destroy();
            callback(
              new NotAllowedError('The connection reached a refused address.'),
              null,
            );
          } else {
            callback(null, socket);
          }
        });
      },
      error => callback(error, null),
    );
  };
}
