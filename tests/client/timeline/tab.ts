import { setTimeout as pause } from 'node:timers/promises';
import { history } from 'prosemirror-history';
import { unsentOf } from '../../../client/timeline/ahead.ts';
import type { Authority } from '../../../client/timeline/authority.ts';
import type { Outbox } from '../../../client/timeline/outbox.ts';
import type { Recovered } from '../../../client/timeline/shelves.ts';
import { Timeline } from '../../../client/timeline/timeline.ts';
import { openTray } from '../../../client/timeline/tray.ts';
import type { Unsent } from '../../../client/timeline/unsent.ts';
import { follow } from '../../../server/commands/timeline/follow.ts';
import { pushSteps } from '../../../server/commands/timeline/push.ts';
import { stepsSince } from '../../../server/commands/timeline/steps-since.ts';
import type { Context } from '../../../server/context.ts';
import { faultOf } from '../../../server/db/failure.ts';
import { UnknownRecord } from '../../../server/db/unknown.ts';
import type { Editions } from '../../../shared/doc/model/migrations.ts';
import { segmentByIndex } from '../../../shared/doc/model/read.ts';
import { atHand } from '../../server/opened.ts';

/** A line to the server that a test can cut: before a push arrives, or after it and before its answer does. */
export interface Line extends Authority {
  cut: 'no' | 'before' | 'after';
}

/** The command layer as an authority; JSON goes over the line as it would over HTTP. */
export function lineTo(context: Context): Line {
  const overHttp = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
  const line: Line = {
    cut: 'no',
    causeOf: (error) => (error instanceof UnknownRecord ? 'missing' : 'offline'),
    trouble: () =>
      context.store.ready().then(
        () => null,
        (error: unknown) => faultOf(error) ?? 'broken',
      ),
    async open(id, at, schema) {
      if (line.cut !== 'no') throw new Error('The line is cut');
      return overHttp(await atHand(context, { id, at, schema }));
    },
    async push(push) {
      if (line.cut === 'before') throw new Error('The line is cut');
      const answer = await pushSteps(context, overHttp(push));
      if (line.cut === 'after') throw new Error('The line is cut');
      return overHttp(answer);
    },
    async since(document, version) {
      if (line.cut !== 'no') throw new Error('The line is cut');
      return overHttp(await stepsSince(context, { document, ...version }));
    },
    async here(document, client, name, caret) {
      context.timeline.presence.place(document, { client, name, caret });
    },
    watch(document, client, since, heard, attending) {
      const stop = new AbortController();
      const listen = async () => {
        for await (const event of follow(context, { document, client, since: since() }, stop.signal)) {
          if (line.cut !== 'no') continue;
          if ('people' in event) attending?.met(event.people);
          else heard(overHttp(event));
        }
      };
      // Where the database was away it comes back, as a browser does.
      const again = async (error: unknown): Promise<void> => {
        if (faultOf(error) === null) throw error;
        await pause(100, undefined, { ref: false });
        if (!stop.signal.aborted) await listen().catch(again);
      };
      void listen().catch(again);
      attending?.joined();
      return () => stop.abort();
    },
  };
  return line;
}

/** An outbox that lives as long as the test. The one in IndexedDB is tested in a browser. */
export function outboxInMemory(): Outbox {
  const kept = new Map<string, Unsent>();
  const tray = new Map<string, Recovered>();
  return {
    ahead: () => false,
    watch: () => () => undefined,
    async keep(change) {
      const unsent = unsentOf(kept.get(change.client), change);
      if (unsent && unsent.steps.length > 0) kept.set(change.client, unsent);
      else kept.delete(change.client);
    },
    unsent: async () => [...kept.values()],
    async recover(recovered) {
      for (const one of recovered) tray.set(one.id, one);
    },
    recovered: async (document) => [...tray.values()].filter((one) => one.document === document),
    async dismiss(id) {
      tray.delete(id);
    },
  };
}

let tabs = 0;

/** Opens a document in a tab of its own. */
export async function openTab(
  line: Line,
  document: string,
  outbox: Outbox = outboxInMemory(),
  editions?: Editions,
): Promise<Timeline> {
  const client = `c-${++tabs}`;
  return new Timeline({
    authority: line,
    outbox,
    tray: openTray(outbox, document),
    document: await line.open(document),
    client,
    plugins: [history()],
    newId: () => `${client}-${Math.random()}`,
    now: Date.now,
    ...(editions && { editions }),
  });
}

/** Types at the end of the rendering of segment `index`. */
export function type(tab: Timeline, index: number, text: string): void {
  const segment = segmentByIndex(tab.state.doc, index);
  if (!segment) throw new RangeError(`There is no segment ${index}`);
  tab.dispatch(tab.state.tr.insertText(text, segment.pos + 1 + segment.node.content.size));
}

/** The renderings on the screen of a tab. */
export function renderings(tab: Timeline): readonly string[] {
  const texts: string[] = [];
  tab.state.doc.descendants((node) => {
    if (node.type.name === 'segment') texts.push(node.textContent);
    return node.type.name === 'page';
  });
  return texts;
}
