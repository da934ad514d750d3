import { closeHistory, history, redo, undo } from 'prosemirror-history';
import type { Node } from 'prosemirror-model';
import { EditorState, type Transaction } from 'prosemirror-state';
import type { Span } from '../../../shared/core/span.ts';
import { correctSource, joinParagraphs, partParagraph } from '../../../shared/doc/edit/correct.ts';
import { setAttributes } from '../../../shared/doc/edit/seam.ts';
import { mergeSide, moveSourceBorder } from '../../../shared/doc/edit/side.ts';
import { mergeSegments, moveBoundary, splitSegment } from '../../../shared/doc/edit/structure.ts';
import { CorrectionStep, withSource } from '../../../shared/doc/model/correction-step.ts';
import { brokenLaws } from '../../../shared/doc/model/law.ts';
import { linksFor } from '../../../shared/doc/model/links.ts';
import { mentions, segments } from '../../../shared/doc/model/read.ts';
import { type SourceText, sourceOf } from '../../../shared/doc/model/source.ts';
import { keepOffsets } from '../../../shared/doc/model/sourced-step.ts';
import { fewSegments } from '../simulation/beginning.ts';
import { type Chance, chance } from '../simulation/chance.ts';
import { misspelt } from '../simulation/edit.ts';

/** What a run of random corrections came to. */
export interface Corrected {
  readonly corrections: number;
  readonly undone: number;
}

/** Corrects one document `count` times at random, between restructurings, undoing and redoing now and then. Throws as soon as a
 *  law is broken, a name or a link reads otherwise though nothing in it was corrected, or an undo gives another document
 *  back than there was. */
export function correct(seed: number, count: number): Corrected {
  const dice = chance(seed);
  const { doc, source } = fewSegments();
  let state = EditorState.create({
    doc: marked(withSource(doc, source.text)),
    plugins: [history({ newGroupDelay: 0 })],
  });
  const past: Node[] = [];
  let [ids, corrections, undone] = [0, 0, 0];
  for (let made = 0; made < count; made++) {
    const back = dice.once(5);
    const tr = back ? replayed(state, undo) : chosen(state, source, dice, () => `n${++ids}`);
    if (!tr?.docChanged) continue;
    const before = state.doc;
    keepOffsets(tr);
    state = state.apply(back ? tr : closeHistory(tr));
    const where = `Seed ${seed}, change ${made}`;
    const broken = brokenLaws(state.doc, source);
    if (broken.length > 0) throw new Error(`${where}: ${broken[0]?.message}`);
    if (back) {
      const was = past.pop();
      if (!was?.eq(state.doc)) throw new Error(`${where}: undo gives another document back`);
      undone += 1;
      const again = replayed(state, redo);
      if (!again || !state.apply(again).doc.eq(before)) throw new Error(`${where}: redo gives another document`);
      continue;
    }
    past.push(before);
    for (const [index, step] of tr.steps.entries()) {
      if (!(step instanceof CorrectionStep)) continue;
      corrections += 1;
      checkReadings(tr.docs[index] as Node, tr.docs[index + 1] ?? tr.doc, step, source, where);
    }
  }
  return { corrections, undone };
}

/** Names and links read what they read before, as far as the correction left it standing. */
function checkReadings(before: Node, after: Node, step: CorrectionStep, source: SourceText, where: string): void {
  const [was, is] = [sourceOf(before, source).text, sourceOf(after, source).text];
  const [then, now] = [readings(before), readings(after)];
  for (const [id, span] of then) {
    const moved = now.get(id);
    const inFront = was.slice(span.from, Math.min(span.to, step.from));
    const behind = was.slice(Math.max(span.from, step.to), span.to);
    const isTouched = span.from < step.to && span.to > step.from;
    const reads = moved ? is.slice(moved.from, moved.to) : '';
    const isSame = isTouched
      ? reads.startsWith(inFront) && reads.endsWith(behind)
      : step.from > span.from && step.from < span.to
        ? reads === inFront + step.text + behind
        : reads === was.slice(span.from, span.to);
    if (!isSame) throw new Error(`${where}: ${id} reads "${reads}", and did "${was.slice(span.from, span.to)}"`);
  }
}

/** The ranges of the source that names and links have, by what has them. */
function readings(doc: Node): ReadonlyMap<string, Span> {
  const found = new Map<string, Span>();
  for (const { id, from, to } of mentions(doc))
    if (from !== null && to !== null) found.set(`mention ${id}`, { from, to });
  for (const { id, links } of segments(doc)) {
    for (const [layer, { pairs }] of (links ?? []).entries())
      for (const [at, pair] of pairs.entries()) found.set(`link ${id} ${layer} ${at}`, pair.source);
  }
  return found;
}

/** `doc` with a link for every word of the rows that have English. */
function marked(doc: Node): Node {
  const { tr } = EditorState.create({ doc });
  const text = doc.attrs.source as string;
  for (const { pos, from, to, text: rendering } of segments(doc)) {
    const words = [...text.slice(from, to).matchAll(/\p{L}+/gu)];
    const pairs = words.map(({ index, 0: word }) => ({
      source: { from: from + index, to: from + index + word.length },
      rendering: { from: 0, to: rendering.length },
      sure: true,
    }));
    if (rendering !== '') setAttributes(tr, pos, { links: linksFor(rendering, pairs) });
  }
  return tr.doc;
}

function chosen(state: EditorState, original: SourceText, dice: Chance, newId: () => string): Transaction | null {
  const { tr } = state;
  const source = sourceOf(state.doc, original);
  const row = dice.of(segments(state.doc));
  if (!row) return null;
  const { id, from, to, text } = row;
  const inSource = from + dice.below(to - from + 1);
  const place = { source: inSource, rendering: dice.below(text.length + 1) };
  const moves: readonly (() => unknown)[] = [
    () => splitSegment(tr, id, place, newId(), source),
    () => mergeSegments(tr, id, source),
    () => moveBoundary(tr, id, from + dice.below(40), source),
    () => moveSourceBorder(tr, id, from + dice.below(40), source),
    () => mergeSide(tr, id, 'persian', source),
    () => joinParagraphs(tr, id, source),
    () => partParagraph(tr, id, place, newId(), source),
  ];
  if (dice.once(2)) correctSource(tr, id, misspelt(source.text.slice(from, to), dice), source);
  else dice.of(moves)?.();
  return tr;
}

function replayed(state: EditorState, command: typeof undo): Transaction | null {
  let made: Transaction | null = null;
  command(state, (tr) => {
    made = tr;
  });
  return made;
}
