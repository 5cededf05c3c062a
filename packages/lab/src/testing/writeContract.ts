/* eslint-disable jest/no-export -- a contract is a set of tests that test files call */
import type { ApiCaller } from './ApiUnderTest';
import { metaOf, paths, server, vpc } from './contractObjects';

/** Create, replace, patch, status and delete. */
export function writeContract(api: () => ApiCaller): void {
  const create = (name: string, description?: string) =>
    api().request('POST', paths.servers, server(name, description));
  const read = async (name: string) =>
    (await api().get(`${paths.servers}/${name}`)).body;

  describe('write', () => {
    it('gives a new object its uid, its generation and its version, once', async () => {
      const { code, body } = await create('new-1');
      expect(code).toBe(201);
      expect(metaOf(body)).toMatchObject({
        generation: 1,
        uid: expect.stringMatching(/^[0-9a-f-]{36}$/),
        resourceVersion: expect.stringMatching(/^\d+$/),
      });
      const again = await create('new-1');
      expect(again.code).toBe(409);
      expect(again.body).toMatchObject({
        reason: 'AlreadyExists',
        message: 'servers.wiring.githedgehog.com "new-1" already exists',
      });
    });

    it('C4: a name that is none is refused with its field', async () => {
      const { code, body } = await create('Not_a_name');
      expect(code).toBe(422);
      expect(body).toMatchObject({
        reason: 'Invalid',
        details: {
          causes: [expect.objectContaining({ field: 'metadata.name' })],
        },
      });
    });

    it('moves the generation for the spec, not for labels, and nothing for no change', async () => {
      const { body: first } = await create('gen-1');
      const path = `${paths.servers}/gen-1`;
      const { body: labelled } = await api().merge(path, {
        metadata: { labels: { a: 'b' } },
      });
      expect(metaOf(labelled).generation).toBe(1);
      expect(metaOf(labelled).resourceVersion).not.toBe(
        metaOf(first).resourceVersion,
      );
      const { body: changed } = await api().merge(path, {
        spec: { description: 'other' },
      });
      expect(metaOf(changed).generation).toBe(2);
      const { body: same } = await api().merge(path, {
        spec: { description: 'other' },
      });
      expect(metaOf(same).resourceVersion).toBe(
        metaOf(changed).resourceVersion,
      );
    });

    it('K4: a stale resourceVersion is a conflict', async () => {
      const { body: first } = await create('stale-1');
      const path = `${paths.servers}/stale-1`;
      await api().merge(path, { spec: { description: 'moved on' } });
      const { code, body } = await api().request('PUT', path, {
        ...first,
        spec: { description: 'late' },
      });
      expect(code).toBe(409);
      expect(body).toMatchObject({
        reason: 'Conflict',
        message: expect.stringContaining('the object has been modified'),
      });
      expect(await read('stale-1')).toMatchObject({
        spec: { description: 'moved on' },
      });
    });

    it('keeps a dry run out of the store', async () => {
      const { code, body } = await api().request(
        'POST',
        `${paths.servers}?dryRun=All`,
        server('dry-1'),
      );
      expect(code).toBe(201);
      expect(body).toMatchObject({ metadata: { name: 'dry-1' } });
      expect((await api().get(`${paths.servers}/dry-1`)).code).toBe(404);

      await create('dry-2', 'before');
      const patched = await api().merge(
        `${paths.servers}/dry-2`,
        { spec: { description: 'after' } },
        '?dryRun=All',
      );
      expect(patched.body).toMatchObject({ spec: { description: 'after' } });
      expect(await read('dry-2')).toMatchObject({
        spec: { description: 'before' },
      });
    });

    it('patches with JSON patches, whose tests must hold', async () => {
      await create('json-1', 'one');
      const patch = (was: string) =>
        api().request(
          'PATCH',
          `${paths.servers}/json-1`,
          [
            { op: 'test', path: '/spec/description', value: was },
            { op: 'replace', path: '/spec/description', value: 'two' },
          ],
          'application/json-patch+json',
        );
      expect(await patch('one')).toMatchObject({
        code: 200,
        body: { spec: { description: 'two' } },
      });
      expect((await patch('one')).code).toBe(422);
    });

    it('has no strategic merge for custom resources', async () => {
      await create('strategic-1');
      const { code, body } = await api().request(
        'PATCH',
        `${paths.servers}/strategic-1`,
        {},
        'application/strategic-merge-patch+json',
      );
      expect(code).toBe(415);
      expect(body).toMatchObject({ reason: 'UnsupportedMediaType' });
    });

    it.each([
      ['broken JSON', '{"kind":', 400],
      ['another kind', JSON.stringify(vpc('x', {})), 400],
      ['a list', '[]', 400],
    ])('refuses %s as a body', async (_what, body, code) => {
      expect((await api().request('POST', paths.servers, body)).code).toBe(
        code,
      );
    });

    it('wants to know which object, and in which namespace', async () => {
      const { code, body } = await api().request('PUT', paths.servers, {});
      expect(code).toBe(400);
      expect(body).toMatchObject({ message: 'name must be provided' });
      const group = '/apis/wiring.githedgehog.com/v1beta1';
      const object = server('where-1');
      expect(
        (await api().request('POST', `${group}/servers`, object)).code,
      ).toBe(404);
      const absent = `${group}/namespaces/absent/servers`;
      const missing = { message: 'namespaces "absent" not found' };
      expect(await api().request('POST', absent, object)).toMatchObject({
        code: 404,
        body: missing,
      });
      expect(
        await api().apply(`${absent}/where-1`, object, 'one'),
      ).toMatchObject({ code: 404, body: missing });
    });

    it('C4: refuses names that contradict the address', async () => {
      const path = `${paths.servers}/other-1`;
      const { code, body } = await api().apply(path, server('one-1'), 'one');
      expect(code).toBe(400);
      expect(body.message).toBe(
        'the name of the object (one-1) does not match the name on the URL (other-1)',
      );
      const elsewhere = server('one-1');
      elsewhere.metadata.namespace = 'other';
      const made = await api().request('POST', paths.servers, elsewhere);
      expect(made.code).toBe(400);
    });

    it('a new object must not say a version; a changed one must be there', async () => {
      const old = server('version-1');
      old.metadata.resourceVersion = '5';
      expect(await api().request('POST', paths.servers, old)).toMatchObject({
        code: 500,
        body: {
          message: 'resourceVersion should not be set on objects to be created',
        },
      });
      const path = `${paths.servers}/version-1`;
      expect((await api().request('PUT', path, old)).code).toBe(404);
      expect((await api().merge(path, {})).code).toBe(404);
    });

    it('K20: a uid that is another one is a conflict for an update, and invalid in a patch', async () => {
      const { body } = await create('uid-1');
      const path = `${paths.servers}/uid-1`;
      const uid = '00000000-0000-4000-8000-000000000000';
      const metadata = { ...metaOf(body), uid };
      expect(
        await api().request('PUT', path, { ...body, metadata }),
      ).toMatchObject({
        code: 409,
        body: {
          message: expect.stringContaining(
            `Precondition failed: UID in precondition: ${uid}, UID in object meta: `,
          ),
        },
      });
      expect(await api().merge(path, { metadata: { uid } })).toMatchObject({
        code: 422,
        body: { reason: 'Invalid' },
      });
    });

    it('writes status only through the status subresource, and only status there', async () => {
      await api().request('POST', paths.servers, {
        ...server('status-1', 'mine'),
        status: { seen: true },
      });
      expect((await read('status-1')).status).toBeUndefined();
      const path = `${paths.servers}/status-1/status`;
      const { code, body } = await api().merge(path, {
        spec: { description: 'stolen' },
        status: {},
      });
      expect(code).toBe(200);
      expect(body).toMatchObject({
        metadata: { generation: 1 },
        spec: { description: 'mine' },
      });
    });

    it('deletes once, if the preconditions hold', async () => {
      const { body } = await create('gone-1');
      const path = `${paths.servers}/gone-1`;
      const remove = (preconditions: object, query = '') =>
        api().request('DELETE', `${path}${query}`, {
          apiVersion: 'v1',
          kind: 'DeleteOptions',
          preconditions,
        });
      const other = '00000000-0000-4000-8000-000000000000';
      expect(await remove({ uid: other })).toMatchObject({
        code: 409,
        body: {
          reason: 'Conflict',
          message: expect.stringContaining(
            `the UID in the precondition (${other}) does not match the UID in record`,
          ),
        },
      });
      expect(await remove({ resourceVersion: '1' })).toMatchObject({
        code: 409,
        body: {
          message: expect.stringContaining(
            'the ResourceVersion in the precondition (1) does not match the ResourceVersion in record',
          ),
        },
      });

      const { uid, resourceVersion } = metaOf(body);
      const done = await remove({ uid, resourceVersion });
      expect(done).toMatchObject({
        code: 200,
        body: { kind: 'Status', status: 'Success', details: { uid } },
      });
      expect((await remove({})).code).toBe(404);
    });

    it('a dry run of a delete keeps the object, if it is asked for in the one place that counts', async () => {
      await create('keep-1');
      const path = `${paths.servers}/keep-1`;
      const options = { apiVersion: 'v1', kind: 'DeleteOptions' };
      const remove = (query: string, body?: object) =>
        api().request('DELETE', `${path}${query}`, body);

      expect((await remove('?dryRun=All')).code).toBe(200);
      expect((await remove('', { ...options, dryRun: ['All'] })).code).toBe(
        200,
      );
      expect((await api().get(path)).code).toBe(200);

      // Options in the body stand alone: the query beside them is not even read.
      expect((await remove('?dryRun=All', options)).code).toBe(200);
      expect((await api().get(path)).code).toBe(404);
    });

    it('an update must say which version it replaces', async () => {
      await create('unconditional-1');
      const { code, body } = await api().request(
        'PUT',
        `${paths.servers}/unconditional-1`,
        server('unconditional-1', 'late'),
      );
      expect(code).toBe(422);
      expect(body.message).toContain(
        'metadata.resourceVersion: Invalid value: 0: must be specified for an update',
      );
    });

    it('C18: an object with a finalizer is deleting until the finalizer is gone', async () => {
      const path = `${paths.servers}/final-1`;
      const object = server('final-1');
      object.metadata.finalizers = ['test.example.com/wait'];
      await api().request('POST', paths.servers, object);
      expect((await api().request('DELETE', path)).code).toBe(200);
      expect(await read('final-1')).toMatchObject({
        metadata: {
          deletionTimestamp: expect.any(String),
          finalizers: ['test.example.com/wait'],
        },
      });
      await api().merge(path, { metadata: { finalizers: null } });
      expect((await api().get(path)).code).toBe(404);
    });

    it('K20: an object that is made again is another one', async () => {
      const { body: first } = await create('again-1');
      await api().request('DELETE', `${paths.servers}/again-1`);
      const { body: second } = await create('again-1');
      expect(metaOf(second).uid).not.toBe(metaOf(first).uid);
    });

    it('Y9: keys like __proto__ are data or nothing, and never reach a prototype', async () => {
      await api().request(
        'POST',
        paths.servers,
        '{"apiVersion":"wiring.githedgehog.com/v1beta1","kind":"Server","metadata":{"name":"proto-1"},"spec":{"__proto__":{"polluted":true}}}',
      );
      await api().merge(
        `${paths.servers}/proto-1`,
        JSON.parse('{"spec":{"__proto__":{"polluted":true}}}'),
      );
      expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
      expect((await create('proto-2')).code).toBe(201);
    });
  });
}
