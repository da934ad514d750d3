import fc from 'fast-check';
import type { Transform } from 'prosemirror-transform';
import { statuses } from '../../../shared/core/status.ts';
import { correctSource, joinParagraphs, partParagraph } from '../../../shared/doc/edit/correct.ts';
import { mergeSegments, moveBoundary, setKind, setStatus, splitSegment } from '../../../shared/doc/edit/structure.ts';
import { segmentByIndex, segmentCount } from '../../../shared/doc/model/read.ts';
import { schema } from '../../../shared/doc/model/schema.ts';
import { type SourceText, sourceOf } from '../../../shared/doc/model/source.ts';
import { typeInto } from '../writer.ts';

/** Something that a person does to a document; `at` and `to` choose the place and how far. */
export interface Edit {
  readonly act: (typeof acts)[number];
  readonly at: number;
  readonly to: number;
}

const acts = [
  'type',
  'erase',
  'split',
  'merge',
  'move',
  'status',
  'kind',
  'mention',
  'label',
  'forget',
  'anchor',
  'correct',
  'join',
  'part',
] as const;

export const edits: fc.Arbitrary<readonly Edit[]> = fc.array(
  fc.record({ act: fc.constantFrom(...acts), at: fc.nat(1_000), to: fc.nat(1_000) }),
  { minLength: 1, maxLength: 25 },
);

/** Does `edit` where it can be done. New ids are made of `nth`. */
export function perform(tr: Transform, { act, at, to }: Edit, nth: number, original: SourceText): void {
  const source = sourceOf(tr.doc, original);
  const index = at % segmentCount(tr.doc);
  const segment = segmentByIndex(tr.doc, index);
  const standoff = tr.doc.lastChild;
  if (!segment || !standoff) return;
  const { id, pos, text, from } = segment;
  const length = segment.to - from;
  const start = pos + 1 + (text.length === 0 ? 0 : to % text.length);
  const end = Math.min(pos + 1 + text.length, start + 1 + (at % 4));
  const inStandoff = tr.doc.content.size - 1;
  const mention = inStandoff - standoff.childCount + (standoff.childCount === 0 ? 0 : at % standoff.childCount);
  switch (act) {
    case 'type':
      typeInto(tr, index, `${to} `);
      return;
    case 'erase':
      if (text !== '') tr.delete(start, end);
      return;
    case 'split':
      splitSegment(tr, id, { source: from + (to % length), rendering: start - pos - 1 }, `new-${nth}`, source);
      return;
    case 'merge':
      mergeSegments(tr, id, source);
      return;
    case 'move':
      moveBoundary(tr, id, from + (to % (2 * length)), source);
      return;
    case 'status':
      setStatus(tr, id, statuses[to % statuses.length] ?? 'draft');
      return;
    case 'kind':
      setKind(tr, id, to % 2 === 0 ? 'lead' : 'sentence');
      return;
    case 'mention':
      tr.insert(
        inStandoff,
        schema.node('mention', { id: `m${nth}`, label: 'PER', from, to: from + 1 + (to % length) }),
      );
      return;
    case 'label':
      if (standoff.childCount > 0) tr.setNodeAttribute(mention, 'label', `L${to}`);
      return;
    case 'forget':
      if (standoff.childCount > 0) forget(tr, mention);
      return;
    case 'correct': {
      const persian = source.text.slice(from, segment.to);
      const cut = to % (length + 1);
      correctSource(tr, id, `${persian.slice(0, cut)}آن ${persian.slice(cut + (at % 5))}`, source);
      return;
    }
    case 'join':
      joinParagraphs(tr, id, source);
      return;
    case 'part':
      partParagraph(tr, id, { source: from + (to % (length + 1)), rendering: start - pos - 1 }, `new-${nth}`, source);
      return;
    case 'anchor':
      if (standoff.childCount > 0 && text !== '') tr.addMark(start, end, anchorOf(tr, mention));
  }
}

function anchorOf(tr: Transform, mention: number) {
  return schema.marks.anchor.create({ id: tr.doc.nodeAt(mention)?.attrs.id as string });
}

function forget(tr: Transform, mention: number): void {
  tr.removeMark(0, tr.doc.content.size - (tr.doc.lastChild?.nodeSize ?? 0), anchorOf(tr, mention));
  tr.delete(mention, mention + 1);
}
