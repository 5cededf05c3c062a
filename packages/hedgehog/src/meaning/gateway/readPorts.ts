import { isPortRange } from '../../kinds/gatewaypeering/portRange';
import { PortRange } from '../records';

/** First and last port of `443` or `8080-8090`; `undefined` for anything else. */
export function readPorts(value: unknown): PortRange | undefined {
  if (!isPortRange(value)) return undefined;
  const [from, to = from] = String(value).trim().split('-').map(Number);
  return [from, to];
}
