import { Range } from '../freeRanges';
import { Box, everyPort, everyProtocol, Interval } from './Box';
import { Exposure } from './exposures';
import { Filter } from './Filter';

/**
 * Whether a host behind one exposure may open a connection to one behind another, and gets an answer. Hosts behind a
 * masquerade cannot be called, hosts behind forwarded ports cannot call (upstream's user guide, gateway peering).
 *
 * @param side the side that opens
 * @param other the side that answers
 */
export function mayOpen(
  from: Exposure,
  to: Exposure,
  { filter, side, other }: { filter?: Filter; side: string; other: string },
): boolean {
  const calls = callsOf(from, to);
  if (!filter) return calls.length > 0;
  for (const { box, isFlow } of filter.passing(calls, side)) {
    const replies = filter.passing(repliesTo(box, from, to), other, isFlow);
    if (!replies.next().done) return true;
  }
  return false;
}

/** First packets of all connections that the translation of both sides lets through. */
function callsOf(from: Exposure, to: Exposure): Box[] {
  if (from.translation === 'portForward' || to.translation === 'masquerade')
    return [];
  const targets: [Interval, Interval][] =
    to.translation === 'portForward'
      ? to.forwards.flatMap(({ protocols, as }) =>
          protocols.map((number): [Interval, Interval] => [
            [number, number],
            as,
          ]),
        )
      : [[everyProtocol, everyPort]];
  return from.native.flatMap(source =>
    to.seen.flatMap(target =>
      targets.map(
        ([protocol, port]): Box => [
          intervalOf(source),
          intervalOf(target),
          protocol,
          everyPort,
          port,
        ],
      ),
    ),
  );
}

/** Answers to a packet, as the gateway sees them before it translates them back. */
function repliesTo(
  [source, target, protocol, sourcePort, targetPort]: Box,
  from: Exposure,
  to: Exposure,
): Box[] {
  const sources =
    to.translation === 'plain' ? [target] : to.native.map(intervalOf);
  const targets =
    from.translation === 'plain' ? [source] : from.seen.map(intervalOf);
  const ports =
    to.translation === 'portForward'
      ? to.forwards
          .filter(
            ({ protocols, as }) =>
              protocols.includes(protocol[0]) &&
              as[0] <= targetPort[1] &&
              targetPort[0] <= as[1],
          )
          .map(({ port }) => port)
      : [targetPort];
  const backPort = from.translation === 'masquerade' ? everyPort : sourcePort;
  return sources.flatMap(first =>
    targets.flatMap(second =>
      ports.map((port): Box => [first, second, protocol, port, backPort]),
    ),
  );
}

function intervalOf({ from, to }: Range): Interval {
  return [from, to];
}
