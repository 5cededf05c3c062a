import { existsSync } from 'node:fs';
import { parse } from 'yaml';
import { type ApiCaller, server, waitUntil } from '@cnoc/lab/src/testing';
import { ControlPlane } from './ControlPlane';
import { crdFolders, currentCrds } from './crdFolders';
import { createUser } from './createUser';
import { installDefinitions } from './installDefinitions';

// two real servers, on machines that are busy with other tests
jest.setTimeout(120_000);

const DEFINITIONS = '/apis/apiextensions.k8s.io/v1/customresourcedefinitions';
const WIRING = '/apis/wiring.githedgehog.com/v1beta1/namespaces';
const suite = existsSync(currentCrds) ? describe : describe.skip;

suite('Hedgehog on a real control plane (needs the shared data)', () => {
  let plane: ControlPlane;
  let admin: ApiCaller;
  beforeAll(async () => {
    plane = await ControlPlane.start();
    admin = plane.caller();
  });
  afterAll(() => plane?.stop());

  it('is a Kubernetes of 2025 or newer', async () => {
    const { body } = await admin.get('/version');
    expect(body.major).toBe('1');
    expect(Number(body.minor)).toBeGreaterThanOrEqual(32);
  });

  it.each(Object.keys(crdFolders))(
    'takes the definitions of release %s, and an object of theirs',
    async release => {
      const names = await installDefinitions(admin, crdFolders[release]);
      expect(names).toContain('vpcs.vpc.githedgehog.com');
      const path = `${WIRING}/default/servers`;
      const made = await admin.request('POST', path, server('server-01'));
      expect(made.code).toBe(201);

      for (const name of names) {
        await admin.request('DELETE', `${DEFINITIONS}/${name}`);
      }
      await waitUntil('the definitions are gone', async () => {
        const { body } = await admin.get(DEFINITIONS);
        return (body.items as unknown[]).length === 0;
      });
    },
  );

  it('gives each user what their role says, in their namespace alone', async () => {
    await installDefinitions(admin, currentCrds);
    const user = plane.caller(
      await createUser(admin, {
        name: 'reader',
        namespace: 'fabric-a',
        rules: [
          {
            apiGroups: ['wiring.githedgehog.com'],
            resources: ['servers'],
            verbs: ['get', 'list', 'watch'],
          },
        ],
      }),
    );
    const servers = `${WIRING}/fabric-a/servers`;
    expect((await user.get(servers)).code).toBe(200);

    expect(await user.get(`${WIRING}/default/servers`)).toMatchObject({
      code: 403,
      body: {
        kind: 'Status',
        reason: 'Forbidden',
        message:
          'servers.wiring.githedgehog.com is forbidden: User "system:serviceaccount:fabric-a:reader" cannot list resource "servers" in API group "wiring.githedgehog.com" in the namespace "default"',
      },
    });
    expect((await user.get(`${WIRING}/fabric-a/switches`)).code).toBe(403);
    expect((await user.request('POST', servers, server('s'))).code).toBe(403);

    const review = async (verb: string) => {
      const { body } = await user.request(
        'POST',
        '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews',
        {
          apiVersion: 'authorization.k8s.io/v1',
          kind: 'SelfSubjectAccessReview',
          spec: {
            resourceAttributes: {
              group: 'wiring.githedgehog.com',
              resource: 'servers',
              namespace: 'fabric-a',
              verb,
            },
          },
        },
      );
      return (body.status as { allowed: boolean }).allowed;
    };
    expect([await review('list'), await review('patch')]).toEqual([
      true,
      false,
    ]);
  });

  it('tells in a kubeconfig where it is, whom to trust and who asks', () => {
    expect(parse(plane.kubeconfig('secret'))).toMatchObject({
      clusters: [
        {
          cluster: {
            server: plane.url,
            'certificate-authority-data': btoa(plane.ca),
          },
        },
      ],
      users: [{ user: { token: 'secret' } }],
    });
  });

  it('refuses a token that is none', async () => {
    const { code, body } = await plane.caller('stale').get('/version');
    expect(code).toBe(401);
    expect(body).toMatchObject({ kind: 'Status', reason: 'Unauthorized' });
  });
});
