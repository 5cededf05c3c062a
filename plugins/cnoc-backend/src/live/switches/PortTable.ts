import { PortFacts } from './portsOf';

/** Ports by name. `E1/4` and `E1/4/1` are one where the port is not broken out; no other name stands for another. */
export class PortTable {
  readonly #ports: ReadonlyMap<string, PortFacts>;

  constructor(ports: readonly PortFacts[]) {
    this.#ports = new Map(ports.map(port => [port.name, port]));
  }

  /** Undefined where the switch reports no port of that name, for example because it uses its own system's names. */
  get(name: string): PortFacts | undefined {
    return (
      this.#ports.get(name) ??
      this.#ports.get(`${name}/1`) ??
      this.#ports.get(name.replace(/^(E\d+\/\d+)\/1$/, '$1'))
    );
  }
}
