/** One event of a stream, as the lines of it say. */
export interface StreamEvent {
  readonly event?: string;
  readonly id?: string;
  readonly data?: string;
}

/** Reads events (HTML standard, section 9.2) one by one; `null` when the stream has ended or was cut off. */
export function events(response: Response): () => Promise<StreamEvent | null> {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let pending = '';
  return async function next(): Promise<StreamEvent | null> {
    for (;;) {
      const end = pending.search(/\n\n+/);
      if (end >= 0) {
        const lines = pending.slice(0, end).split('\n');
        pending = pending.slice(end).replace(/^\n+/, '');
        return Object.fromEntries(lines.map((line) => line.split(/: ?(.*)/s).slice(0, 2)));
      }
      const chunk = await reader?.read().catch(() => undefined);
      if (chunk?.value === undefined) return null;
      pending += chunk.value;
    }
  };
}
