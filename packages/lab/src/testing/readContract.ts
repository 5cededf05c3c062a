/* eslint-disable jest/no-export -- a contract is a set of tests that test files call */
import type { ApiCaller } from './ApiUnderTest';
import { itemsOf, metaOf, namesOf, paths, server } from './contractObjects';

/** Discovery, get, and lists in pages. */
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
      expect(body).toMatchObject({ spec: { names: { kind: 'VPC' } } });
    });

    it('is the same cluster at every look: kube-system keeps its uid', async () => {
      const path = '/api/v1/namespaces/kube-system';
      const [first, second] = [await api().get(path), await api().get(path)];
      expect(metaOf(first.body).uid).toMatch(/^[0-9a-f-]{36}$/);
      expect(metaOf(first.body).uid).toBe(metaOf(second.body).uid);
    });

    it('answers whether the caller may do something', async () => {
      const { code, body } = await api().request(
        'POST',
        '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews',
        {
          apiVersion: 'authorization.k8s.io/v1',
          kind: 'SelfSubjectAccessReview',
          spec: {
            resourceAttributes: {
              group: 'vpc.githedgehog.com',
              resource: 'vpcs',
              verb: 'patch',
            },
          },
        },
      );
      expect(code).toBe(201);
      expect(body).toMatchObject({ status: { allowed: true } });
    });
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
      `${paths.servers}/x/scale`,
    ])('has nothing at %s', async path => {
      expect((await api().get(path)).code).toBe(404);
    });

    it('leads through one consistent list in pages, whatever is written meanwhile', async () => {
      for (const name of ['page-1', 'page-2', 'page-3', 'page-4', 'page-5']) {
        await api().request(
          'POST',
          paths.servers,
          server(name, 'x', { p: 'y' }),
        );
      }
      const query = `${paths.servers}?labelSelector=p%3Dy&limit=2`;
      const first = (await api().get(query)).body;
      expect(namesOf(first)).toEqual(['page-1', 'page-2']);

      await api().request('DELETE', `${paths.servers}/page-3`);
      await api().request(
        'POST',
        paths.servers,
        server('page-0', 'x', { p: 'y' }),
      );
      const second = (
        await api().get(`${query}&continue=${metaOf(first).continue}`)
      ).body;
      const third = (
        await api().get(`${query}&continue=${metaOf(second).continue}`)
      ).body;

      expect(namesOf(second)).toEqual(['page-3', 'page-4']);
      expect(namesOf(third)).toEqual(['page-5']);
      expect(metaOf(third).continue ?? '').toBe('');
      expect(metaOf(third).resourceVersion).toBe(metaOf(first).resourceVersion);
    });

    it('refuses a continue token that it never gave', async () => {
      const { code, body } = await api().get(
        `${paths.servers}?limit=1&continue=forged`,
      );
      expect(code).toBe(400);
      expect(body).toMatchObject({ reason: 'BadRequest' });
    });

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
