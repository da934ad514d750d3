import { Fragment, Mark, Slice } from 'prosemirror-model';
import { ReplaceStep, type Transform } from 'prosemirror-transform';
import type { Span } from '../../core/span.ts';
import { wordDiff } from '../../language/words/word-diff.ts';
import { schema } from '../model/schema.ts';
import { anchorsOver } from './typing.ts';

/** Makes the rendering text `before` that begins at the position `from` read `after`, word by word: only what differs is replaced,
 *  so that names inside stay marked. What is new takes the anchors around it and those that `names` gives for the positions that it
 *  replaces. */
export function writeWords(
  tr: Transform,
  from: number,
  { before, after }: { readonly before: string; readonly after: string },
  names: (from: number, to: number) => readonly Mark[],
): void {
  for (const change of replacements(before, after).toReversed()) {
    const [start, end] = [from + change.from, from + change.to];
    const marks = [...names(start, end), ...anchorsOver(tr.doc, start, end)].reduce(withMark, Mark.none);
    const insert = change.insert === '' ? Fragment.empty : Fragment.from(schema.text(change.insert, marks));
    tr.step(new ReplaceStep(start, end, new Slice(insert, 0, 0)));
  }
}

/** What makes `before` into `after`, word by word in order, as offsets of `before`. */
function replacements(before: string, after: string): readonly (Span & { readonly insert: string })[] {
  const found: { from: number; to: number; insert: string }[] = [];
  let at = 0;
  for (const { kind, text } of wordDiff(before, after)) {
    const last = found.at(-1);
    if (kind === 'removed') found.push({ from: at, to: at + text.length, insert: '' });
    else if (kind === 'added' && last?.to === at) last.insert = text;
    else if (kind === 'added') found.push({ from: at, to: at, insert: text });
    if (kind !== 'added') at += text.length;
  }
  return found;
}

function withMark(marks: readonly Mark[], mark: Mark): readonly Mark[] {
  return mark.addToSet(marks);
}
