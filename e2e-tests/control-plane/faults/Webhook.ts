import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { testCertificate } from './engineRooms';
import type { Stage } from './Stage';

/** What the webhook does with a write; `mutate` = these operations of a JSON patch. */
export type Verdict =
  | { allow: true; mutate?: object[] }
  | { allow: false; message: string }
  /** No answer within the time the server gives it */
  | 'silence';

interface Review {
  request: { uid: string };
}

const PATH =
  '/apis/admissionregistration.k8s.io/v1/mutatingwebhookconfigurations';

/** An admission webhook that the real server asks about the writes in one namespace. */
export class Webhook {
  readonly #asked: () => number;
  readonly #server: Server;
  readonly #name: string;
  readonly #stage: Stage;

  private constructor(
    stage: Stage,
    name: string,
    server: Server,
    asked: () => number,
  ) {
    this.#asked = asked;
    this.#stage = stage;
    this.#name = name;
    this.#server = server;
  }

  /** The server takes note of it within a second or so; wait for what it does. */
  static async start(
    stage: Stage,
    options: { namespace: string; judge: () => Verdict },
  ): Promise<Webhook> {
    const { namespace, judge } = options;
    const certificate = testCertificate('127.0.0.1');
    let asked = 0;
    const server = createServer(certificate, (request, response) => {
      asked += 1;
      void answer(request, response, judge());
    });
    await new Promise<void>(resolve => {
      server.listen(0, '127.0.0.1', resolve);
    });
    const { port } = server.address() as AddressInfo;
    await stage.send('POST', PATH, {
      apiVersion: 'admissionregistration.k8s.io/v1',
      kind: 'MutatingWebhookConfiguration',
      metadata: { name: namespace },
      webhooks: [
        {
          name: 'test.cnoc.invalid',
          admissionReviewVersions: ['v1'],
          clientConfig: {
            url: `https://127.0.0.1:${port}/inner-path`,
            caBundle: btoa(certificate.cert),
          },
          failurePolicy: 'Fail',
          timeoutSeconds: 1,
          sideEffects: 'None',
          namespaceSelector: {
            matchLabels: { 'kubernetes.io/metadata.name': namespace },
          },
          rules: [
            {
              apiGroups: ['wiring.githedgehog.com'],
              apiVersions: ['*'],
              operations: ['CREATE', 'UPDATE'],
              resources: ['*'],
            },
          ],
        },
      ],
    });
    return new Webhook(stage, namespace, server, () => asked);
  }

  /** How often the server has asked it. */
  get asked(): number {
    return this.#asked();
  }

  async stop(): Promise<void> {
    await this.#stage.send('DELETE', `${PATH}/${this.#name}`);
    this.#server.closeAllConnections();
    await new Promise(resolve => this.#server.close(resolve));
  }
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  verdict: Verdict,
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  if (verdict === 'silence') return;
  const { uid } = (JSON.parse(Buffer.concat(chunks).toString()) as Review)
    .request;
  response.writeHead(200, { 'content-type': 'application/json' }).end(
    JSON.stringify({
      apiVersion: 'admission.k8s.io/v1',
      kind: 'AdmissionReview',
      response: {
        uid,
        allowed: verdict.allow,
        ...(verdict.allow
          ? verdict.mutate && {
              patchType: 'JSONPatch',
              patch: btoa(JSON.stringify(verdict.mutate)),
            }
          : { status: { code: 403, message: verdict.message } }),
      },
    }),
  );
}
