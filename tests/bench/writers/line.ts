import { TRPCClientError } from '@trpc/client';
import type { Authority } from '../../../client/timeline/authority.ts';
import type { OpenedDocument } from '../../../shared/wire/opened-document.ts';
import type { PushAnswer } from '../../../shared/wire/push.ts';
import type { News, StepsSince } from '../../../shared/wire/step.ts';
import { events } from '../../server/http/stream.ts';

/** A line to a running server over HTTP, as a browser has it, and how many of its pushes came too late. */
export interface Line extends Authority {
  readonly pushes: () => { readonly sent: number; readonly stale: number };
  /** Calls a procedure that changes something. */
  call<T>(procedure: string, input: unknown): Promise<T>;
}

/** Signs in with the link that the server printed. */
export async function lineTo(link: string): Promise<Line> {
  const { origin } = new URL(link);
  const signedIn = await fetch(link, { redirect: 'manual' });
  const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? '';
  let [sent, stale] = [0, 0];

  async function answer<T>(response: Response): Promise<T> {
    const told = (await response.json()) as { readonly result: { readonly data: T } };
    if (!response.ok) throw new Error(JSON.stringify(told));
    return told.result.data;
  }
  const headers = { cookie, 'content-type': 'application/json' };
  const ask = async <T>(procedure: string, input: unknown): Promise<T> =>
    answer(await fetch(`${origin}/trpc/${procedure}?input=${encodeURIComponent(JSON.stringify(input))}`, { headers }));
  const call = async <T>(procedure: string, input: unknown): Promise<T> =>
    answer(await fetch(`${origin}/trpc/${procedure}`, { method: 'POST', headers, body: JSON.stringify(input) }));

  return {
    call,
    pushes: () => ({ sent, stale }),
    causeOf: (error) => (error instanceof TRPCClientError ? 'other' : 'offline'),
    trouble: async () => null,
    async open(id, at) {
      const opened = await ask<OpenedDocument>('document.open', { id, ...(at !== undefined && { at }) });
      const query = new URLSearchParams({
        document: id,
        version: `${opened.snapshot}`,
        schema: `${opened.schemaVersion}`,
      });
      const snapshot = await fetch(`${origin}/snapshot?${query}`, { headers: { cookie } });
      return { ...opened, doc: await snapshot.json() };
    },
    async push(push) {
      const told = await call<PushAnswer>('timeline.push', push);
      sent += 1;
      if (!told.ok && told.reason === 'stale') stale += 1;
      return told;
    },
    since: (document, version) => ask<StepsSince>('timeline.since', { document, ...version }),
    here: async () => undefined,
    watch(document, client, since, heard) {
      const leaving = new AbortController();
      void (async () => {
        while (!leaving.signal.aborted) {
          const { version, mark } = since();
          const input = encodeURIComponent(JSON.stringify({ document, client, since: version, mark }));
          const accept = { cookie, accept: 'text/event-stream' };
          const stream = await fetch(`${origin}/trpc/timeline.changes?input=${input}`, {
            headers: accept,
            signal: leaving.signal,
          }).catch(() => null);
          if (!stream) continue;
          const next = events(stream);
          for (let event = await next(); event; event = await next()) {
            if (event.event !== undefined || event.data === undefined) continue;
            const news = JSON.parse(event.data) as News | { readonly people: unknown };
            if (!('people' in news)) heard(news);
          }
        }
      })();
      return () => leaving.abort();
    },
  };
}
