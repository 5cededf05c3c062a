import { keysOf } from './keysOf';
import { FabricModel } from './FabricModel';
import { FactSink } from './FactSink';
import { redundancyOf } from './homings';

/** Tells a sink which devices have fewer or more ways to the rest, and which are gone or new. */
export function compareHomings(
  { homings: was }: FabricModel,
  { homings: is }: FabricModel,
  sink: FactSink,
): void {
  for (const key of keysOf(was, is)) {
    const [before, after] = [was.get(key), is.get(key)];
    if (before && after) {
      const step = redundancyOf(after) - redundancyOf(before);
      const difference = step === 0 ? after.links - before.links : step;
      if (difference !== 0)
        sink.add(difference < 0 ? 'lost' : 'gained', {
          type: 'redundancy',
          before,
          after,
        });
      continue;
    }
    // That a server leaves or joins a subnet is told as membership already.
    if ((before ?? after)?.of === 'membership') continue;
    sink.add(before ? 'lost' : 'gained', {
      type: 'redundancy',
      ...(before ? { before } : {}),
      ...(after ? { after } : {}),
    });
  }
}
