import type { FabricTail } from '../activity/FabricTail';
import type { EventStream } from './EventStream';

/** A header as long as this is no id of ours, and a number above is none of the database's. */
const MAX_DIGITS = 15;

/**
 * Sends a fabric's timeline to one reader as it grows. A reader that comes back goes on behind the last event it got; when
 * what it missed is not held any more, or its id is none of this fabric's, `resync` tells it to read everything anew.
 */
export function followFabric(
  tail: FabricTail,
  lastEventId: string | undefined,
  stream: EventStream,
): void {
  let position = tail.head;
  if (lastEventId === undefined) {
    // Without an event: only so that it can come back to here
    stream.write(`id: ${position}\n\n`);
  } else {
    const wanted = positionOf(lastEventId);
    if (wanted !== undefined && tail.knows(wanted)) {
      position = wanted;
    } else {
      stream.write(resync(position));
    }
  }

  const pump = () => {
    while (stream.isOpen) {
      const part = tail.after(position);
      if (part === 'current') return;
      if (part === 'lost') {
        // It reads more slowly than things happen: holding them for it would have no end
        stream.write(resync(tail.head));
        stream.end({ comeBack: true });
        return;
      }
      if (!stream.hasRoom) return;
      stream.write(part.bytes);
      position = part.position;
    }
  };
  const stop = tail.onGrow(pump);
  stream.signal.addEventListener('abort', stop, { once: true });
  stream.onRoom(pump);
  pump();
}

function positionOf(lastEventId: string): number | undefined {
  return lastEventId.length <= MAX_DIGITS && /^\d+$/.test(lastEventId)
    ? Number(lastEventId)
    : undefined;
}

function resync(position: number): string {
  return `id: ${position}\nevent: resync\ndata: {}\n\n`;
}
