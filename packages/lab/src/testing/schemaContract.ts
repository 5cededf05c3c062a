/* eslint-disable jest/no-export -- a contract is a set of tests that test files call */
import type { ApiCaller } from './ApiUnderTest';
import { paths, server } from './contractObjects';

/** What the definitions' schemas refuse, drop, and how they say it. */
export function schemaContract(api: () => ApiCaller): void {
  const create = (spec: object, query = '') =>
    api().request('POST', `${paths.servers}?dryRun=All${query}`, {
      ...server('schema-1'),
      spec,
    });
  const apply = (spec: object, query = '') =>
    api().apply(
      `${paths.servers}/schema-1`,
      { ...server('schema-1'), spec } as ReturnType<typeof server>,
      'one',
      `&dryRun=All${query}`,
    );

  describe('schema', () => {
    it('drops a field that it does not know', async () => {
      const { code, body } = await create({ description: 'x', descr: 'y' });
      expect(code).toBe(201);
      expect(body.spec).toEqual({ description: 'x' });
    });

    it('strictly, refuses a field that it does not know', async () => {
      const { code, body } = await create(
        { descr: 'y' },
        '&fieldValidation=Strict',
      );
      expect(code).toBe(400);
      expect(body).toMatchObject({
        reason: 'BadRequest',
        message:
          'Server in version "v1beta1" cannot be handled as a Server: strict decoding error: unknown field "spec.descr"',
      });
    });

    it.each(['', '&fieldValidation=Strict'])(
      'in an apply, an unknown field is an error of the server without a reason (%s)',
      async query => {
        const { code, body } = await apply({ descr: 'y' }, query);
        expect(code).toBe(500);
        expect(body.reason).toBeUndefined();
        expect(body.message).toMatch(
          /^failed to create typed patch object \(.*\/schema-1; wiring\.githedgehog\.com\/v1beta1, Kind=Server\): \.spec\.descr: field not declared in schema$/,
        );
      },
    );

    it('in an apply, so is a wrong type', async () => {
      const { code, body } = await apply({ description: 5 });
      expect(code).toBe(500);
      expect(body.message).toMatch(
        /^failed to create typed patch object .*: \.spec\.description: /,
      );
    });

    it('C2: names the field of a wrong type', async () => {
      const { code, body } = await create({ description: 5 });
      expect(code).toBe(422);
      expect(body).toMatchObject({
        reason: 'Invalid',
        message: expect.stringMatching(
          /^Server\.wiring\.githedgehog\.com "schema-1" is invalid: spec\.description: /,
        ),
        details: {
          name: 'schema-1',
          group: 'wiring.githedgehog.com',
          kind: 'Server',
          causes: [
            { reason: 'FieldValueTypeInvalid', field: 'spec.description' },
          ],
        },
      });
    });

    it('C2: names the field of a value that is not among the known', async () => {
      const { code, body } = await api().request(
        'POST',
        `${paths.switches}?dryRun=All`,
        {
          apiVersion: 'wiring.githedgehog.com/v1beta1',
          kind: 'Switch',
          metadata: { name: 'schema-1' },
          spec: { role: 'server-laef', profile: 'vs' },
        },
      );
      expect(code).toBe(422);
      const { causes } = body.details as { causes: object[] };
      expect(causes).toContainEqual(
        expect.objectContaining({
          reason: 'FieldValueNotSupported',
          field: 'spec.role',
        }),
      );
    });

    it('C4: refuses annotations of more than 256 KiB', async () => {
      const object = server('schema-2');
      object.metadata.annotations = { a: 'x'.repeat(262_145) };
      const { code, body } = await api().request('POST', paths.servers, object);
      expect(code).toBe(422);
      expect(body).toMatchObject({
        details: {
          causes: [
            { reason: 'FieldValueTooLong', field: 'metadata.annotations' },
          ],
        },
      });
    });

    it('C4: an object that the store cannot take is 500, not 413', async () => {
      const { code, body } = await api().request(
        'POST',
        paths.servers,
        server('schema-3', 'x'.repeat(1_600_000)),
      );
      expect(code).toBe(500);
      expect(body).toMatchObject({
        message: 'etcdserver: request is too large',
      });
    });

    it.each([
      ['fieldValidation=strict', 'fieldValidation'],
      ['dryRun=true', 'dryRun'],
    ])('refuses %s', async (query, field) => {
      const { code, body } = await api().request(
        'POST',
        `${paths.servers}?${query}`,
        server('schema-4'),
      );
      expect(code).toBe(422);
      expect(body).toMatchObject({
        reason: 'Invalid',
        details: {
          kind: 'CreateOptions',
          causes: [{ reason: 'FieldValueNotSupported', field }],
        },
      });
    });
  });
}
