import { setImmediate as turn } from 'node:timers/promises';
import type { Node } from 'prosemirror-model';
import { isConfirmed, statuses } from '../../shared/core/status.ts';
import { changedSegmentNodes } from '../../shared/doc/model/difference.ts';
import { type SegmentAttrs, segmentAttrs } from '../../shared/doc/model/schema.ts';
import type { Writer } from '../db/database.ts';
import {
  hasUnitsOf,
  insertMemory,
  insertUnitsOfSegments,
  nextRevision,
  putUnits,
  type UnitRow,
  unitsOfDocument,
} from '../db/memory.ts';
import type { SegmentRow } from '../db/segment.ts';
import type { SourcedDocument } from '../timeline/rebuild.ts';

/** Who changed what, when, in which project. */
export interface Feeding {
  readonly project: string;
  readonly person: string;
  readonly at: number;
}

/** What a segment gives to the memory of its project. */
type Given = Pick<UnitRow, 'source' | 'target' | 'origin' | 'status' | 'alignment'> & { readonly segment: string };

/** Brings the memory of a project from what `before` gave it to what `after` does: every confirmed segment, in the transaction that
 *  accepts the change. A change that touches nothing confirmed costs nothing. */
export async function feedChange(
  trx: Writer,
  before: SourcedDocument,
  after: SourcedDocument,
  feeding: Feeding,
): Promise<void> {
  const { was, now } = changedSegmentNodes(before.doc, after.doc);
  const told = new Map([...given(before, was)].map((unit) => [unit.segment, unit]));
  const gives = [...given(after, now)];
  const put = gives.filter((unit) => !sameUnit(unit, told.get(unit.segment)));
  const stays = new Set(gives.map(({ segment }) => segment));
  const gone = [...told.keys()].filter((segment) => !stays.has(segment));
  await feed(trx, after.id, { put, gone }, feeding);
}

/** The rows of a document in their order, piece by piece, as often as they are gone through. */
export type RowPieces = Iterable<readonly SegmentRow[]> | AsyncIterable<readonly SegmentRow[]>;

/** Gives all confirmed segments of a new document to the memory of its project; its rows are stored, and were added to `units`. */
export async function feedRows(
  trx: Writer,
  document: string,
  { units, rows }: { readonly units: NewUnits; readonly rows: RowPieces },
  feeding: Feeding,
): Promise<void> {
  const { project, person, at } = feeding;
  if (units.given === 0) return;
  if (await hasUnitsOf(trx, project, document)) {
    const put: Given[] = [];
    for await (const piece of rows) {
      for (const { id, source, rendering, status, origin = null, alignment = null } of piece.filter(isGiven)) {
        put.push({ segment: id, source, target: rendering, origin, status, alignment });
      }
    }
    return feed(trx, document, { put, gone: [] }, feeding);
  }
  await insertMemory(trx, projectMemory(project, at));
  const { revision, first } = await nextRevision(trx, project, { more: units.given, numbers: units.given, at });
  const begun = { memory: project, document, revision, statuses: statuses.filter(isConfirmed), person, at };
  let next = first;
  for (const [index, { from, last, given }] of units.slices.entries()) {
    if (index > 0) await turn();
    await insertUnitsOfSegments(trx, { ...begun, first: next }, { from, to: last + 1 });
    next += given;
  }
}

function isGiven({ source, rendering, status }: SegmentRow): boolean {
  return isConfirmed(status) && source !== '' && rendering !== '';
}

/** Segments whose units are made at once, or a few more. */
const SLICE = 500;

/** Rows in a stretch of the source. */
interface Slice {
  /** Where the first of them begins, and the last. */
  readonly from: number;
  last: number;
  rows: number;
  given: number;
}

/** What new rows give to a memory, told piece by piece as they are stored: how many units, in which stretches of the source. Those
 *  that begin at one place stay together. */
export class NewUnits {
  given = 0;
  readonly slices: Slice[] = [];

