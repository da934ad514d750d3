import type { Node, Schema } from 'prosemirror-model';
import type { Problem } from '../../../shared/core/problem.ts';
import { placedBehind } from '../../../shared/doc/merge/behind.ts';
import { withContinued } from '../../../shared/doc/merge/typing-run.ts';
import { meetsJudged } from '../../../shared/doc/merge/vouched.ts';
import { stepFrom } from '../../../shared/doc/model/link-step.ts';
import { latestVersion } from '../../../shared/doc/model/migrations.ts';
import type { Push, PushAnswer } from '../../../shared/wire/push.ts';
import type { SentStep } from '../../../shared/wire/step.ts';
import type { Context } from '../../context.ts';
import { lockHead } from '../../db/document.ts';
import { storageProblem } from '../../db/failure.ts';
import { stepsFrom } from '../../db/step.ts';
import { applySteps, type ReadStep, readSteps } from '../../timeline/apply.ts';
import { markedSteps } from '../../timeline/mark.ts';
import { type AcceptedHead, acceptSteps } from './accept.ts';

/** Accepted; `steps` are all after the base of the push, where others came first. */
type AcceptedPush = AcceptedHead & { readonly steps?: readonly SentStep[] };

type Outcome = AcceptedPush | Exclude<PushAnswer, { readonly ok: true }>;

/** Adds steps to a document, all or none, in one transaction: when it says ok, they are on disk. Pushes of this process to one
 *  document wait for each other, so that only one of them asks the database for the document. */
export async function pushSteps(ctx: Context, push: Push): Promise<PushAnswer> {
  try {
    return await ctx.timeline.queue.inTurn(push.document, async () => {
      const outcome = await accept(ctx, push);
      if (!('held' in outcome)) return outcome;
      const { held, version, mark, isRegistryChanged, steps } = outcome;
      ctx.timeline.accepted(held);
      return { ok: true, version, mark, ...(isRegistryChanged && { isRegistryChanged }), ...(steps && { steps }) };
    });
  } catch (error) {
    if (error instanceof TooLate) return error.answer;
    const problem = storageProblem(error);
    if (!problem) throw error;
    ctx.report(error);
    return { ok: false, reason: 'storage', problems: [problem] };
  }
}

async function accept(ctx: Context, push: Push): Promise<Outcome> {
  const { store, timeline } = ctx;
  const { document, base, mark, client, schema } = push;
  const latest = latestVersion(timeline.editions);
  if (schema !== latest) return { ok: false, reason: 'reload', schema: latest };
  const read = readSteps(push.steps, timeline.editions.schema);
  if (!read.ok) return refused(read.problems);
  const seen = await cameFirst(ctx, push);
  if (seen) return seen;
  return store.transaction(async (trx) => {
    const head = await lockHead(trx, document);
    if (!head) return refused([unknownDocument(document)]);
    // Another process, newer or older than this one, may have brought the document to its own schema.
    if (head.schema !== schema) return { ok: false, reason: 'reload', schema: head.schema };
    const isBase = base <= head.version && base >= 0 && Number.isInteger(base);
    if (!isBase && typeof mark !== 'string') return refused([noBase(head.version, base)]);
    const since = isBase && (await stepsFrom(trx, document, { version: base, mark }));
    if (!since) return { ok: false, reason: 'history' };
    const others = since.steps;
    const late = base < head.version ? new TooLate({ ok: false, reason: 'stale', steps: others }) : null;
    const isAll = base + others.length === head.version;
    const moved = late && isAll ? behind(push, read.value, others, timeline.editions.schema) : null;
    if (late && !moved) throw late;
    const steps = moved ?? read.value;

    const before = await timeline.head(trx, document, head);
    const applied = await applySteps(before.doc, steps);
    if (!applied.ok) return refused(applied.problems, late);
    if (late && isUnvouched(before.doc, applied.value, steps, others, timeline.editions.schema)) throw late;
    const { purpose, entities } = push;
    const accepted = await acceptSteps(ctx, trx, {
      head,
      before,
      doc: applied.value,
      steps,
      client,
      purpose,
      entities,
    });
    if (!accepted.ok) return refused(accepted.problems, late);
    if (!late) return accepted.value;
    const own = markedSteps({ before: head.mark, client, schema, steps: steps.map(({ json }) => json) });
    const sent = own.map(({ json, mark }) => ({ client, schema, mark, step: JSON.parse(json) as unknown }));
    return { ...accepted.value, steps: [...others, ...sent] };
  });
}

/** What a push brings, put behind the steps of others that came first; `null` where its sender has to do that, or has sent it
 *  before. */
function behind(
  push: Push,
  steps: readonly ReadStep[],
  others: readonly SentStep[],
  schema: Schema,
): readonly ReadStep[] | null {
  if (!isMovableBehind(push, others)) return null;
  const placed = placedBehind(
    withContinued(
      steps.map(({ step }) => step),
      push.continued ?? [],
    ),
    others.map(({ step }) => stepFrom(schema, step)),
  );
  return placed?.map((step) => ({ step, json: JSON.stringify(step.toJSON()) })) ?? null;
}

/** True where steps that were put behind those of others may leave a state that nobody set. */
function isUnvouched(
  head: Node,
  doc: Node,
  steps: readonly ReadStep[],
  others: readonly SentStep[],
  schema: Schema,
): boolean {
  const before = others.map(({ step }) => stepFrom(schema, step));
  return meetsJudged(
    head,
    doc,
    steps.map(({ step }) => step),
    before,
  );
}

/** So many steps of others a push is put behind here: reading them keeps the document. */
const MOST_OTHERS = 500;

function isMovableBehind({ client, schema, isMovable }: Push, others: readonly SentStep[]): boolean {
  if (!isMovable || others.length > MOST_OTHERS) return false;
  return others.every((step) => step.client !== client && step.schema === schema);
}

/** The answer to a push that others came before, found without a lock: a transaction that locks the head ends with a wait for the
 *  disk, whatever it found. `null` where the push has to be looked at under the lock. */
async function cameFirst({ store }: Context, push: Push): Promise<Outcome | null> {
  const { document, base, mark, schema } = push;
  if (base < 0 || !Number.isInteger(base)) return null;
  const since = await stepsFrom(store.db, document, { version: base, mark });
  if (!since || since.steps.length === 0 || since.steps.some((step) => step.schema !== schema)) return null;
  if (isMovableBehind(push, since.steps)) return null;
  return { ok: false, reason: 'stale', steps: since.steps };
}

/** Others came first between the look and the lock: what the transaction locked is let go without a commit. */
class TooLate extends Error {
  readonly answer: Extract<PushAnswer, { readonly reason: 'stale' }>;

  constructor(answer: TooLate['answer']) {
    super('Others came first');
    this.answer = answer;
  }
}

/** Refused; but what was put behind the steps of others is given back to its sender, who may have a better way. */
function refused(problems: readonly Problem[], late: TooLate | null = null): Outcome {
  if (late) throw late;
  return { ok: false, reason: 'refused', problems };
}

function unknownDocument(id: string): Problem {
  const message = `There is no document "${id}". It may have been removed; copy what you typed and open another.`;
  return { rule: 'unknown-document', message, element: id };
}

function noBase(head: number, base: number): Problem {
  const message = `The push builds on version ${base}, but the document has the versions 0 to ${head}. Open it again.`;
  return { rule: 'push-base', message, values: { base, head } };
}
