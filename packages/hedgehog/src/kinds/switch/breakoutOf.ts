import { textOf, mapOf } from '../../model/json';
import { FabricView } from '../FabricView';

/**
 * How many lanes a port is broken out into: as the switch says, else as its profile says; `undefined` when neither is
 * at hand. Modes are written `<lanes>x<speed>`.
 */
export function lanesOf(
  fabric: FabricView,
  switchName: string,
  port: string,
): number | undefined {
  const set = mapOf(fabric.get('Switch', switchName)?.spec.portBreakouts);
  const mode =
    textOf(set?.[port]) ??
    fabric.profileOf(switchName)?.defaultBreakoutOf(port);
  return lanesIn(mode);
}

/** Lanes of a breakout mode, `4x25G` → 4; `undefined` for anything else. */
export function lanesIn(mode: string | undefined): number | undefined {
  const lanes = /^([0-9]+)x/.exec(mode ?? '')?.[1];
  return lanes === undefined ? undefined : Number(lanes);
}
