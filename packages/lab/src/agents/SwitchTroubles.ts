/** What is wrong with the switches of a cluster because somebody asked for it: ports, BGP sessions, pending reboots. */
export class SwitchTroubles {
  readonly #ports = new Map<string, boolean>();
  readonly #sessions = new Map<string, string>();
  readonly #reboots = new Set<string>();
  /** When a port or session was touched last. */
  readonly #changedAt = new Map<string, Date>();

  /** @param port - `device/port` */
  setPort(port: string, isUp: boolean, at: Date): void {
    this.#ports.set(port, isUp);
    this.#changedAt.set(port, at);
  }

  /** @param state - as BGP calls it: `established`, `idle`, `active`, … */
  setSession(name: string, neighbor: string, state: string, at: Date): void {
    this.#sessions.set(`${name} ${neighbor}`, state);
    this.#changedAt.set(`${name} ${neighbor}`, at);
  }

  setReboot(name: string, isNeeded: boolean): void {
    if (isNeeded) {
      this.#reboots.add(name);
    } else {
      this.#reboots.delete(name);
    }
  }

  portOf(port: string): { isUp: boolean; at?: Date } {
    return {
      isUp: this.#ports.get(port) ?? true,
      at: this.#changedAt.get(port),
    };
  }

  sessionOf(name: string, neighbor: string): { state: string; at?: Date } {
    const key = `${name} ${neighbor}`;
    return {
      state: this.#sessions.get(key) ?? 'established',
      at: this.#changedAt.get(key),
    };
  }

  needsReboot(name: string): boolean {
    return this.#reboots.has(name);
  }
}
