import type { Node } from 'prosemirror-model';
import { count, noProgress, type Progress } from '../../shared/core/progress.ts';
import { changedMentionNodes, changedSegmentNodes, type Stretch } from '../../shared/doc/model/difference.ts';
import { segmentProgress } from '../../shared/doc/model/progress.ts';
import { segmentNodes } from '../../shared/doc/model/read.ts';
import { mentionAttrs, segmentAttrs } from '../../shared/doc/model/schema.ts';
import type { Writer } from '../db/database.ts';
import { setProgress } from '../db/document.ts';
import { clearMentions, type MentionRow, putMentions, removeMentions } from '../db/mention.ts';
import { clearSegments, putSegments, removeSegments, type SegmentRow } from '../db/segment.ts';
import { type Anchored, anchored } from './anchored.ts';
import { mentionRow, segmentRow, turns } from './projection-row.ts';
import type { SourcedDocument } from './rebuild.ts';
import type { Source } from './source.ts';

/** All that is derived from a document. */
export interface Projection {
  readonly segments: readonly SegmentRow[];
  readonly mentions: readonly MentionRow[];
  readonly progress: Progress;
}

export function projectionOf({ id, doc, source }: SourcedDocument): Projection {
  const segments = [...segmentNodes(doc)];
  const mentions = doc.lastChild?.children ?? [];
  const places = anchored(segments);
  const rows = segmentRows(id, source, segments);
  return {
    segments: rows,
    mentions: mentions.map((node) => mentionRow(id, source, node, places.get(mentionAttrs(node).id))),
    progress: rows.reduce((sum, row) => count(sum, row), noProgress),
  };
}

/** Writes the rows and the progress of a head anew; gives the number of its segments. */
export async function writeProjections(trx: Writer, document: SourcedDocument): Promise<number> {
  const projection = projectionOf(document);
  await writeRows(trx, document.id, projection);
  await setProgress(trx, document.id, projection.progress);
  return projection.segments.length;
}

async function writeRows(trx: Writer, id: string, { segments, mentions }: Projection): Promise<void> {
  await clearSegments(trx, id);
  await clearMentions(trx, id);
  await putSegments(trx, segments);
  await putMentions(trx, mentions);
}

function sameLayout({ outline: was }: Source, { outline: is }: Source): boolean {
  return was.paragraphs.length === is.paragraphs.length && was.statements.length === is.statements.length;
}

/** What a change does to the rows of a head. */
export interface Projected {
  readonly progress: Progress;
  /** The rows of mentions that were described anew, or got their English. */
  readonly described: readonly MentionRow[];
}

/** Brings the rows from those of `before` to those of the new head; `progress` is what it was before. Where the source has more
 *  paragraphs or statements than it had, or fewer, every row behind says so, and all are written anew. */
export async function projectChanges(
  trx: Writer,
  before: SourcedDocument,
  { id, doc, source }: SourcedDocument,
  progress: Progress,
): Promise<Projected> {
  const stretch = changedSegmentNodes(before.doc, doc);
  const segments = difference(stretch);
  await removeSegments(trx, id, segments.gone);
  const isLaidOutAnew = !sameLayout(before.source, source);
  await putSegments(
    trx,
    isLaidOutAnew ? segmentRows(id, source, [...segmentNodes(doc)]) : changedRows(id, source, stretch, doc),
  );
  const described = await projectMentions(trx, before.doc, { id, doc, source }, segments);
  const less = segments.was.reduce((sum, node) => count(sum, segmentProgress(node, before.source.text), -1), progress);
  return {
    progress: segments.now.reduce((sum, node) => count(sum, segmentProgress(node, source.text)), less),
    described,
  };
}

/** The rows of segments that follow each other from the start of a document or of an offset on. */
function segmentRows(id: string, source: Source, segments: readonly Node[]): readonly SegmentRow[] {
  const places = turns(segments);
  return segments.map((node, index) => segmentRow(id, source, node, places[index] ?? 0));
}

/** The rows that may have changed: those of the stretch, and of its neighbours as far as they begin where it does, for their
 *  order there is told too. */
function changedRows(id: string, source: Source, { now, was, left, right }: Stretch, doc: Node): readonly SegmentRow[] {
  const begins = (node: Node | null | undefined) => (node ? segmentAttrs(node).from : -1);
  const edges = [now.at(0), now.at(-1), was.at(0), was.at(-1)].map(begins);
  const shares = (neighbour: Node | null) => neighbour !== null && edges.includes(begins(neighbour));
  if (!shares(left) && !shares(right)) return segmentRows(id, source, now);
  const all = [...segmentNodes(doc)];
  let start = left ? all.indexOf(left) + 1 : 0;
  let end = start + now.length;
  while (start > 0 && shares(all[start - 1] ?? null)) start -= 1;
  while (end < all.length && shares(all[end] ?? null)) end += 1;
  return segmentRows(id, source, all.slice(start, end));
}

async function projectMentions(
  trx: Writer,
  before: Node,
  { id, doc, source }: SourcedDocument,
  segments: Difference,
): Promise<readonly MentionRow[]> {
  const changed = difference(changedMentionNodes(before, doc));
  const touched = new Set(changed.now.map((node) => mentionAttrs(node).id));
  const described = new Set(touched);
  const was = anchored(segments.was);
  const now = anchored(segments.now);
  for (const mention of [...was.keys(), ...now.keys()]) {
    const [old, fresh] = [was.get(mention), now.get(mention)];
    if (!old || !fresh || !sameReading(old, fresh)) touched.add(mention);
    if (!old) described.add(mention);
  }
  await removeMentions(trx, id, changed.gone);
  if (touched.size === 0) return [];
  const places = anchored(segmentNodes(doc));
  const nodes = (doc.lastChild?.children ?? []).filter((node) => touched.has(mentionAttrs(node).id));
  const rows = nodes.map((node) => mentionRow(id, source, node, places.get(mentionAttrs(node).id)));
  await putMentions(trx, rows);
  return rows.filter((row) => described.has(row.id));
}

/** Nodes that are new or changed, those that they stand for, and the ids that are no more. */
interface Difference {
  readonly now: readonly Node[];
  readonly was: readonly Node[];
  readonly gone: readonly string[];
}

function difference({ now, was }: { now: readonly Node[]; was: readonly Node[] }): Difference {
  const kept = new Set(was);
  const stays = new Set(now);
  const ids = new Set(now.map(idOf));
  return {
    now: now.filter((node) => !kept.has(node)),
    was: was.filter((node) => !stays.has(node)),
    gone: was.map(idOf).filter((id) => !ids.has(id)),
  };
}

function sameReading(a: Anchored, b: Anchored): boolean {
  return a.segment === b.segment && a.from === b.from && a.text === b.text;
}

function idOf(node: Node): string {
  return node.attrs.id as string;
}
