import type { Problem } from '../../../shared/core/problem.ts';
import { latestVersion } from '../../../shared/doc/model/migrations.ts';
import type { Push, PushAnswer } from '../../../shared/wire/push.ts';
import type { Context } from '../../context.ts';
import { lockHead } from '../../db/document.ts';
import { storageProblem } from '../../db/failure.ts';
import { stepsFrom } from '../../db/step.ts';
import { applySteps, readSteps } from '../../timeline/apply.ts';
import { type AcceptedHead, acceptSteps } from './accept.ts';

type Outcome = AcceptedHead | Exclude<PushAnswer, { readonly ok: true }>;

/** Adds steps to a document, all or none, in one transaction: when it says ok, they are on disk. */
export async function pushSteps(ctx: Context, push: Push): Promise<PushAnswer> {
  try {
    const outcome = await accept(ctx, push);
    if (!('held' in outcome)) return outcome;
    const { held, version, mark, isRegistryChanged } = outcome;
    ctx.timeline.accepted(held);
    return { ok: true, version, mark, ...(isRegistryChanged && { isRegistryChanged }) };
  } catch (error) {
    const problem = storageProblem(error);
    if (!problem) throw error;
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
  return store.transaction(async (trx) => {
    const head = await lockHead(trx, document);
    if (!head) return refused([unknownDocument(document)]);
    // Another process, newer or older than this one, may have brought the document to its own schema.
    if (head.schema !== schema) return { ok: false, reason: 'reload', schema: head.schema };
    const isBase = base <= head.version && base >= 0 && Number.isInteger(base);
    if (!isBase && typeof mark !== 'string') return refused([noBase(head.version, base)]);
    const since = isBase && (await stepsFrom(trx, document, { version: base, mark }));
    if (!since) return { ok: false, reason: 'history' };
    if (base < head.version) return { ok: false, reason: 'stale', steps: since.steps };

    const before = await timeline.head(trx, document, head);
    const applied = await applySteps(before.doc, read.value);
    if (!applied.ok) return refused(applied.problems);
    const { purpose, entities } = push;
    const made = { head, before, doc: applied.value, steps: read.value, client, purpose, entities };
    const accepted = await acceptSteps(ctx, trx, made);
    return accepted.ok ? accepted.value : refused(accepted.problems);
  });
}

function refused(problems: readonly Problem[]): Outcome {
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
