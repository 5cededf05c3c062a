import { admissionContract } from './admissionContract';
import type { ApiUnderTest } from './ApiUnderTest';
import { ApiCaller } from './ApiUnderTest';
import { applyContract } from './applyContract';
import { paths } from './contractObjects';
import { pageContract } from './pageContract';
import { readContract } from './readContract';
import { schemaContract } from './schemaContract';
import { watchContract } from './watchContract';
import { writeContract } from './writeContract';

/** What only some servers have; tests that need it show as skipped on the others. */
export interface Capabilities {
  /** Hedgehog's webhooks: defaults, and refusals beyond the schema. */
  webhooks: boolean;
}

/**
 * What CNOC relies on in a Kubernetes API. The lab and a real kube-apiserver run through the same tests; where they
 * differ, the lab is wrong. Call it inside a test file.
 */
export function apiContract(
  createServer: () => Promise<ApiUnderTest>,
  { webhooks }: Capabilities,
): void {
  describe('Kubernetes API', () => {
    let server: ApiUnderTest;
    let caller: ApiCaller;
    const api = () => caller;

    beforeAll(async () => {
      server = await createServer();
      caller = new ApiCaller(server);
      // what a VPC refers to
      await caller.request('POST', paths.ipv4namespaces, {
        apiVersion: 'vpc.githedgehog.com/v1beta1',
        kind: 'IPv4Namespace',
        metadata: { name: 'default' },
        spec: { subnets: ['10.0.0.0/16'] },
      });
      await caller.request('POST', paths.vlannamespaces, {
        apiVersion: 'wiring.githedgehog.com/v1beta1',
        kind: 'VLANNamespace',
        metadata: { name: 'default' },
        spec: { ranges: [{ from: 1000, to: 2999 }] },
      });
    });
    afterAll(() => server?.stop());

    readContract(api);
    pageContract(api, async () => server.compact());
    writeContract(api);
    schemaContract(api);
    applyContract(api);
    admissionContract(api, webhooks);
    watchContract(api, async () => server.compact());
  });
}
