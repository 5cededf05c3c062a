import { cablesOf, type KubernetesObject } from '@cnoc/hedgehog';
import { isJsonObject } from '../kubernetes/json';

/** What a switch of the lab has to report on. */
export interface SwitchCabling {
  /** Ports that connections use → the port at the other end, `device/port`, where there is one. */
  ports: Map<string, string | undefined>;
  /** Addresses of BGP neighbours, each with its VRF, its AS where it is known, and the port that leads to it. */
  neighbors: Map<string, { vrf: string; asn?: unknown; port?: string }>;
}

interface Reader {
  peek(kind: string): Iterable<KubernetesObject>;
}

/** The cabling of every switch, from the cluster's own Connections and ExternalAttachments. */
export function switchCablings(cluster: Reader): Map<string, SwitchCabling> {
  const cablings = new Map<string, SwitchCabling>();
  const asns = new Map<string, unknown>();
  for (const { metadata, spec } of cluster.peek('Switch')) {
    cablings.set(metadata.name, { ports: new Map(), neighbors: new Map() });
    asns.set(metadata.name, spec?.asn);
  }
  const uplinks = new Map<string, { device: string; port: string }>();
  for (const connection of cluster.peek('Connection')) {
    for (const { type, ends } of cablesOf(connection)) {
      ends.forEach(({ device, port }, index) => {
        const other = ends[1 - index];
        const cabling = cablings.get(device);
        cabling?.ports.set(port, other && `${other.device}/${other.port}`);
        if (other?.ip) {
          cabling?.neighbors.set(other.ip, {
            vrf: 'default',
            asn: asns.get(other.device),
            port,
          });
        }
        if (type === 'external') {
          uplinks.set(connection.metadata.name, { device, port });
        }
      });
    }
  }
  for (const { spec } of cluster.peek('ExternalAttachment')) {
    const uplink = uplinks.get(String(spec?.connection));
    const neighbor = isJsonObject(spec?.neighbor) ? spec.neighbor : {};
    if (uplink && typeof neighbor.ip === 'string') {
      cablings.get(uplink.device)?.neighbors.set(neighbor.ip, {
        vrf: `VrfE${String(spec?.external)}`,
        asn: neighbor.asn,
        port: uplink.port,
      });
    }
  }
  return cablings;
}
