import { gzipSync } from 'node:zlib';
import type { Exchange, Fault } from './Fault';

type Answer = NonNullable<Fault['answer']>;

const JSON_TYPE = { 'content-type': 'application/json' };
const CHUNK = 'x'.repeat(64 * 1024);

/** The server's words for a failure, as a Kubernetes Status. */
export function status(
  code: number,
  message: string,
  headers: Record<string, string> = {},
): Answer {
  return ({ request, response }) => {
    request.resume();
    response.writeHead(code, { ...JSON_TYPE, ...headers }).end(
      JSON.stringify({
        kind: 'Status',
        apiVersion: 'v1',
        status: 'Failure',
        code,
        message,
      }),
    );
  };
}

/** A body that is not of Kubernetes, as of a proxy in between. */
export function body(
  code: number,
  text: string | Buffer,
  headers: Record<string, string> = JSON_TYPE,
): Answer {
  return ({ request, response }) => {
    request.resume();
    response.writeHead(code, headers).end(text);
  };
}

/** A body that says it is longer than what comes of it. */
export const truncated: Answer = ({ response }) => {
  response.writeHead(200, { ...JSON_TYPE, 'content-length': '4096' });
  response.write('{"kind":"VLANNamespaceList","metadata":{"resourceV', () =>
    response.socket?.destroy(),
  );
};

/** A hundred megabytes in a few kilobytes. */
export function gzipBomb(): Answer {
  return body(200, gzipSync(Buffer.alloc(100 * 1024 * 1024, ' ')), {
    ...JSON_TYPE,
    'content-encoding': 'gzip',
  });
}

/** A list that goes on for as long as somebody reads it. */
export const endless: Answer = ({ response }) => {
  response.writeHead(200, JSON_TYPE);
  response.write('{"items":[{"metadata":{"name":"');
  const more = () => {
    while (!response.destroyed && response.write(CHUNK));
  };
  response.on('drain', more);
  more();
};

/** A byte now and then: enough to look alive. */
export function dripping(everyMs: number): Answer {
  return ({ response }) => {
    response.writeHead(200, JSON_TYPE);
    const timer = setInterval(() => response.write(' '), everyMs);
    response.once('close', () => clearInterval(timer));
  };
}

/** No answer, and no end. */
export const silence: Answer = ({ request }) => {
  request.resume();
};

/** The server answers late. */
export function late(ms: number): Answer {
  return ({ pass, response }) => {
    const timer = setTimeout(pass, ms);
    response.once('close', () => clearTimeout(timer));
  };
}

export function redirectTo(url: string): Answer {
  return ({ asked, request, response }) => {
    request.resume();
    response.writeHead(307, { location: `${url}${asked.path}` }).end();
  };
}

/** Spoils the token on the way, so that the server itself refuses it. */
export const expiredToken: Answer = ({ pass }) =>
  pass({ headers: { authorization: 'Bearer expired' } });

/** Carried out, but CNOC never hears of it. */
export const lostAnswer: Answer = ({ pass }) => pass({ loseAnswer: true });

/** Another cluster at the same address: its namespace kube-system has another uid. */
export function anotherCluster(uid: string): Fault {
  return {
    path: '/api/v1/namespaces/kube-system',
    answer: ({ pass }: Exchange) =>
      pass({
        rewrite: text => {
          const namespace = JSON.parse(text);
          return JSON.stringify({
            ...namespace,
            metadata: { ...namespace.metadata, uid },
          });
        },
      }),
  };
}
