import { history, redo, undo } from 'prosemirror-history';
import type { Node } from 'prosemirror-model';
import { EditorState, type Transaction } from 'prosemirror-state';
import { alignmentStates } from '../../../shared/core/alignment.ts';
import { type Bead, realign } from '../../../shared/doc/edit/realign.ts';
import { confirmAbove, insertRow, leaveOut, removeRow, setAlignment } from '../../../shared/doc/edit/row.ts';
import { setAttributes } from '../../../shared/doc/edit/seam.ts';
import { closeUp, pullSentence, pushSentence } from '../../../shared/doc/edit/sentence.ts';
import { shiftSide } from '../../../shared/doc/edit/shift.ts';
import { mergeSide, moveRenderingBorder, moveSourceBorder, splitSide } from '../../../shared/doc/edit/side.ts';
import { mergeSegments, moveBoundary, splitSegment } from '../../../shared/doc/edit/structure.ts';
import { brokenLaws } from '../../../shared/doc/model/law.ts';
import { linksFor } from '../../../shared/doc/model/links.ts';
import { anchors, mentions, type Segment, segments } from '../../../shared/doc/model/read.ts';
import type { SourceText } from '../../../shared/doc/model/source.ts';
import { fewSegments } from '../simulation/beginning.ts';
import { type Chance, chance } from '../simulation/chance.ts';

const sides = ['persian', 'english'] as const;

/** Restructures one document `count` times at random, undoing and redoing now and then, and throws as soon as a law is broken
 *  or anything typed, marked or linked is lost. Gives how many of them changed something. */
export function restructure(seed: number, count: number): number {
  const dice = chance(seed);
  const { doc, source } = fewSegments();
  let state = EditorState.create({ doc: linked(doc), plugins: [history({ newGroupDelay: 0 })] });
  const before = kept(state.doc);
  let [ids, changes] = [0, 0];
  for (let made = 0; made < count; made++) {
    const tr = chosen(state, source, dice, () => `n${++ids}`);
    if (!tr?.docChanged) continue;
    const last = state.doc;
    state = state.apply(tr);
    changes += 1;
    const broken = brokenLaws(state.doc, source, last);
    if (broken.length > 0) throw new Error(`Seed ${seed}, change ${made}: ${broken[0]?.message}`);
    const now = kept(state.doc);
    for (const name of ['english', 'mentions', 'links'] as const) {
      if (now[name] !== before[name])
        throw new Error(`Seed ${seed}, change ${made}: ${name} were\n${before[name]}\nand are\n${now[name]}`);
    }
  }
  return changes;
}

/** `doc` with word links in every row that has English. */
function linked(doc: Node): Node {
  const { tr } = EditorState.create({ doc });
  for (const { pos, from, to, text } of segments(doc)) {
    const pairs = [{ source: { from, to }, rendering: { from: 0, to: text.length }, sure: true }];
    if (text !== '') setAttributes(tr, pos, { links: linksFor(text, pairs) });
  }
  return tr.doc;
}

/** What no restructuring may change: the English in its order, white space apart; what is marked of it and as what; and the
 *  links as they were made. */
function kept(doc: Node) {
  const all = segments(doc);
  const marked = new Map(mentions(doc).map(({ id, label, state }) => [id, `${label} ${state} `]));
  for (const { node, text } of all) {
    for (const [id, ranges] of anchors(node)) {
      const words = ranges.map(({ from, to }) => packed(text.slice(from, to))).join('');
      marked.set(id, `${marked.get(id)}${words}`);
    }
  }
  return {
    english: all.map(({ text }) => packed(text)).join(''),
    mentions: [...marked].sort(([a], [b]) => (a < b ? -1 : 1)).join('\n'),
    links: linkedWords(all),
  };
}

/** Where the Persian begins that links were made for. */
function linkedWords(all: readonly Segment[]): string {
  const starts = all.flatMap(({ links }) =>
    (links ?? []).flatMap(({ pairs }) => pairs.map(({ source }) => source.from)),
  );
  return [...new Set(starts)].sort((a, b) => a - b).join(' ');
}

function chosen(state: EditorState, source: SourceText, dice: Chance, newId: () => string): Transaction | null {
  const { tr } = state;
  const all = segments(state.doc);
  const row = dice.of(all);
  if (!row) return null;
  const { id, from, to, text } = row;
  const inSource = from + dice.below(to - from + 1);
  const inText = dice.below(text.length + 1);
  const side = dice.of(sides) ?? 'english';
  const moves: readonly (() => unknown)[] = [
    () => splitSegment(tr, id, { source: inSource, rendering: inText }, newId(), source),
    () => mergeSegments(tr, id, source),
    () => moveBoundary(tr, id, from + dice.below(40), source),
    () => moveRenderingBorder(tr, id, dice.below(30) - 15),
    () => moveSourceBorder(tr, id, from + dice.below(40), source),
    () => mergeSide(tr, id, side, source),
    () => splitSide(tr, id, side, side === 'english' ? inText : inSource, newId(), source),
    () => shiftSide(tr, id, side, dice.of(['down', 'up']) ?? 'down', newId()),
    () => pushSentence(tr, id, side, newId(), source),
    () => pullSentence(tr, id, side, source),
    () => closeUp(tr, id, side, newId(), source),
    () => insertRow(tr, id, dice.of(['before', 'after']) ?? 'after', newId()),
    () => removeRow(tr, id),
    () => leaveOut(tr, id, !row.leftOut),
    () => setAlignment(tr, id, dice.of(alignmentStates) ?? 'review'),
    () => dice.once(8) && confirmAbove(tr, id),
    () => dealAgain(tr, all.slice(row.index, row.index + 1 + dice.below(4)), dice, newId, source),
  ];
  if (dice.once(5)) return replayed(state, dice.once(3) ? redo : undo);
  dice.of(moves)?.();
  return tr;
}

/** Deals the English of some rows out anew: the words change rows at random. */
function dealAgain(
  tr: Transaction,
  rows: readonly Segment[],
  dice: Chance,
  newId: () => string,
  source: SourceText,
): void {
  const words = rows.flatMap(({ text }) => text.split(/\s+/u).filter((word) => word !== ''));
  const beads: Bead[] = rows.map(({ from, to }, index) => {
    const count = index === rows.length - 1 ? words.length : dice.below(words.length + 1);
    return { from, to, english: words.splice(0, count).join(' '), score: 0.5 };
  });
  realign(tr, rows[0]?.id ?? '', rows.at(-1)?.id ?? '', beads, newId, source);
}

function replayed(state: EditorState, command: typeof undo): Transaction | null {
  let made: Transaction | null = null;
  command(state, (tr) => {
    made = tr;
  });
  return made;
}

function packed(text: string): string {
  return text.replace(/\s+/gu, '');
}
