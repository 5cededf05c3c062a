import { at, isMap, JsonMap, listOf, mapOf, textOf } from '../../model/json';

/** What one model of switch can do. Reads a SwitchProfile's spec; absent parts allow nothing. */
export class SwitchProfile {
  readonly #spec: JsonMap;

  private constructor(spec: JsonMap) {
    this.#spec = spec;
  }

  static of(spec: JsonMap): SwitchProfile {
    return new SwitchProfile(spec);
  }

  has(feature: string): boolean {
    return at(this.#spec, 'features', feature) === true;
  }

  hasPort(port: string): boolean {
    return isMap(at(this.#spec, 'ports', port));
  }

  hasGroup(group: string): boolean {
    return isMap(at(this.#spec, 'portGroups', group));
  }

  /** Speeds that may be set on the port itself; none for ports that follow a group or are broken out. */
  speedsOf(port: string): readonly unknown[] {
    return listOf(
      at(
        this.#profileNamed(at(this.#spec, 'ports', port)),
        'speed',
        'supported',
      ),
    );
  }

  speedsOfGroup(group: string): readonly unknown[] {
    return listOf(
      at(
        this.#profileNamed(at(this.#spec, 'portGroups', group)),
        'speed',
        'supported',
      ),
    );
  }

  mayAutoNegotiate(port: string): boolean {
    const own = at(this.#spec, 'ports', port);
    const group = textOf(at(own, 'group'));
    const profile = this.#profileNamed(
      group ? at(this.#spec, 'portGroups', group) : own,
    );
    return at(profile, 'autoNegAllowed') === true;
  }

  breakoutsOf(port: string): readonly string[] {
    return Object.keys(mapOf(this.#breakout(port)?.supported) ?? {});
  }

  defaultBreakoutOf(port: string): string | undefined {
    return textOf(this.#breakout(port)?.default);
  }

  /** Most ports after breaking out, of the whole switch. */
  get maxPorts(): number | undefined {
    const { maxPorts } = this.#spec;
    return typeof maxPorts === 'number' && maxPorts > 0 ? maxPorts : undefined;
  }

  maxPortsOfPipeline(pipeline: string): number | undefined {
    const most = at(this.#spec, 'pipelines', pipeline, 'maxPorts');
    return typeof most === 'number' && most > 0 ? most : undefined;
  }

  /** Ports for traffic, with their pipeline. */
  ports(): { port: string; pipeline?: string }[] {
    const ports = mapOf(this.#spec.ports) ?? {};
    return Object.keys(ports)
      .filter(port => at(ports, port, 'management') !== true)
      .map(port => ({ port, pipeline: textOf(at(ports, port, 'pipeline')) }));
  }

  #profileNamed(owner: unknown): unknown {
    const name = textOf(at(owner, 'profile'));
    return name ? at(this.#spec, 'portProfiles', name) : undefined;
  }

  #breakout(port: string): JsonMap | undefined {
    return mapOf(
      at(this.#profileNamed(at(this.#spec, 'ports', port)), 'breakout'),
    );
  }
}
