import path from 'node:path';
import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import catalogModuleCnoc from './index';
import { aFabric } from './testing/aFabric';
import { aResource } from './testing/aResource';

const DEADLINE_MS = 60_000;

const resources = [
  aResource('Server/server-1'),
  aResource('Switch/leaf-1', { facts: [{ label: 'Role', value: 'leaf' }] }),
  aResource('Connection/server-1--leaf-1', {
    dependsOn: [
      { kind: 'Server', name: 'server-1' },
      { kind: 'Switch', name: 'leaf-1' },
    ],
  }),
  aResource('VPC/vpc-1'),
  aResource('VPCAttachment/vpc-1--server-1', {
    dependsOn: [
      { kind: 'VPC', name: 'vpc-1' },
      { kind: 'Connection', name: 'server-1--leaf-1' },
    ],
  }),
  // Longer than an entity's name may be
  aResource(`Server/${'long-'.repeat(20)}name`),
];

/** Stands in for the engine: the same paths and bodies, with the same demand for a service's token. */
function engineAnswering(asked: string[]) {
  const kinds = [...new Set(resources.map(({ kind }) => kind))];
  const answers: Record<string, unknown> = {
    '/v1/kinds': { items: kinds.map(kind => ({ kind })) },
    '/v1/fabrics': { items: [aFabric()], totalItems: 1 },
    '/v1/fabrics/lab/resources': {
      items: resources,
      totalItems: resources.length,
      kinds: [],
    },
  };
  return createBackendPlugin({
    pluginId: 'cnoc',
    register(env) {
      env.registerInit({
        deps: {
          http: coreServices.httpRouter,
          httpAuth: coreServices.httpAuth,
        },
        async init({ http, httpAuth }) {
          http.use((request, response, next) => {
            httpAuth
              .credentials(request, { allow: ['service'] })
              .then(({ principal }) => {
                asked.push(`${principal.subject} ${request.path}`);
                response.json(answers[request.path]);
              })
              .catch(next);
          });
        },
      });
    },
  });
}

describe('catalogModuleCnoc in a portal', () => {
  it('shows fabrics and resources, with a way from a server to the owner', async () => {
    const asked: string[] = [];
    const backend = await startTestBackend({
      features: [
        catalogPlugin,
        catalogModuleCnoc,
        engineAnswering(asked),
        mockServices.rootConfig.factory({
          data: {
            app: { baseUrl: 'https://portal.example' },
            catalog: {
              rules: [{ allow: ['Group', 'User'] }],
              locations: [
                {
                  type: 'file',
                  target: path.resolve(__dirname, '../../../catalog/org.yaml'),
                },
              ],
            },
          },
        }),
      ],
    });
    try {
      const entities = new Map<string, Entity>();
      const base = `http://localhost:${backend.server.port()}/api/catalog`;
      const headers = { Authorization: mockCredentials.service.header() };
      const related = (ref: string, type: string) =>
        entities
          .get(ref)
          ?.relations?.filter(relation => relation.type === type)
          .map(({ targetRef }) => targetRef);
      const ready = () =>
        entities.size === resources.length + 4 &&
        related('group:default/network', 'ownerOf')?.length ===
          resources.length + 1;

      const deadline = Date.now() + DEADLINE_MS;
      while (!ready() && Date.now() < deadline) {
        await new Promise(resolve => setTimeout(resolve, 200));
        const response = await fetch(
          `${base}/entities?filter=kind=system&filter=kind=resource&filter=kind=group&filter=kind=user`,
          { headers },
        );
        for (const entity of (await response.json()) as Entity[]) {
          const { namespace = 'default', name } = entity.metadata;
          entities.set(
            `${entity.kind}:${namespace}/${name}`.toLowerCase(),
            entity,
          );
        }
      }

      expect([...entities.keys()].sort()).toEqual([
        'group:default/network',
        'group:default/platform',
        'resource:default/lab-connection-server-1--leaf-1',
        expect.stringMatching(
          /^resource:default\/lab-server-long-.*-[0-9a-f]{12}$/,
        ),
        'resource:default/lab-server-server-1',
        'resource:default/lab-switch-leaf-1',
        'resource:default/lab-vpc-vpc-1',
        'resource:default/lab-vpcattachment-vpc-1--server-1',
        'system:default/lab',
        'user:default/guest',
      ]);
      expect(entities.get('system:default/lab')).toMatchObject({
        metadata: {
          title: 'The lab',
          tags: ['lab'],
          links: [{ url: 'https://portal.example/cnoc/fabrics/lab' }],
        },
        spec: { type: 'hedgehog-fabric' },
      });

      const serverRef = 'resource:default/lab-server-server-1';
      const connectionRef = 'resource:default/lab-connection-server-1--leaf-1';
      const attachmentRef =
        'resource:default/lab-vpcattachment-vpc-1--server-1';
      expect(related(serverRef, 'partOf')).toEqual(['system:default/lab']);
      expect(related('system:default/lab', 'ownedBy')).toEqual([
        'group:default/network',
      ]);
      expect(related('group:default/network', 'hasMember')).toEqual([
        'user:default/guest',
      ]);
      expect(related(serverRef, 'dependencyOf')).toEqual([connectionRef]);
      expect(related(connectionRef, 'dependsOn')).toEqual([
        serverRef,
        'resource:default/lab-switch-leaf-1',
      ]);
      expect(related(connectionRef, 'dependencyOf')).toEqual([attachmentRef]);
      expect(related(attachmentRef, 'dependsOn')).toContain(
        'resource:default/lab-vpc-vpc-1',
      );
      expect(asked).toContain('plugin:catalog /v1/fabrics/lab/resources');
    } finally {
      await backend.stop();
    }
  }, 120_000);
});
