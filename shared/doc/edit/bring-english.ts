import { Fragment, Slice } from 'prosemirror-model';
import { ReplaceStep, type Transform } from 'prosemirror-transform';
import { keepPaged } from '../model/paging.ts';
import { type Segment, segmentAt, segments } from '../model/read.ts';
import { isRendering } from '../model/rendering-text.ts';
import { schema } from '../model/schema.ts';
import { setAttributes } from './seam.ts';
import { joinNeighbours } from './structure.ts';

/** English that is brought to a document: the ids of the rows that it renders, which stand in one paragraph, none for English
 *  that stands alone; `''` where they have none; and how sure the aligner is, from 0 to 1, `null` where nobody had to guess. */
export interface BroughtEnglish {
  readonly rows: readonly string[];
  readonly english: string;
  readonly score: number | null;
}

/**
 * Gives the rows of a document that has no English the one that exists: rows that one stretch of it renders together become
 * one, English without Persian gets a row of its own behind the Persian before it, and all of them are automatic. Kinds,
 * mentions and left-out rows without English stay. Each row is written by small steps, so that what others do to it
 * meanwhile is not in the way.
 * Refused when a row has English already, when the rows are not there in that order, or when a text may be no rendering.
 */
export function bringEnglish(tr: Transform, brought: readonly BroughtEnglish[], newId: () => string): boolean {
  const all = segments(tr.doc);
  const byId = new Map(all.map((segment) => [segment.id, segment]));
  const groups = brought.map(({ rows }) => rows.flatMap((id) => byId.get(id) ?? []));
  const order = groups.flat().map(({ index }) => index);
  const isThere = groups.every((group, index) => group.length === brought[index]?.rows.length);
  const isInOrder = order.every((place, index) => index === 0 || place > (order[index - 1] ?? 0));
  if (!isThere || !isInOrder || all.some(({ text }) => text !== '')) return false;
  if (!brought.every(({ english }) => isRendering(english))) return false;

  const ends = endsOf(groups, all);
  const steps = tr.steps.length;
  // From the last to the first, so that the positions of those still to come stay.
  for (let index = brought.length - 1; index >= 0; index--) {
    const [part, group, end] = [brought[index], groups[index], ends[index]];
    if (!part || !group || !end) continue;
    if (group.length === 0) insertAlone(tr, end, part, newId());
    else write(tr, group, part);
  }
  keepPaged(tr);
  return tr.steps.length > steps;
}

/** A position between two segments, and the offset of the source that is reached there. */
interface Place {
  readonly pos: number;
  readonly offset: number;
}

/** Where each group ends, or where English that stands alone goes. */
function endsOf(groups: readonly (readonly Segment[])[], [first]: readonly Segment[]): readonly Place[] {
  let reached: Place = { pos: first?.pos ?? 1, offset: first?.from ?? 0 };
  return groups.map((group) => {
    const last = group.at(-1);
    if (last) reached = { pos: last.pos + last.node.nodeSize, offset: last.to };
    return reached;
  });
}

function insertAlone(tr: Transform, { pos, offset }: Place, { english, score }: BroughtEnglish, id: string): void {
  if (english === '') return;
  const row = schema.node(
    'segment',
    { id, from: offset, to: offset, status: 'draft', origin: 'imported', alignment: { state: 'automatic', score } },
    schema.text(english),
  );
  tr.step(new ReplaceStep(pos, pos, new Slice(Fragment.from(row), 0, 0)));
}

function write(tr: Transform, group: readonly Segment[], { english, score }: BroughtEnglish): void {
  for (let index = group.length - 1; index > 0; index--) {
    const [left, right] = [group[index - 1], segmentAt(tr.doc, (group[index]?.pos ?? 0) + 1)];
    if (left && right && left.index + 1 === group[index]?.index) joinNeighbours(tr, left, right);
  }
  const pos = group[0]?.pos ?? 0;
  if (english !== '') {
    tr.step(new ReplaceStep(pos + 1, pos + 1, new Slice(Fragment.from(schema.text(english)), 0, 0)));
    setAttributes(tr, pos, { status: 'draft', origin: 'imported', taken: null, leftOut: false });
  }
  setAttributes(tr, pos, { alignment: { state: 'automatic', score } });
}