  add(rows: readonly SegmentRow[]): void {
    for (const row of rows) {
      const from = row.source_from;
      let slice = this.slices.at(-1);
      if (slice === undefined || (slice.rows >= SLICE && slice.last !== from)) {
        slice = { from, last: from, rows: 0, given: 0 };
        this.slices.push(slice);
      }
      slice.last = from;
      slice.rows += 1;
      if (!isGiven(row)) continue;
      slice.given += 1;
      this.given += 1;
    }
  }
}

/** Has the memory of a project forget a document that leaves it or is removed; gives what it held. */
export async function forgetDocument(trx: Writer, document: string, feeding: Feeding): Promise<readonly UnitRow[]> {
  const units = (await unitsOfDocument(trx, feeding.project, document)).filter(({ removed }) => removed === 0);
  await remove(trx, units, feeding);
  return units;
}

/** Gives units that were those of the document elsewhere to the memory of the project that it is in now. */
export async function feedUnits(
  trx: Writer,
  document: string,
  units: readonly UnitRow[],
  feeding: Feeding,
): Promise<void> {
  const put = units.flatMap((unit) => (unit.segment === null ? [] : [{ ...unit, segment: unit.segment }]));
  await feed(trx, document, { put, gone: [] }, feeding);
}

async function feed(
  trx: Writer,
  document: string,
  { put, gone }: { readonly put: readonly Given[]; readonly gone: readonly string[] },
  feeding: Feeding,
): Promise<void> {
  if (put.length + gone.length === 0) return;
  const { project, person, at } = feeding;
  await insertMemory(trx, projectMemory(project, at));
  const segments = [...put.map(({ segment }) => segment), ...gone];
  const isWhole = segments.length > MOST_NAMED;
  const known = await unitsOfDocument(trx, project, document, isWhole ? undefined : segments);
  const bySegment = new Map(known.map((unit) => [unit.segment ?? '', unit]));
  const lost = new Set(gone);
  await remove(
    trx,
    known.filter(({ segment, removed }) => removed === 0 && lost.has(segment ?? '')),
    feeding,
  );
  if (put.length === 0) return;
  const fresh = put.filter(({ segment }) => !bySegment.has(segment)).length;
  const back = put.filter(({ segment }) => bySegment.get(segment)?.removed === 1).length;
  const { revision, first } = await nextRevision(trx, project, { more: fresh + back, numbers: fresh, at });
  let next = first;
  const rows = put.map(({ segment, source, target, origin, status, alignment }) => ({
    ...{ memory_id: project, number: bySegment.get(segment)?.number ?? next++, revision },
    ...{ source, target, document_id: document, segment, origin, status, alignment, person, at, removed: 0 as const },
  }));
  await putUnits(trx, rows);
}

/** Segments that are asked for by name. */
const MOST_NAMED = 500;

/** The texts go; the row stays, so that all who keep an index hear of it. */
async function remove(trx: Writer, units: readonly UnitRow[], { project, at }: Feeding): Promise<void> {
  if (units.length === 0) return;
  const { revision } = await nextRevision(trx, project, { more: -units.length, numbers: 0, at });
  await putUnits(
    trx,
    units.map((unit) => ({ ...unit, revision, source: '', target: '', removed: 1 })),
  );
}

function* given({ source }: SourcedDocument, nodes: readonly Node[]): Generator<Given> {
  for (const node of nodes) {
    const { id, from, to, status, origin, alignment }: SegmentAttrs = segmentAttrs(node);
    if (!isConfirmed(status) || from === to || node.textContent === '') continue;
    yield {
      segment: id,
      source: source.text.slice(from, to),
      target: node.textContent,
      origin,
      status,
      alignment: alignment?.state ?? null,
    };
  }
}

function sameUnit(a: Given, b: Given | undefined): boolean {
  return (
    b !== undefined &&
    a.source === b.source &&
    a.target === b.target &&
    a.origin === b.origin &&
    a.status === b.status &&
    a.alignment === b.alignment
  );
}

/** The memory that a project has from the first on. */
export function projectMemory(project: string, at: number) {
  return {
    id: project,
    project_id: project,
    kind: 'project' as const,
    name: '',
    priority: 0,
    penalty: 0,
    is_on: 1 as const,
    read_only: 1 as const,
    revision: 0,
    next_number: 0,
    units: 0,
    created_at: at,
  };
}
