import { Cable, cablesOf, KubernetesObject } from '@cnoc/hedgehog';

interface Wired {
  kind: string;
  name: string;
  canonical: KubernetesObject;
}

/** A cable, and the connection it belongs to. */
export interface WiredCable extends Cable {
  connection: string;
}

/** What is plugged into a port. */
export interface PortUse {
  port: string;
  connection: string;
  /** At the other end; absent for an uplink to something Hedgehog does not know. */
  peer?: string;
}

/** Kinds that the wiring is read from. */
export const wiringKinds: readonly string[] = [
  'Connection',
  'Switch',
  'ExternalAttachment',
];

/** Who is cabled to whom, and who has which address: from the cluster's own objects. */
export class Wiring {
  /** By name of the connection; the cables of one follow each other. */
  readonly cables: readonly WiredCable[];
  readonly #uses = new Map<string, PortUse[]>();
  readonly #owners = new Map<string, string>();

  private constructor(objects: Iterable<Wired>) {
    const cables: WiredCable[] = [];
    for (const { kind, name, canonical } of objects) {
      if (kind === 'Connection') {
        for (const cable of cablesOf(canonical)) {
          cables.push({ ...cable, connection: name });
        }
      } else {
        this.#addOwner(kind, name, canonical.spec ?? {});
      }
    }
    this.cables = cables.sort((a, b) => (a.connection < b.connection ? -1 : 1));
    this.cables.forEach(cable => this.#addCable(cable));
  }

  static of(objects: Iterable<Wired>): Wiring {
    return new Wiring(objects);
  }

  /** The ports of a switch that connections use. */
  usesOf(name: string): readonly PortUse[] {
    return this.#uses.get(name) ?? [];
  }

  /** The device or external that has an address on the fabric's links. */
  ownerOf(address: string): string | undefined {
    return this.#owners.get(address);
  }

  #addCable({ connection, ends }: WiredCable): void {
    ends.forEach((end, index) => {
      if (end.ip) {
        this.#owners.set(end.ip, end.device);
      }
      if (end.deviceKind !== 'Switch') {
        return;
      }
      const uses = this.#uses.get(end.device) ?? [];
      const peer = ends[1 - index]?.device;
      uses.push({ port: end.port, connection, ...(peer && { peer }) });
      this.#uses.set(end.device, uses);
    });
  }

  #addOwner(kind: string, name: string, spec: Record<string, unknown>): void {
    const neighbor = spec.neighbor as { ip?: unknown } | undefined;
    const addresses =
      kind === 'Switch' ? [spec.protocolIP, spec.vtepIP] : [neighbor?.ip];
    for (const address of addresses) {
      if (typeof address === 'string' && address !== '') {
        this.#owners.set(
          address.split('/')[0],
          kind === 'Switch' ? name : String(spec.external ?? name),
        );
      }
    }
  }
}
