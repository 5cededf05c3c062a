/* eslint-disable jest/no-export -- a contract is a set of tests that test files call */
import type { ApiCaller } from './ApiUnderTest';
import { paths, vpc } from './contractObjects';

/** What Hedgehog's webhooks do. A server without them shows these tests as skipped. */
export function admissionContract(
  api: () => ApiCaller,
  webhooks: boolean,
): void {
  const suite = webhooks ? describe : describe.skip;
  const subnets = { front: { subnet: '10.0.41.0/24', vlan: 1041 } };

  suite("admission (needs Hedgehog's webhooks)", () => {
    it('fills in defaults, in a dry run as well', async () => {
      const { code, body } = await api().apply(
        `${paths.vpcs}/adm-1`,
        vpc('adm-1', subnets),
        'one',
        '&dryRun=All',
      );
      expect(code).toBe(201);
      expect(body).toMatchObject({
        metadata: { labels: { 'fabric.githedgehog.com/ipv4ns': 'default' } },
        spec: { ipv4Namespace: 'default', vlanNamespace: 'default' },
      });
    });

    it('refuses with 403 what only a webhook knows to be wrong', async () => {
      const object = vpc('adm-2', subnets);
      object.spec = { subnets, ipv4Namespace: 'absent' };
      const { code, body } = await api().apply(
        `${paths.vpcs}/adm-2`,
        object,
        'one',
        '&dryRun=All',
      );
      expect(code).toBe(403);
      expect(body).toMatchObject({
        reason: 'Forbidden',
        message: expect.stringMatching(
          /^admission webhook "\S+" denied the request: /,
        ),
      });
    });

    it('C10: refuses to delete what others still need', async () => {
      await api().apply(`${paths.vpcs}/adm-3`, vpc('adm-3', subnets), 'one');
      const { code, body } = await api().request(
        'DELETE',
        `${paths.ipv4namespaces}/default?dryRun=All`,
      );
      expect(code).toBe(403);
      expect(body.message).toContain('adm-3');
    });
  });
}
