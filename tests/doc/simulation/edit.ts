import { redo, undo } from 'prosemirror-history';
import { Fragment, type Node, Slice } from 'prosemirror-model';
import type { EditorState, Transaction } from 'prosemirror-state';
import { ReplaceStep } from 'prosemirror-transform';
import { alignmentStates } from '../../../shared/core/alignment.ts';
import { kinds } from '../../../shared/core/outline.ts';
import { statuses } from '../../../shared/core/status.ts';
import { correctSource, joinParagraphs, partParagraph } from '../../../shared/doc/edit/correct.ts';
import { joinWords, type PickedWords, takeApart } from '../../../shared/doc/edit/link.ts';
import { type Bead, realign } from '../../../shared/doc/edit/realign.ts';
import { clearRendering, copySource, setRendering } from '../../../shared/doc/edit/rendering.ts';
import { confirmAbove, insertRow, leaveOut, removeRow, setAlignment } from '../../../shared/doc/edit/row.ts';
import { setAttributes } from '../../../shared/doc/edit/seam.ts';
import { closeUp, pullSentence, pushSentence } from '../../../shared/doc/edit/sentence.ts';
import { shiftSide } from '../../../shared/doc/edit/shift.ts';
import { mergeSide, moveRenderingBorder, moveSourceBorder, splitSide } from '../../../shared/doc/edit/side.ts';
import { mergeSegments, moveBoundary, setKind, setStatus, splitSegment } from '../../../shared/doc/edit/structure.ts';
import { restoreDocument, restoreSegment } from '../../../shared/doc/merge/restore.ts';
import { linksFor } from '../../../shared/doc/model/links.ts';
import {
  anchors,
  mentions,
  type Segment,
  segmentByIndex,
  segmentCount,
  segments,
} from '../../../shared/doc/model/read.ts';
import { schema } from '../../../shared/doc/model/schema.ts';
import { type SourceText, sourceOf } from '../../../shared/doc/model/source.ts';
import { graphemes } from '../../../shared/language/characters/grapheme.ts';
import type { Chance } from './chance.ts';

/** What the people of a simulation have around them. */
export interface Surroundings {
  readonly chance: Chance;
  readonly source: SourceText;
  readonly newId: () => string;
  /** A character that nobody typed before. */
  readonly newCharacter: () => string;
  /** A document that was a version once, to restore from. */
  readonly oldVersion: Node;
}

const weights = {
  type: 30,
  erase: 8,
  rewrite: 4,
  clear: 1,
  copy: 1,
  status: 5,
  kind: 2,
  split: 10,
  merge: 10,
  move: 8,
  link: 2,
  joinWords: 3,
  takeApart: 2,
  mention: 4,
  forget: 2,
  resize: 2,
  undo: 8,
  redo: 4,
  insertRow: 4,
  removeRow: 3,
  leaveOut: 3,
  align: 2,
  confirmAbove: 1,
  mergeSide: 5,
  splitSide: 5,
  moveRendering: 6,
  moveSource: 5,
  shift: 4,
  push: 3,
  pull: 3,
  closeUp: 2,
  realign: 3,
  correct: 12,
  joinParagraphs: 3,
  partParagraph: 3,
  restoreSegment: 3,
  restoreDocument: 1,
};

const sides = ['persian', 'english'] as const;

