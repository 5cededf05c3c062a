import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Lab } from '../Lab';
import { waitUntil } from '../testing/waitUntil';
import { runProgram, type ProgramResult } from '../testing/runProgram';

// real processes and sockets, on machines that are busy with other tests
jest.setTimeout(30_000);

const hasKubectl =
  spawnSync('kubectl', ['version', '--client'], { stdio: 'ignore' }).status ===
  0;
const withKubectl = hasKubectl ? describe : describe.skip;

const VPC = (vlan: number) => `
apiVersion: vpc.githedgehog.com/v1beta1
kind: VPC
metadata:
  name: k-01
spec:
  subnets:
    default:
      subnet: 10.0.77.0/24
      vlan: ${vlan}
`;

withKubectl(
  hasKubectl ? 'kubectl' : 'kubectl (skipped: it is not installed here)',
  () => {
    let lab: Lab;
    let home: string;

    beforeAll(async () => {
      home = await mkdtemp(path.join(os.tmpdir(), 'lab-kubectl-'));
      lab = await Lab.start();
      await writeFile(
        path.join(home, 'config'),
        lab.clusters.get('lab-clos')?.kubeconfig() ?? '',
      );
    });
    afterAll(async () => {
      await lab.stop();
      await rm(home, { recursive: true });
    });

    const kubectl = (
      args: string[],
      options: { input?: string; timeoutMs?: number } = {},
    ): Promise<ProgramResult> =>
      runProgram('kubectl', args, {
        ...options,
        env: {
          HOME: home,
          KUBECONFIG: path.join(home, 'config'),
          TMPDIR: home,
        },
      });

    it('knows the resources by their short names', async () => {
      const { stdout } = await kubectl(['api-resources', '-o', 'name']);
      expect(stdout).toContain('vpcs.vpc.githedgehog.com');
      const got = await kubectl(['get', 'sw', '-o', 'name']);
      expect(got.stdout.trim().split('\n')).toHaveLength(7);
    });

    it('gets lists and YAML', async () => {
      const list = await kubectl(['get', 'vpcs,vpcattachments']);
      expect(list.stdout).toMatch(/vpc\.vpc\.githedgehog\.com\/web +\d/);
      const { stdout } = await kubectl(['get', 'vpc', 'db', '-o', 'yaml']);
      expect(stdout).toContain('vlan: 1103');
    });

    it('applies on the server, shows the difference, and deletes', async () => {
      const apply = ['apply', '--server-side', '-f', '-'];
      const applied = await kubectl(apply, { input: VPC(1077) });
      expect(applied).toMatchObject({
        code: 0,
        stdout: 'vpc.vpc.githedgehog.com/k-01 serverside-applied\n',
      });
      const same = await kubectl(['diff', '--server-side', '-f', '-'], {
        input: VPC(1077),
      });
      expect(same).toMatchObject({ code: 0, stdout: '' });
      const diff = await kubectl(['diff', '--server-side', '-f', '-'], {
        input: VPC(1078),
      });
      expect(diff.code).toBe(1);
      expect(diff.stdout).toMatch(/-\s+vlan: 1077\n\+\s+vlan: 1078/);
      const deleted = await kubectl(['delete', 'vpc', 'k-01']);
      expect(deleted).toMatchObject({
        code: 0,
        stdout: 'vpc.vpc.githedgehog.com "k-01" deleted\n',
      });
    });

    it('applies the old way too', async () => {
      const first = await kubectl(['apply', '-f', '-'], { input: VPC(1079) });
      const second = await kubectl(['apply', '-f', '-'], { input: VPC(1080) });
      expect(first.stdout).toContain('k-01 created');
      expect(second.stdout).toContain('k-01 configured');
      await kubectl(['delete', 'vpc', 'k-01']);
    });

    it('K3: is told who owns a field', async () => {
      const { code, stderr } = await kubectl(
        ['apply', '--server-side', '--field-manager', 'cnoc', '-f', '-'],
        {
          input: VPC(1003).replace('k-01', 'db').replace('10.0.77.', '10.0.3.'),
        },
      );
      expect(code).not.toBe(0);
      expect(stderr).toContain(
        'conflict with "kubectl-edit" using vpc.githedgehog.com/v1beta1: .spec.subnets.default.vlan',
      );
    });

    it('C10: is refused by the webhook when somebody still needs the object', async () => {
      const { code, stderr } = await kubectl(['delete', 'vpc', 'db']);
      expect(code).not.toBe(0);
      expect(stderr).toContain(
        'admission webhook "vvpc.kb.io" denied the request: VPC db is still used by VPCAttachment db--server-05',
      );
    });

    it('watches', async () => {
      const watching = kubectl(
        ['get', 'vpc', 'web', '-w', '-o', 'name', '--request-timeout=2s'],
        { timeoutMs: 8000 },
      );
      await waitUntil('it watches', () =>
        Boolean(
          lab.clusters
            .get('lab-clos')
            ?.requests()
            .some(request => /watch=true/.test(request.path)),
        ),
      );
      await kubectl(['label', 'vpc', 'web', 'seen=yes']);
      const { stdout } = await watching;
      expect(stdout.match(/vpc\.vpc\.githedgehog\.com\/web/g)).toHaveLength(2);
    });

    it('waits for what an agent says', async () => {
      const { stdout } = await kubectl([
        'wait',
        'agent/leaf-01',
        '--for=condition=Applied',
        '--timeout=5s',
      ]);
      expect(stdout).toContain('condition met');
    });
  },
);
