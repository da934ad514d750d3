import type { Authority } from '../timeline/authority.ts';
import { server } from './server.ts';

/** How long to wait before a refused subscription is tried again, in milliseconds. */
const AGAIN = 3000;

/** The timeline's server, over tRPC. A hidden tab hears nothing: a browser opens only six connections to one host, and
 *  a tab that comes back catches up with what it missed. */
export const authority: Authority = {
  open: (document, at) => server.document.open.query(at === undefined ? { id: document } : { id: document, at }),

  push: ({ steps, ...push }) => server.timeline.push.mutate({ ...push, steps: [...steps] }),

  since: async (document, version) => (await server.timeline.since.query({ document, version })).steps,

  watch(document, since, heard) {
    let stop: (() => void) | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const start = () => {
      clearTimeout(timer);
      stop?.();
      stop = server.timeline.changes.subscribe(
        { document, since: since() },
        {
          onStarted: () => heard(since(), []),
          onData: ({ data }) => heard(data.version, data.steps),
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
