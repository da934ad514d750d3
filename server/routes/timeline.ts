import { tracked } from '@trpc/server';
import { z } from 'zod';
import { purposeKinds } from '../../shared/wire/purpose.ts';
import type { News, Since } from '../../shared/wire/step.ts';
import { follow } from '../commands/timeline/follow.ts';
import { pushSteps } from '../commands/timeline/push.ts';
import { revertChange } from '../commands/timeline/revert.ts';
import { stepsSince } from '../commands/timeline/steps-since.ts';
import { record } from '../input/entity.ts';
import { id, mark, name, version } from '../input/fields.ts';
import { procedure, router, withStatus } from '../trpc.ts';

/** What steps are for. */
const purpose = z.object({
  kind: z.enum(purposeKinds),
  deed: id,
  version: version.optional(),
  names: z.array(name).max(4).optional(),
  count: z.int().min(0).optional(),
});

/** What an event is known by: a version, and its mark where it has one. */
const lastEvent = /^(\d+)(?: (\S{1,64}))?$/;

/** What the event is known by that brings `news` to who listens from `since` on. */
function eventId(news: News, since: Since): string {
  const mark = news.ok ? news.steps.at(-1)?.mark : null;
  const version = news.ok ? news.version : since.version;
  return typeof mark === 'string' ? `${version} ${mark}` : `${version}`;
}

export const timelineRouter = router({
  /** Adds steps to a document, all or none. `base` is the version that the first of them applies to, `mark` its mark: where
   *  the document has no such version, nothing is done and the answer says so. When others came first, their steps come back,
   *  and the sender rebases and pushes again; those of a sender that says `isMovable` are put behind them where that can be done
   *  without asking anybody, typing that is `continued` right behind what its author had typed, and come back as they are there. `schema` is the version of the schema that the steps are written in; who writes
   *  in another than the server's is told to reload. `purpose` says what all of them are for, so that the history can tell
   *  it; left out of work at the text. `entities` are those that were begun with the mentions of them; a mention of one that
   *  is not there comes to mean what that has become, or none. */
  push: procedure
    .input(
      z.object({
        document: id,
        base: version,
        mark,
        client: id,
        schema: z.int().min(1).default(1),
        isMovable: z.boolean().optional(),
        continued: z.array(z.int().min(0)).max(20_000).readonly().optional(),
        steps: z.array(z.unknown()).min(1),
        purpose: purpose.optional(),
        entities: z.array(z.object({ id, record })).max(1000).readonly().optional(),
      }),
    )
    .mutation(({ ctx, input }) => pushSteps(ctx, input)),

  /** The steps after a version, in order, or that the document has no such version. */
  since: procedure.input(z.object({ document: id, version, mark })).query(({ ctx, input }) => stepsSince(ctx, input)),

  /** Takes the change that led from version `before` to version `after` back, as a new change on top of what others did
   *  since: the parts of it in which somebody has written meanwhile stay, and the answer says how many. `mark` is that of `after`: where
   *  the document has another version of that number, nothing is done. */
  revert: procedure
    .input(
      z.object({ document: id, before: version, after: version, mark }).refine(({ before, after }) => before < after),
    )
    .mutation(({ ctx, input }) => revertChange(ctx, input)),

  /** Steps as they are accepted, the first one being step `since + 1`. Each event is known by the version that it
   *  leads to and its mark, so that a connection that was lost goes on where it broke off. Where the document has no version
   *  with the number and the mark asked for, or has it no more, that is told and the stream ends. Between them come events
   *  without steps: who else has the document open and where their carets are, at once and whenever that changes. `client` is
   *  there as long as the subscription is; without one, nobody is told of anybody. */
  changes: procedure
    .input(
      z.object({
        document: id,
        since: version,
        mark,
        client: id.optional(),
        lastEventId: z.string().regex(lastEvent).nullish(),
      }),
    )
    .subscription(async function* ({ ctx, input: { document, client, ...input }, signal }) {
      const [, last, lastMark] = lastEvent.exec(input.lastEventId ?? '') ?? [];
      const since =
        last === undefined ? { version: input.since, mark: input.mark } : { version: Number(last), mark: lastMark };
      try {
        for await (const event of follow(ctx, { document, client, since }, signal)) {
          if ('people' in event) yield event;
          else yield tracked(eventId(event, since), event);
        }
      } catch (error) {
        throw withStatus(error);
      }
    }),

  /** Says where the caret of a tab is that listens to the changes of a document, and what its person wants to be called.
   *  Nothing of it is stored. */
  here: procedure
    .input(
      z.object({
        document: id,
        client: id,
        name: z.string().trim().max(60),
        caret: z.object({ segment: id, offset: z.int().min(0) }).nullable(),
      }),
    )
    .mutation(({ ctx, input: { document, ...companion } }) => {
      ctx.timeline.presence.place(document, companion);
    }),
});
