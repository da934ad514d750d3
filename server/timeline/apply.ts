import { setImmediate as breath } from 'node:timers/promises';
import type { Node, Schema } from 'prosemirror-model';
import { AttrStep, DocAttrStep, type Step } from 'prosemirror-transform';
import type { Checked, Problem } from '../../shared/core/problem.ts';
import { stepFrom } from '../../shared/doc/model/link-step.ts';
import { schema as ours } from '../../shared/doc/model/schema.ts';

/** What one push may bring. */
export interface PushLimits {
  readonly steps: number;
  /** UTF-16 units of the JSON of the steps. */
  readonly size: number;
}
export const pushLimits: PushLimits = { steps: 20_000, size: 16_000_000 };

/** A step that is known to be well-formed, and the JSON to keep of it. */
export interface ReadStep {
  readonly step: Step;
  readonly json: string;
}

/** Steps from the JSON that a client sent; problems where it is more than the limits allow or no step of the schema. */
export function readSteps(
  sent: readonly unknown[],
  schema: Schema = ours,
  limits: PushLimits = pushLimits,
): Checked<readonly ReadStep[]> {
  if (sent.length > limits.steps) {
    const message = `A push brings at most ${limits.steps} steps, this one ${sent.length}; send them in several pushes.`;
    return refused({ rule: 'push-steps', message, values: { limit: limits.steps, found: sent.length } });
  }
  if (sent.length === 0) return refused({ rule: 'push-empty', message: 'The push brings no step; send at least one.' });
  const steps: ReadStep[] = [];
  let size = 0;
  for (const [index, value] of sent.entries()) {
    const read = readStep(value, schema);
    if (typeof read === 'string') return refused(malformed(index, read));
    size += read.json.length;
    if (size > limits.size) {
      const message = `A push is at most ${limits.size} characters long; send this one in several pushes.`;
      return refused({ rule: 'push-size', message, values: { limit: limits.size } });
    }
    steps.push(read);
  }
  return { ok: true, value: steps };
}

/** How long steps are applied before others are served, in milliseconds. */
const SLICE = 10;

/** `doc` after `steps`; a problem where one of them does not fit, leads out of the schema or is of a kind that no document
 *  is changed by. Others are served meanwhile. */
export async function applySteps(doc: Node, steps: readonly ReadStep[]): Promise<Checked<Node>> {
  let reached = doc;
  let since = performance.now();
  for (const [index, { step }] of steps.entries()) {
    if (performance.now() - since > SLICE) {
      await breath();
      since = performance.now();
    }
    try {
      // The source goes by corrections alone, which take the ranges in it along.
      if (step instanceof DocAttrStep) return refused(misfit(index, 'A document has no attribute to set'));
      if (step instanceof AttrStep && !hasAttribute(reached, step)) {
        return refused(misfit(index, `The node has no attribute "${step.attr}"`));
      }
      const result = step.apply(reached);
      if (!result.doc) return refused(misfit(index, result.failed ?? ''));
      checkChange(reached, result.doc);
      reached = result.doc;
    } catch (error) {
      return refused(misfit(index, reasonOf(error)));
    }
  }
  return { ok: true, value: reached };
}

/** False for a step that would set what no node of its kind has: it would stay in the log for ever and mean nothing. */
function hasAttribute(doc: Node, { pos, attr }: AttrStep): boolean {
  const node = pos >= 0 && pos <= doc.content.size ? doc.nodeAt(pos) : null;
  return node === null || Object.hasOwn(node.type.spec.attrs ?? {}, attr);
}

/** The step, or what is wrong with it. PostgreSQL keeps no text with U+0000 in it. */
function readStep(value: unknown, schema: Schema): ReadStep | string {
  try {
    const step = stepFrom(schema, value);
    const json = JSON.stringify(step.toJSON());
    return /(?<!\\)(?:\\\\)*\\u0000/.test(json) ? 'It holds the character U+0000.' : { step, json };
  } catch (error) {
    return reasonOf(error);
  }
}

/** Throws where `after` breaks the schema. What it shares with `before` has been checked. */
function checkChange(before: Node | null, after: Node): void {
  if (before === after) return;
  if (after.isTextblock || after.isLeaf || before?.type !== after.type) {
    after.check();
    return;
  }
  if (!after.type.validContent(after.content)) throw new RangeError(`Invalid content for node ${after.type.name}`);
  const was = before.children;
  const now = after.children;
  const shorter = Math.min(was.length, now.length);
  let start = 0;
  while (start < shorter && was[start] === now[start]) start += 1;
  let end = 0;
  while (end < shorter - start && was[was.length - 1 - end] === now[now.length - 1 - end]) end += 1;
  for (const [index, child] of now.slice(start, now.length - end).entries()) {
    checkChange(was.length === now.length ? (was[start + index] ?? null) : null, child);
  }
}

function malformed(index: number, why: string): Problem {
  const reason = told(why);
  const message = `Step ${index + 1} of the push is malformed: ${reason}`;
  return { rule: 'step-malformed', message, element: `step ${index + 1}`, values: { step: index + 1, reason } };
}

function misfit(index: number, why: string): Problem {
  const reason = told(why);
  const message = `Step ${index + 1} of the push does not fit the document: ${reason}`;
  return { rule: 'step-misfit', message, element: `step ${index + 1}`, values: { step: index + 1, reason } };
}

/** How much of a reason is told, in UTF-16 units: it quotes what was sent, which may be a megabyte. */
const LONGEST_REASON = 160;

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function told(reason: string): string {
  return reason.length > LONGEST_REASON ? `${reason.slice(0, LONGEST_REASON)}…` : reason;
}

function refused(problem: Problem): Checked<never> {
  return { ok: false, problems: [problem] };
}
