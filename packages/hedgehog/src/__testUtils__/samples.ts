import { join } from 'node:path';
import { KubernetesObject } from '../model/KubernetesObject';
import { isMap, JsonMap } from '../model/json';
import { readYaml } from '../yaml/readYaml';
import { hedgehogData, readText } from './sharedData';

export const samples = join(hedgehogData, 'samples');

/** Rows of the samples' index: path and status. */
export function sampleIndex(): {
  file: string;
  status: string;
  issues: string;
}[] {
  return readText(join(samples, 'INDEX.tsv'))
    .split('\n')
    .slice(1)
    .filter(line => line !== '')
    .map(line => {
      const [file, , status, issues] = line.split('\t');
      return { file, status, issues };
    });
}

export function readSample(file: string) {
  return readYaml(readText(join(samples, file)), { file });
}

/** Objects of which an Agent's spec holds copies, as the controller stored them after defaulting. */
export function copiesInAgent(agent: KubernetesObject): KubernetesObject[] {
  const spec = agent.spec ?? {};
  const wiring = 'wiring.githedgehog.com/v1beta1';
  const vpc = 'vpc.githedgehog.com/v1beta1';
  const all = (key: string, kind: string, apiVersion: string) =>
    Object.entries(isMap(spec[key]) ? spec[key] : {}).map(([name, copy]) => ({
      apiVersion,
      kind,
      metadata: { name, namespace: 'default' },
      spec: copy as JsonMap,
    }));
  return [
    {
      apiVersion: wiring,
      kind: 'Switch',
      metadata: { name: agent.metadata.name, namespace: 'default' },
      spec: spec.switch as JsonMap,
    },
    ...all('switches', 'Switch', wiring),
    ...all('connections', 'Connection', wiring),
    ...all('vlanNamespaces', 'VLANNamespace', wiring),
    ...all('ipv4Namespaces', 'IPv4Namespace', vpc),
    ...all('vpcs', 'VPC', vpc),
    ...all('vpcAttachments', 'VPCAttachment', vpc),
    ...all('vpcPeers', 'VPCPeering', vpc),
    ...all('externals', 'External', vpc),
    ...all('externalAttachments', 'ExternalAttachment', vpc),
    ...all('externalPeerings', 'ExternalPeering', vpc),
  ];
}
