import { TRPCClientError } from '@trpc/client';
import type { OpenedDocument } from '../../shared/wire/opened-document.ts';
import type { Authority } from '../timeline/authority.ts';
import { begunIn } from './begun.ts';
import { causeOf, ForeignAnswer } from './cause.ts';
import { unreadiness } from './ready.ts';
import { queries, queryClient, server } from './server.ts';

/** How long to wait before a refused subscription is tried again, in milliseconds. */
const AGAIN = 3000;

/** The timeline's server, over tRPC. A hidden tab hears nothing: a browser opens only six connections to one host, and
 *  a tab that comes back catches up with what it missed. */
export const authority: Authority = {
  causeOf,
  trouble: () => unreadiness(),

  async open(document, at, schema) {
    const opened = await server.document.open.query({
      id: document,
      ...(at !== undefined && { at }),
      ...(schema !== undefined && { schema }),
    });
    return { ...opened, doc: await snapshot(opened) };
  },

  async push({ steps, continued, purpose, ...push }) {
    const entities = begunIn(steps);
    const answer = await server.timeline.push.mutate({
      ...push,
      steps: [...steps],
      ...(continued && { continued: [...continued] }),
      ...(purpose && { purpose: { ...purpose, names: purpose.names && [...purpose.names] } }),
      entities: entities.length > 0 ? entities : undefined,
    });
    if (answer.ok && answer.isRegistryChanged) void queryClient.invalidateQueries(queries.entity.pathFilter());
    return answer;
  },

  since: (document, { version, mark }) => server.timeline.since.query({ document, version, mark }),

  here: async (document, client, name, caret) => {
    await server.timeline.here.mutate({ document, client, name, caret });
  },

  watch(document, client, since, heard, attending) {
    let stop: (() => void) | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const start = () => {
      clearTimeout(timer);
      stop?.();
      const { version, mark } = since();
      stop = server.timeline.changes.subscribe(
        { document, client, since: version, mark },
        {
          onStarted: () => {
            heard({ ok: true, version: since().version, after: since().mark, steps: [] });
            attending?.joined();
          },
          onData: (event) => {
            if ('people' in event) attending?.met(event.people);
            else heard(event.data);
          },
          onError: () => {
            timer = setTimeout(start, AGAIN);
          },
        },
      ).unsubscribe;
    };
    const end = () => {
      clearTimeout(timer);
      stop?.();
      stop = null;
    };
    const turn = () => (window.document.hidden ? end() : start());
    window.document.addEventListener('visibilitychange', turn);
    turn();
    return () => {
      window.document.removeEventListener('visibilitychange', turn);
      end();
    };
  },
};

/** The JSON of the snapshot that a document begins with. It comes as it is stored, and the browser unpacks it. */
async function snapshot({ id, snapshot, snapshotMark, schemaVersion }: OpenedDocument): Promise<unknown> {
  const query = new URLSearchParams({ document: id, version: `${snapshot}`, schema: `${schemaVersion}` });
  if (snapshotMark !== null) query.set('mark', snapshotMark);
  const answer = await fetch(`/snapshot?${query}`).catch((error: Error) => {
    throw TRPCClientError.from(error);
  });
  if (!answer.ok) throw TRPCClientError.from(new ForeignAnswer(answer.status));
  return answer.json();
}
