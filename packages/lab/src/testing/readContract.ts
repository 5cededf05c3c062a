/* eslint-disable jest/no-export -- a contract is a set of tests that test files call */
import type { ApiCaller } from './ApiUnderTest';
import { itemsOf, metaOf, paths, server } from './contractObjects';

/** Discovery, get and selection. */
export function readContract(api: () => ApiCaller): void {
  describe('discovery', () => {
    it('tells its version', async () => {
      const { code, body } = await api().get('/version');
      expect(code).toBe(200);
      expect(body.gitVersion).toMatch(/^v1\.\d+/);
    });

    it('lists the groups and the resources of a group version', async () => {
      const { body: groups } = await api().get('/apis');
      expect(groups).toMatchObject({
        kind: 'APIGroupList',
        groups: expect.arrayContaining([
          expect.objectContaining({ name: 'vpc.githedgehog.com' }),
        ]),
      });
      const { body } = await api().get('/apis/vpc.githedgehog.com/v1beta1');
      expect(body).toMatchObject({
        kind: 'APIResourceList',
        resources: expect.arrayContaining([
          expect.objectContaining({
            name: 'vpcs',
            kind: 'VPC',
            namespaced: true,
            verbs: expect.arrayContaining(['patch', 'watch']),
          }),
        ]),
      });
    });

    it('has the definitions of the kinds', async () => {
      const { code, body } = await api().get(
        '/apis/apiextensions.k8s.io/v1/customresourcedefinitions/vpcs.vpc.githedgehog.com',
      );
      expect(code).toBe(200);
      expect(body).toMatchObject({
        spec: {
          scope: 'Namespaced',
          names: { kind: 'VPC', plural: 'vpcs' },
          versions: [
            {
              name: 'v1beta1',
              served: true,
              subresources: { status: {} },
              schema: {
                openAPIV3Schema: {
                  properties: {
                    spec: {
                      properties: {
                        subnets: {
                          type: 'object',
                          additionalProperties: {
                            properties: { vlan: { type: 'integer' } },
                          },
                        },
                      },
                    },
                  },
                },
              },
            },
          ],
        },
      });
    });

    it('is the same cluster at every look: kube-system keeps its uid', async () => {
      const path = '/api/v1/namespaces/kube-system';
      const [first, second] = [await api().get(path), await api().get(path)];
      expect(metaOf(first.body).uid).toMatch(/^[0-9a-f-]{36}$/);
      expect(metaOf(first.body).uid).toBe(metaOf(second.body).uid);
    });

    it.each([
      ['vpc.githedgehog.com', 'vpcs', 'patch', undefined],
      ['wiring.githedgehog.com', 'switches', 'watch', undefined],
      ['agent.githedgehog.com', 'agents', 'list', undefined],
      ['', 'namespaces', 'get', 'kube-system'],
      ['apiextensions.k8s.io', 'customresourcedefinitions', 'get', undefined],
    ])(
      'answers whether the caller may do something: %s %s %s',
      async (group, resource, verb, name) => {
        const namespaced = group.endsWith('githedgehog.com');
        const { code, body } = await api().request(
          'POST',
          '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews',
          {
            apiVersion: 'authorization.k8s.io/v1',
            kind: 'SelfSubjectAccessReview',
            spec: {
              resourceAttributes: {
                group,
                resource,
                verb,
                ...(name && { name }),
                ...(namespaced && { namespace: 'default' }),
              },
            },
          },
        );
        expect(code).toBe(201);
        expect(body).toMatchObject({
          kind: 'SelfSubjectAccessReview',
          status: { allowed: true },
        });
      },
    );
  });

  describe('read', () => {
    it('says in a Status what is not there', async () => {
      const { code, body } = await api().get(`${paths.servers}/absent`);
      expect(code).toBe(404);
      expect(body).toMatchObject({
        kind: 'Status',
        status: 'Failure',
        reason: 'NotFound',
        message: 'servers.wiring.githedgehog.com "absent" not found',
        code: 404,
      });
    });

    it.each([
      '/apis/nobody.example.com/v1/things',
      '/apis/vpc.githedgehog.com/v1beta1/namespaces/default/nothings',
      '/apis/vpc.githedgehog.com/v1beta2/namespaces/default/vpcs',
    ])('says in plain text that nothing is served at %s', async path => {
      const { code, text, headers } = await api().get(path);
      expect(code).toBe(404);
      expect(headers.get('content-type')).toMatch(/^text\/plain/);
      expect(text).toBe('404 page not found\n');
    });

    it('an absent namespace holds nothing, and that is no error', async () => {
      const path = '/apis/wiring.githedgehog.com/v1beta1/namespaces/absent';
      const list = await api().get(`${path}/servers`);
      expect(list.code).toBe(200);
      expect(itemsOf(list.body)).toEqual([]);
      const one = await api().get(`${path}/servers/x`);
      expect(one.body.message).toBe(
        'servers.wiring.githedgehog.com "x" not found',
      );
    });

    it.each(['labelSelector=a%20b', 'fieldSelector=spec.description%3Dx'])(
      'refuses to select by %s',
      async query => {
        const { code, body } = await api().get(`${paths.servers}?${query}`);
        expect(code).toBe(400);
        expect(body).toMatchObject({ reason: 'BadRequest' });
      },
    );

    it.each([
      ['labelSelector=tier%3Dfront', ['sel-a']],
      ['labelSelector=tier%21%3Dfront%2Csel', ['sel-b', 'sel-c']],
      ['labelSelector=tier%20in%20(front%2Cback)', ['sel-a', 'sel-b']],
      ['labelSelector=sel%2C%21tier', ['sel-c']],
      ['fieldSelector=metadata.name%3Dsel-b', ['sel-b']],
    ])('selects by %s', async (query, expected) => {
      for (const [name, tier] of [
        ['sel-a', 'front'],
        ['sel-b', 'back'],
        ['sel-c', undefined],
      ] as const) {
        await api().apply(
          `${paths.servers}/${name}`,
          server(name, 'x', { sel: 'yes', ...(tier ? { tier } : {}) }),
          'contract',
        );
      }
      const { body } = await api().get(`${paths.servers}?${query}`);
      expect(itemsOf(body).map(each => each.metadata.name)).toEqual(expected);
    });
  });
}
