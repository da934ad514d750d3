import type { Node } from 'prosemirror-model';
import type { Transform } from 'prosemirror-transform';
import type { Kind } from '../../core/outline.ts';
import type { Span } from '../../core/span.ts';
import { isPlace, needsSegment, paragraphAt } from '../model/law.ts';
import { keepPaged } from '../model/paging.ts';
import { type Segment, segmentAt, segmentById, segments } from '../model/read.ts';
import type { Links } from '../model/schema.ts';
import type { SourceText } from '../model/source.ts';
import { standingOf } from '../model/standing.ts';
import { closeSeam, needsSpace, openSeam, setAttributes } from './seam.ts';

/** What an aligner pairs: a range of the whole source, of no width for English without Persian, and the English, `''` for
 *  Persian without; `score` from 0 to 1 tells how sure it is. */
export interface Bead extends Span {
  readonly english: string;
  readonly score: number;
  readonly kind?: Kind;
}

/**
 * Aligns the rows from `first` to `last` again: what they hold is dealt out as `beads` say, in order. A row that a bead repeats
 * keeps all that is said of it, its score apart; where rows are made anew, they keep the ids, the English with its mentions,
 * and the links as far as they go, and are automatic. Confirmed rows are fixed points: they must lie outside.
 * Refused when there are no such rows, one of them is confirmed, the beads hold other Persian or other English than the rows
 * do (white space apart), or nothing would change.
 */
export function realign(
  tr: Transform,
  first: string,
  last: string,
  beads: readonly Bead[],
  newId: () => string,
  source: SourceText,
): boolean {
  const all = segments(tr.doc);
  const start = all.findIndex(({ id }) => id === first);
  const end = all.findIndex(({ id }) => id === last);
  const rows = start < 0 || end < start ? [] : all.slice(start, end + 1);
  if (rows.length === 0 || rows.some(({ alignment }) => alignment?.state === 'confirmed')) return false;
  if (!isSame(rows, beads) || !isTiling(beads, source)) return false;
  const steps = tr.steps.length;
  for (const run of stretches(rows, beads).toReversed()) dealOut(tr, run, newId);
  keepPaged(tr);
  return tr.steps.length > steps;
}

/** The Persian and the English of rows, told as far as it must stay: where the Persian begins and ends, and the words. */
function isSame(rows: readonly Segment[], beads: readonly Bead[]): boolean {
  const ends = (spans: readonly Span[]) => {
    const wide = spans.filter(({ from, to }) => from < to);
    return `${wide.at(0)?.from}-${wide.at(-1)?.to}`;
  };
  const english = (texts: readonly string[]) => texts.map(packed).join('');
  return (
    ends(rows) === ends(beads) && english(rows.map(({ text }) => text)) === english(beads.map((bead) => bead.english))
  );
}

/** True when the ranges of `beads` follow each other, each in one paragraph, and leave no word out. */
function isTiling(beads: readonly Bead[], { text, paragraphs }: SourceText): boolean {
  let end: number | null = null;
  for (const { from, to } of beads) {
    const paragraph = paragraphs[paragraphAt(paragraphs, from)];
    if (from > to || !paragraph || to > paragraph.to || !isPlace(text, from) || !isPlace(text, to)) return false;
    if (end !== null && (from < end || needsSegment(text.slice(end, from)))) return false;
    end = to;
  }
  return beads.length > 0;
}

interface Stretch {
  readonly rows: readonly Segment[];
  readonly beads: readonly Bead[];
}

/** The shortest stretches of rows and beads that hold the same on both sides. */
function stretches(rows: readonly Segment[], beads: readonly Bead[]): readonly Stretch[] {
  const rowMarks = marks(rows.map(({ from, to, text }) => ({ from, to, english: text })));
  const beadMarks = marks(beads);
  const found: Stretch[] = [];
  let [row, bead] = [0, 0];
  for (let index = 1; index <= rows.length; index++) {
    const met = index === rows.length ? beads.length : beadMarks.indexOf(rowMarks[index] ?? '', bead + 1);
    if (met < 0 || (met === beads.length && index < rows.length)) continue;
    found.push({ rows: rows.slice(row, index), beads: beads.slice(bead, met) });
    [row, bead] = [index, met];
  }
  return found;
}

/** How far the Persian and the English have come before each of `parts`, and behind the last. */
function marks(parts: readonly (Span & { readonly english: string })[]): readonly string[] {
  let [persian, english] = [0, 0];
  const found = ['0 0'];
  for (const part of parts) {
    if (part.from < part.to) persian = part.to;
    english += packed(part.english).length;
    found.push(`${persian} ${english}`);
  }
  return found;
}

