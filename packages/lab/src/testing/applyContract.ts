/* eslint-disable jest/no-export -- a contract is a set of tests that test files call */
import type { ApiCaller } from './ApiUnderTest';
import { metaOf, paths, server, vpc } from './contractObjects';

/** Server-side apply: who owns what, conflicts, and fields that are given up. */
export function applyContract(api: () => ApiCaller): void {
  const pathOf = (name: string) => `${paths.servers}/${name}`;
  const managersOf = async (path: string) =>
    metaOf((await api().get(path)).body).managedFields;

  describe('server-side apply', () => {
    it('creates with 201 and records its fields', async () => {
      const { code, body } = await api().apply(
        pathOf('ssa-1'),
        server('ssa-1', 'x', { a: 'b' }),
        'one',
      );
      expect(code).toBe(201);
      expect(metaOf(body).managedFields).toEqual([
        {
          apiVersion: 'wiring.githedgehog.com/v1beta1',
          fieldsType: 'FieldsV1',
          fieldsV1: {
            'f:metadata': { 'f:labels': { 'f:a': {} } },
            'f:spec': { 'f:description': {} },
          },
          manager: 'one',
          operation: 'Apply',
          time: expect.any(String),
        },
      ]);
    });

    it('changes nothing when nothing changes', async () => {
      const first = await api().apply(pathOf('ssa-2'), server('ssa-2'), 'one');
      const second = await api().apply(pathOf('ssa-2'), server('ssa-2'), 'one');
      expect(second.code).toBe(200);
      expect(metaOf(second.body).resourceVersion).toBe(
        metaOf(first.body).resourceVersion,
      );
    });

    it('K3: a field of another manager is a conflict that names manager and field', async () => {
      await api().apply(pathOf('ssa-3'), server('ssa-3', 'one'), 'one');
      await api().merge(
        pathOf('ssa-3'),
        { spec: { description: 'edited' } },
        '?fieldManager=kubectl-edit',
      );
      const { code, body } = await api().apply(
        pathOf('ssa-3'),
        server('ssa-3', 'one'),
        'one',
      );
      expect(code).toBe(409);
      expect(body).toMatchObject({
        reason: 'Conflict',
        message:
          'Apply failed with 1 conflict: conflict with "kubectl-edit" using wiring.githedgehog.com/v1beta1: .spec.description',
        details: {
          causes: [
            {
              reason: 'FieldManagerConflict',
              message:
                'conflict with "kubectl-edit" using wiring.githedgehog.com/v1beta1',
              field: '.spec.description',
            },
          ],
        },
      });
    });

    it('forced, takes the field over', async () => {
      await api().apply(pathOf('ssa-4'), server('ssa-4', 'one'), 'one');
      await api().apply(
        pathOf('ssa-4'),
        server('ssa-4', 'two'),
        'two',
        '&force=true',
      );
      const managers = await managersOf(pathOf('ssa-4'));
      expect(managers).toMatchObject([{ manager: 'two', operation: 'Apply' }]);
      const back = await api().apply(
        pathOf('ssa-4'),
        server('ssa-4', 'one'),
        'one',
      );
      expect(back.body).toMatchObject({
        message:
          'Apply failed with 1 conflict: conflict with "two": .spec.description',
      });
    });

    it('lets two managers own a field that they agree on', async () => {
      await api().apply(pathOf('ssa-5'), server('ssa-5', 'same'), 'one');
      const { code } = await api().apply(
        pathOf('ssa-5'),
        server('ssa-5', 'same'),
        'two',
      );
      expect(code).toBe(200);
      expect(
        (await managersOf(pathOf('ssa-5')))
          .map(({ manager }) => manager)
          .sort(),
      ).toEqual(['one', 'two']);
    });

    it('removes what its manager no longer mentions, and keeps what others own', async () => {
      await api().apply(
        pathOf('ssa-6'),
        server('ssa-6', 'x', { mine: 'a', ours: 'b' }),
        'one',
      );
      await api().apply(
        pathOf('ssa-6'),
        server('ssa-6', 'x', { ours: 'b' }),
        'two',
      );
      const { body } = await api().apply(
        pathOf('ssa-6'),
        server('ssa-6', 'x'),
        'one',
      );
      expect(metaOf(body).labels).toEqual({ ours: 'b' });
    });

    it('removes an entry of a map with what the server added to it', async () => {
      const path = `${paths.vpcs}/ssa-7`;
      const front = { subnet: '10.0.31.0/24', vlan: 1031 };
      const back = { subnet: '10.0.32.0/24', vlan: 1032 };
      await api().apply(path, vpc('ssa-7', { front, back }), 'one');
      const { code, body } = await api().apply(
        path,
        vpc('ssa-7', { front }),
        'one',
      );
      expect(code).toBe(200);
      const { subnets } = body.spec as { subnets: object };
      expect(Object.keys(subnets)).toEqual(['front']);
    });

    it('an entry of a map is owned as a whole too', async () => {
      const path = `${paths.vpcs}/ssa-8`;
      await api().apply(
        path,
        vpc('ssa-8', { front: { subnet: '10.0.33.0/24', vlan: 1033 } }),
        'one',
      );
      const [mine] = await managersOf(path);
      expect(mine.fieldsV1).toEqual({
        'f:spec': {
          'f:subnets': {
            'f:front': { '.': {}, 'f:subnet': {}, 'f:vlan': {} },
          },
        },
      });
    });

    it('a dry run shows the result and the conflicts, and stores nothing', async () => {
      const path = pathOf('ssa-9');
      const dry = await api().apply(
        path,
        server('ssa-9'),
        'one',
        '&dryRun=All',
      );
      expect(dry.code).toBe(201);
      expect((await api().get(path)).code).toBe(404);
      await api().apply(path, server('ssa-9', 'one'), 'one');
      const other = await api().apply(
        path,
        server('ssa-9', 'two'),
        'two',
        '&dryRun=All',
      );
      expect(other.code).toBe(409);
    });

    it('K19: a resourceVersion or uid in the configuration is a precondition', async () => {
      const path = pathOf('ssa-10');
      const { body } = await api().apply(path, server('ssa-10', 'one'), 'one');
      await api().merge(path, { metadata: { labels: { moved: 'on' } } });
      const late = server('ssa-10', 'two');
      late.metadata.resourceVersion = metaOf(body).resourceVersion;
      expect(await api().apply(path, late, 'one')).toMatchObject({
        code: 409,
        body: { reason: 'Conflict' },
      });
      expect((await api().apply(path, late, 'one', '&force=true')).code).toBe(
        409,
      );
      const dry = await api().apply(path, late, 'one', '&dryRun=All');
      expect(dry.code).toBe(409);

      const other = server('ssa-10', 'two');
      other.metadata.uid = '00000000-0000-4000-8000-000000000000';
      const { code, body: refusal } = await api().apply(path, other, 'one');
      expect(code).toBe(422);
      const { causes } = refusal.details as { causes: object[] };
      expect(causes[0]).toMatchObject({
        reason: 'FieldValueInvalid',
        message: `Invalid value: "${other.metadata.uid}": field is immutable`,
        field: 'metadata.uid',
      });
    });

    it('K20: for an object that is gone, a uid is a precondition and a resourceVersion is none', async () => {
      const path = pathOf('ssa-14');
      const object = server('ssa-14');
      object.metadata.uid = '00000000-0000-4000-8000-000000000000';
      expect(await api().apply(path, object, 'one')).toMatchObject({
        code: 409,
        body: {
          reason: 'Conflict',
          message: expect.stringContaining(
            'uid mismatch: the provided object specified uid',
          ),
        },
      });
      const again = server('ssa-14');
      again.metadata.resourceVersion = '5';
      expect((await api().apply(path, again, 'one')).code).toBe(201);
    });

    it('names every field and manager of a conflict', async () => {
      const path = pathOf('ssa-15');
      await api().apply(path, server('ssa-15', 'one', { a: '1' }), 'one');
      await api().apply(path, server('ssa-15', 'one', { b: '1' }), 'two');
      const { code, body } = await api().apply(
        path,
        server('ssa-15', 'three', { a: '3', b: '3' }),
        'three',
      );
      expect(code).toBe(409);
      const { causes } = body.details as {
        causes: { reason: string; message: string; field: string }[];
      };
      expect(
        causes
          .map(({ reason, message, field }) => [reason, message, field])
          .sort(),
      ).toEqual([
        ['FieldManagerConflict', 'conflict with "one"', '.metadata.labels.a'],
        ['FieldManagerConflict', 'conflict with "one"', '.spec.description'],
        ['FieldManagerConflict', 'conflict with "two"', '.metadata.labels.b'],
        ['FieldManagerConflict', 'conflict with "two"', '.spec.description'],
      ]);
    });

    it('needs a field manager', async () => {
      const { code, body } = await api().request(
        'PATCH',
        pathOf('ssa-11'),
        server('ssa-11'),
        'application/apply-patch+yaml',
      );
      expect([400, 422]).toContain(code);
      expect(body.message).toMatch(/is required for apply patch/);
    });

    it('reads YAML', async () => {
      const { code } = await api().request(
        'PATCH',
        `${pathOf('ssa-12')}?fieldManager=one`,
        'apiVersion: wiring.githedgehog.com/v1beta1\nkind: Server\nmetadata:\n  name: ssa-12\nspec:\n  description: from YAML\n',
        'application/apply-patch+yaml',
      );
      expect(code).toBe(201);
    });

    it('an update takes its fields from an applier', async () => {
      const path = pathOf('ssa-13');
      await api().apply(path, server('ssa-13', 'one', { a: 'b' }), 'one');
      await api().merge(
        path,
        { spec: { description: 'edited' } },
        '?fieldManager=editor',
      );
      expect(await managersOf(path)).toMatchObject([
        {
          manager: 'one',
          operation: 'Apply',
          fieldsV1: { 'f:metadata': { 'f:labels': { 'f:a': {} } } },
        },
        {
          manager: 'editor',
          operation: 'Update',
          fieldsV1: { 'f:spec': { 'f:description': {} } },
        },
      ]);
    });
  });
}