/** Something that a person may do, as a transaction; `null` when what chance chose cannot be done here. */
export function randomEdit(state: EditorState, around: Surroundings): Transaction | null {
  const { chance } = around;
  const { tr } = state;
  const source = sourceOf(tr.doc, around.source);
  const segment = segmentByIndex(tr.doc, chance.below(segmentCount(tr.doc))) as Segment;
  const inSource = segment.from + chance.below(segment.to - segment.from + 1);
  const inRendering = placeIn(segment.text, chance.below(segment.text.length + 1));
  const further = placeIn(segment.text, Math.min(segment.text.length, inRendering + 1 + chance.below(5)));
  switch (chance.weighted(weights)) {
    case 'undo':
      return fromHistory(state, undo);
    case 'redo':
      return fromHistory(state, redo);
    case 'type':
      tr.insertText(typed(around), segment.pos + 1 + inRendering);
      break;
    case 'erase':
      tr.delete(segment.pos + 1 + inRendering, segment.pos + 1 + further);
      break;
    case 'rewrite':
      setRendering(tr, segment.id, segment.text.slice(0, inRendering) + typed(around) + segment.text.slice(further));
      break;
    case 'clear':
      clearRendering(tr, segment.id);
      break;
    case 'copy':
      copySource(tr, segment.id, source);
      break;
    case 'status':
      setStatus(tr, segment.id, chance.of(statuses) ?? 'draft');
      break;
    case 'kind':
      setKind(tr, segment.id, chance.of(kinds) ?? 'lead');
      break;
    case 'split':
      splitSegment(tr, segment.id, { source: inSource, rendering: inRendering }, around.newId(), source);
      break;
    case 'merge':
      mergeSegments(tr, segment.id, source);
      break;
    case 'move':
      moveBoundary(tr, segment.id, segment.from + chance.below(60), source);
      break;
    case 'correct':
      correctSource(tr, segment.id, misspelt(source.text.slice(segment.from, segment.to), chance), source);
      break;
    case 'joinParagraphs':
      joinParagraphs(tr, segment.id, source);
      break;
    case 'partParagraph':
      partParagraph(tr, segment.id, { source: inSource, rendering: inRendering }, around.newId(), source);
      break;
    case 'insertRow':
      insertRow(tr, segment.id, chance.of(['before', 'after']) ?? 'after', around.newId());
      break;
    case 'removeRow':
      removeRow(tr, segment.id);
      break;
    case 'leaveOut':
      leaveOut(tr, segment.id, !segment.leftOut);
      break;
    case 'align':
      setAlignment(tr, segment.id, chance.of(alignmentStates) ?? 'review');
      break;
    case 'confirmAbove':
      confirmAbove(tr, segment.id);
      break;
    case 'mergeSide':
      mergeSide(tr, segment.id, chance.of(sides) ?? 'english', source);
      break;
    case 'splitSide': {
      const side = chance.of(sides) ?? 'english';
      splitSide(tr, segment.id, side, side === 'english' ? inRendering : inSource, around.newId(), source);
      break;
    }
    case 'moveRendering':
      moveRenderingBorder(tr, segment.id, chance.below(12) - 6);
      break;
    case 'moveSource':
      moveSourceBorder(tr, segment.id, segment.from + chance.below(60), source);
      break;
    case 'shift':
      shiftSide(tr, segment.id, chance.of(sides) ?? 'english', chance.of(['down', 'up']) ?? 'down', around.newId());
      break;
    case 'push':
      pushSentence(tr, segment.id, chance.of(sides) ?? 'english', around.newId(), source);
      break;
    case 'pull':
      pullSentence(tr, segment.id, chance.of(sides) ?? 'english', source);
      break;
    case 'closeUp':
      closeUp(tr, segment.id, chance.of(sides) ?? 'english', around.newId(), source);
      break;
    case 'realign':
      dealAgain(tr, segments(tr.doc).slice(segment.index, segment.index + 2 + chance.below(3)), around, source);
      break;
    case 'link':
      link(tr, segment);
      break;
    case 'joinWords':
      joinWords(tr, segment.id, someWords(segment, chance), chance.once(2));
      break;
    case 'takeApart':
      takeApart(tr, segment.id, someWords(segment, chance));
      break;
    case 'mention':
      markMention(tr, segment, around);
      break;
    case 'forget':
      forgetMention(tr, chance);
      break;
    case 'resize':
      resizeMention(tr, chance, source);
      break;
    case 'restoreSegment':
      restoreSegment(tr, around.oldVersion, chance.of(segments(around.oldVersion))?.id ?? '', source);
      break;
    case 'restoreDocument':
      restoreDocument(tr, around.oldVersion, source);
      break;
  }
  return tr.docChanged ? tr : null;
}

/** Deals the English of some rows out anew, between words that chance chooses. */
function dealAgain(
  tr: Transaction,
  rows: readonly Segment[],
  { chance, newId }: Surroundings,
  source: SourceText,
): void {
  const words = rows.flatMap(({ text }) => text.split(/\s+/u).filter((word) => word !== ''));
  const beads: Bead[] = rows.map(({ from, to }, index) => {
    const count = index === rows.length - 1 ? words.length : chance.below(words.length + 1);
    return { from, to, english: words.splice(0, count).join(' '), score: 0.5 };
  });
  realign(tr, rows[0]?.id ?? '', rows.at(-1)?.id ?? '', beads, newId, source);
}