function dealOut(tr: Transform, { rows, beads }: Stretch, newId: () => string): void {
  const [row, bead] = [rows[0], beads[0]];
  if (!row) return;
  if (bead && rows.length === 1 && beads.length === 1 && row.from === bead.from && row.to === bead.to) {
    if (row.alignment?.state !== 'review')
      setAttributes(tr, row.pos, { alignment: { state: 'automatic', score: bead.score } });
    return;
  }
  for (let index = rows.length - 1; index > 0; index--) {
    const left = segmentAt(tr.doc, (rows[index - 1]?.pos ?? 0) + 1);
    const right = segmentAt(tr.doc, (rows[index]?.pos ?? 0) + 1);
    if (left && right) closeSeam(tr, left, right, needsSpace(left.text, right.text));
  }
  const ids = idsFor(rows, beads, newId);
  const places = splitAt(tr, row.pos, beads, ids);
  for (const [index, { from, to, kind, score }] of beads.entries()) {
    const made = segmentAt(tr.doc, (places[index] ?? 0) + 1);
    const before = rows.find((one) => one.id === ids[index]) ?? row;
    if (!made) continue;
    setAttributes(tr, made.pos, {
      id: ids[index],
      from,
      to,
      kind: kind ?? before.kind,
      ...standingOf(made.text, before),
      origin: made.text === '' ? null : (before.origin ?? rows.find(({ origin }) => origin !== null)?.origin ?? null),
      taken: made.text === before.text ? before.taken : null,
      links: linksIn(rows, beads, index),
      alignment: { state: 'automatic', score },
      leftOut: false,
    });
  }
}

/** The links of `rows` that go to the bead at `index`: those whose Persian begins in it, or behind it and before the next. */
function linksIn(rows: readonly Segment[], beads: readonly Bead[], index: number): Links | null {
  const start = index === 0 ? 0 : (beads[index]?.from ?? 0);
  const end = beads[index + 1]?.from ?? Number.POSITIVE_INFINITY;
  const layers = rows.flatMap(({ links }) => links ?? []);
  const own = layers.map(({ rendering, pairs }) => ({
    rendering,
    pairs: pairs.filter(({ source }) => source.from >= start && source.from < end),
  }));
  const filled = own.filter(({ pairs }) => pairs.length > 0);
  return filled.length > 0 ? filled : null;
}

/** Opens a seam between the English of one bead and that of the next; gives the positions of the segments. */
function splitAt(tr: Transform, pos: number, beads: readonly Bead[], ids: readonly string[]): readonly number[] {
  const places = [pos];
  let here = pos;
  for (const [index, { english }] of beads.slice(0, -1).entries()) {
    const text = segmentAt(tr.doc, here + 1)?.text ?? '';
    const cut = afterWords(text, packed(english).length);
    const rest = text.length - text.slice(cut).trimStart().length;
    const { from, to } = beads[index + 1] ?? { from: 0, to: 0 };
    openSeam(tr, here + 1 + cut, { id: ids[index + 1] ?? '', from, to });
    if (rest > cut) tr.delete(here + 1 + cut + 2, here + 1 + cut + 2 + rest - cut);
    here += cut + 2;
    places.push(here);
  }
  return places;
}

/** Where the first `count` units of `text` end that are no white space. */
function afterWords(text: string, count: number): number {
  let left = count;
  let at = 0;
  for (; left > 0 && at < text.length; at++) if (!/\s/u.test(text.charAt(at))) left -= 1;
  return at;
}

/** Each bead gets the id of the row that shares most of its Persian, if no other bead has it; what is left goes in order. */
function idsFor(rows: readonly Segment[], beads: readonly Bead[], newId: () => string): readonly string[] {
  const free = new Map(rows.map((row) => [row.id, row]));
  const shared = (bead: Bead, { from, to }: Span) => Math.min(bead.to, to) - Math.max(bead.from, from);
  const best = beads.map((bead) => {
    const [found] = [...free.values()].sort((a, b) => shared(bead, b) - shared(bead, a));
    if (!found || shared(bead, found) <= 0) return null;
    free.delete(found.id);
    return found.id;
  });
  const spare = free.keys();
  return best.map((id) => id ?? spare.next().value ?? newId());
}

function packed(text: string): string {
  return text.replace(/\s+/gu, '');
}

/** The rows between the confirmed ones around the row `id`: what may be aligned again with it; `null` when it is confirmed
 *  itself, or there is none. */
export function unconfirmedAround(doc: Node, id: string): readonly Segment[] | null {
  const segment = segmentById(doc, id);
  if (!segment || segment.alignment?.state === 'confirmed') return null;
  const all = segments(doc);
  const isFixed = (row: Segment) => row.alignment?.state === 'confirmed';
  const start = all.findLastIndex((row, index) => index < segment.index && isFixed(row)) + 1;
  const end = all.findIndex((row, index) => index > segment.index && isFixed(row));
  return all.slice(start, end < 0 ? all.length : end);
}
