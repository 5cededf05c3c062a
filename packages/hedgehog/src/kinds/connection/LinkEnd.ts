import { PathSegments } from '../../model/path';

const laneOfPort = /^(.*\/E[0-9]+\/[0-9]+)\/([0-9]+)$/;

/** One end of one link of a connection. */
export class LinkEnd {
  /** Name of the end in the link: `switch`, `server`, `spine`, … */
  readonly side: string;
  readonly port: string;
  readonly device: string;
  /** The port without its lane: `leaf-01/E1/4` of `leaf-01/E1/4/2`. */
  readonly base: string;
  /** The lane, where the port is broken out: 2 of `leaf-01/E1/4/2`. */
  readonly lane: number | undefined;
  readonly #link: PathSegments;

  private constructor(
    side: string,
    port: string,
    device: string,
    link: PathSegments,
  ) {
    const match = laneOfPort.exec(port);
    this.side = side;
    this.port = port;
    this.device = device;
    this.base = match ? match[1] : port;
    this.lane = match ? Number(match[2]) : undefined;
    this.#link = link;
  }

  /** `undefined` for a port that names no device. */
  static of(
    side: string,
    port: string,
    link: PathSegments,
  ): LinkEnd | undefined {
    const slash = port.indexOf('/');
    return slash > 0
      ? new LinkEnd(side, port, port.slice(0, slash), link)
      : undefined;
  }

  /** Made when it is asked for, as it is only where something is wrong. */
  get path(): PathSegments {
    return [...this.#link, this.side, 'port'];
  }
}
