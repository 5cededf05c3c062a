/** A reader of server-sent events that keeps all it got. */
export interface Reading {
  events: { id: string; event: string; data: string }[];
  text: string;
  /** As a browser would send it */
  lastId: string | undefined;
  ended: Promise<void>;
  stop(): void;
}

export async function readEvents(
  url: string,
  options: { last?: string } = {},
): Promise<Reading> {
  const gone = new AbortController();
  const response = await fetch(url, {
    signal: gone.signal,
    headers: {
      ...(options.last !== undefined && { 'Last-Event-ID': options.last }),
    },
  });
  if (response.status !== 200) {
    throw new Error(`Answered ${response.status}: ${await response.text()}`);
  }
  const reading: Reading = {
    events: [],
    text: '',
    lastId: options.last,
    ended: Promise.resolve(),
    stop: () => gone.abort(),
  };
  let rest = '';
  const read = async () => {
    for await (const text of response.body!.pipeThrough(
      new TextDecoderStream(),
    )) {
      reading.text += text;
      rest += text;
      const blocks = rest.split('\n\n');
      rest = blocks.pop()!;
      for (const block of blocks) take(block, reading);
    }
  };
  reading.ended = read().catch(() => {});
  return reading;
}

function take(block: string, reading: Reading): void {
  const fields = new Map(
    block.split('\n').map(line => {
      const at = line.indexOf(': ');
      return [line.slice(0, at), line.slice(at + 2)];
    }),
  );
  const id = fields.get('id');
  if (id !== undefined) reading.lastId = id;
  const data = fields.get('data');
  if (data === undefined) return;
  reading.events.push({
    id: reading.lastId ?? '',
    event: fields.get('event') ?? 'message',
    data,
  });
}
