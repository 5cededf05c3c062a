/** @internal */
export type ServerSentEvent = { event: string; id: string; data: string };

/** Longest event that is read, in characters; a longer one ends the stream with an error. */
const MAX_EVENT_LENGTH = 1_000_000;

/**
 * Reads `text/event-stream` as the HTML standard defines it (event, id and data fields; comments skipped).
 *
 * @internal
 */
export async function* readServerSentEvents(
  response: Response,
): AsyncGenerator<ServerSentEvent> {
  const reader = response.body
    ?.pipeThrough(new TextDecoderStream())
    .getReader();
  if (!reader) return;
  let buffer = '';
  try {
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return;
      buffer = (buffer + value).replace(/\r\n?/g, '\n');
      if (buffer.length > MAX_EVENT_LENGTH) {
        throw new Error('The server sent an event that is too long');
      }
      for (;;) {
        const end = buffer.indexOf('\n\n');
        if (end < 0) break;
        const event = parseEvent(buffer.slice(0, end));
        buffer = buffer.slice(end + 2);
        if (event) yield event;
      }
    }
  } finally {
    await reader.cancel().catch(() => {});
  }
}

function parseEvent(block: string): ServerSentEvent | undefined {
  const result = { event: 'message', id: '', data: [] as string[] };
  for (const line of block.split('\n')) {
    const [, field, value] = /^([^:]+):? ?(.*)$/.exec(line) ?? [];
    if (field === 'data') result.data.push(value);
    if (field === 'event') result.event = value;
    if (field === 'id') result.id = value;
  }
  if (result.data.length === 0) return undefined;
  return { ...result, data: result.data.join('\n') };
}