/** `text` with some letters of it replaced, taken away or put in; now and then all of it goes. */
export function misspelt(text: string, chance: Chance): string {
  let written = text;
  for (let change = 0; change <= chance.below(3); change++) {
    const from = placeIn(written, chance.below(written.length + 1));
    const to = placeIn(written, Math.min(written.length, from + chance.below(4)));
    const letters = Array.from({ length: chance.below(4) }, () => chance.of(['ا', 'ب', 'م', 'ی', ' ', '\u200c', '😀']));
    written = written.slice(0, from) + letters.join('') + written.slice(to);
  }
  return chance.once(30) ? '' : written;
}

function placeIn(text: string, offset: number): number {
  return graphemes(text).floor(offset);
}

function typed({ chance, newCharacter }: Surroundings): string {
  const text = Array.from({ length: 1 + chance.below(3) }, newCharacter).join('');
  return chance.once(4) ? `${text} ` : text;
}

function fromHistory(state: EditorState, command: typeof undo): Transaction | null {
  let made: Transaction | null = null;
  command(state, (tr) => {
    made = tr;
  });
  return made;
}

function link(tr: Transaction, segment: Segment): void {
  if (segment.text === '') return;
  const half = segment.text.length >> 1;
  const middle = (segment.from + segment.to) >> 1;
  const pairs = [
    { source: { from: segment.from, to: middle }, rendering: { from: 0, to: half }, sure: true },
    { source: { from: middle, to: segment.to }, rendering: { from: half, to: segment.text.length }, sure: false },
  ];
  setAttributes(tr, segment.pos, { links: linksFor(segment.text, pairs) });
}

/** A stretch of each side of a row. */
function someWords({ from, to, text }: Segment, chance: Chance): PickedWords {
  const stretch = (length: number, start: number) => {
    const first = chance.below(length + 1);
    return { from: start + first, to: start + Math.min(length, first + 1 + chance.below(5)) };
  };
  return { source: [stretch(to - from, from)], rendering: [stretch(text.length, 0)] };
}

function markMention(tr: Transaction, segment: Segment, { chance, newId }: Surroundings): void {
  const id = newId();
  const from = placeIn(segment.text, chance.below(segment.text.length));
  const to = placeIn(segment.text, Math.min(segment.text.length, from + 1 + chance.below(6)));
  if (from < to) tr.addMark(segment.pos + 1 + from, segment.pos + 1 + to, schema.marks.anchor.create({ id }));
  const mention = schema.node('mention', { id, from: segment.from, to: segment.to, label: 'PER' });
  const end = tr.doc.content.size - 1;
  tr.step(new ReplaceStep(end, end, new Slice(Fragment.from(mention), 0, 0)));
}

function forgetMention(tr: Transaction, chance: Chance): void {
  const all = mentions(tr.doc);
  const index = chance.below(all.length);
  const mention = all[index];
  if (!mention) return;
  const pos = tr.doc.content.size - 1 - all.length + index;
  tr.step(new ReplaceStep(pos, pos + 1, Slice.empty));
  for (const segment of segments(tr.doc)) {
    for (const { from, to } of anchors(segment.node).get(mention.id) ?? []) {
      tr.removeMark(segment.pos + 1 + from, segment.pos + 1 + to, schema.marks.anchor.create({ id: mention.id }));
    }
  }
}

function resizeMention(tr: Transaction, chance: Chance, source: SourceText): void {
  const all = mentions(tr.doc);
  const index = chance.below(all.length);
  const { from, to } = all[index] ?? { from: null, to: null };
  if (from === null || to === null) return;
  const pos = tr.doc.content.size - 1 - all.length + index;
  if (chance.once(2)) setAttributes(tr, pos, { from: placeIn(source.text, chance.below(to)) });
  else setAttributes(tr, pos, { to: graphemes(source.text).ceil(from + 1 + chance.below(source.text.length - from)) });
}
