import type { Node } from 'prosemirror-model';
import type { Span } from '../../../shared/core/span.ts';
import type { DocumentFinding } from '../../../shared/doc/checks/document-finding.ts';
import { type FindingKind, isOfKind, kindCounts } from '../../../shared/doc/checks/finding-kinds.ts';
import { type ToldFinding, toldFinding } from '../../../shared/doc/checks/told-finding.ts';
import { segmentMentions } from '../../../shared/doc/model/marked.ts';
import { eachSegment } from '../../../shared/doc/model/read.ts';
import { segmentAttrs } from '../../../shared/doc/model/schema.ts';
import type { Context } from '../../context.ts';
import { dismissalsOf } from '../../db/dismissal.ts';
import { documentHead, documentsInUse } from '../../db/document.ts';
import { projectById } from '../../db/project.ts';
import { UnknownRecord } from '../../db/unknown.ts';
import type { SourcedDocument } from '../../timeline/rebuild.ts';
import { type CheckedBy, checkedDocument, projectChecks } from './checked.ts';

export interface FindingQuery {
  readonly project: string;
  /** Of a severity or a rule only; `null` for all. */
  readonly kind: FindingKind | null;
  /** Those that people ignore, instead of the others. */
  readonly ignored: boolean;
  /** What the answer before this one gave as `next`. */
  readonly cursor?: string | null | undefined;
}

/** A finding in its sentence; `source` counts in `fa`, `rendering` in `en`. */
export interface PlacedFinding extends ToldFinding {
  /** 0-based place of its segment; `null`, without a sentence, for one that stands in none. */
  readonly place: number | null;
  readonly fa: string;
  readonly en: string;
  readonly source: Span | null;
  readonly rendering: Span | null;
  /** Why it is ignored; `null` for one that is not. */
  readonly reason: string | null;
}

/** The findings of some documents of a project. */
export interface FindingListing {
  readonly documents: readonly {
    readonly document: string;
    readonly title: string;
    readonly findings: readonly PlacedFinding[];
    /** How many it has beyond those listed. */
    readonly more: number;
  }[];
  /** How many findings of each kind the documents have that this answer looked through; kinds without any are left out. */
  readonly counts: Readonly<Partial<Record<FindingKind, number>>>;
  /** Documents that this answer looked through, and all in use. */
  readonly looked: number;
  readonly total: number;
  /** Where to look on; `null` when all documents have been looked through. */
  readonly next: string | null;
  /** True while the memory of the project or the dictionaries are still being read, and what they tell is left out: ask again soon. */
  readonly isBehind: boolean;
}

/** An answer looks no further once it has gone through so many segments, or has so many findings to tell. */
const SEGMENTS = 3_000;
/** The first answer, that somebody waits for, comes sooner. */
const FIRST = 500;
const FINDINGS = 200;
/** Milliseconds that a person waits for a memory and dictionaries that are not read yet. */
const PATIENCE = 50;
/** So many findings of one document are told. */
const MOST = 100;

/** What the checks find in the documents in use of a project, one document after the other as it stands now: of however many
 *  documents, the memory of one is taken, and the answer stays small. `patience` is how long it waits for a memory and dictionaries that
 *  are not read yet, in milliseconds, `null` as long as it takes. */
export async function listFindings(
  ctx: Context,
  query: FindingQuery,
  patience: number | null = PATIENCE,
): Promise<FindingListing> {
  const { db } = ctx.store;
  const { project, cursor = null } = query;
  if (!(await projectById(db, project))) throw new UnknownRecord('project', project);
  const by = await projectChecks(ctx, project, patience ?? undefined);
  const all = await documentsInUse(db, project);
  const waiting = all.filter(({ id }) => cursor === null || id > cursor);
  const documents: FindingListing['documents'][number][] = [];
  const counts = new Map<FindingKind, number>();
  let [looked, segments, told] = [0, 0, 0];
  for (const { id, title } of waiting) {
    if (segments >= (cursor === null ? FIRST : SEGMENTS) || told >= FINDINGS) break;
    looked += 1;
    const found = await findingsOf(ctx, id, by, query);
    segments += found.segments;
    told += found.findings.length;
    for (const [kind, count] of found.counts) counts.set(kind, (counts.get(kind) ?? 0) + count);
    if (found.findings.length > 0) documents.push({ document: id, title, findings: found.findings, more: found.more });
  }
  const next = looked < waiting.length ? (waiting[looked - 1]?.id ?? null) : null;
  return { documents, counts: Object.fromEntries(counts), looked, total: all.length, next, isBehind: by.isBehind() };
}

async function findingsOf(ctx: Context, id: string, by: CheckedBy, { kind, ignored }: FindingQuery) {
  const { store, timeline } = ctx;
  const head = await documentHead(store.db, id);
  if (!head) return { findings: [], more: 0, counts: [], segments: 0 };
  const held = await timeline.at(store.db, id, head.version);
  const reasons = new Map((await dismissalsOf(store.db, id)).map(({ subject, reason }) => [subject, reason]));
  const found = await checkedDocument(held, by);
  const all = found.filter((each) => reasons.has(each.id) === ignored);
  const wanted = all.filter((finding) => isOfKind(finding, kind));
  const segments = segmentsById(held.doc);
  return {
    findings: wanted
      .slice(0, MOST)
      .map((finding) => ({ ...placed(finding, held, segments), reason: reasons.get(finding.id) ?? null })),
    more: Math.max(0, wanted.length - MOST),
    counts: [...kindCounts(all)],
    segments: segments.size,
  };
}

type Placed = ReadonlyMap<string, { readonly node: Node; readonly index: number }>;

function segmentsById(doc: Node): Placed {
  const segments = new Map<string, { node: Node; index: number }>();
  eachSegment(doc, (node, _pos, index) => {
    segments.set(segmentAttrs(node).id, { node, index });
    return true;
  });
  return segments;
}

function placed(finding: DocumentFinding, { doc, source }: SourcedDocument, segments: Placed) {
  const told = toldFinding(finding);
  const segment = segments.get(finding.segment ?? '');
  if (!segment) return { ...told, place: null, fa: '', en: '', source: null, rendering: null };
  const { node, index } = segment;
  const { from, to } = segmentAttrs(node);
  const part = segmentMentions(doc, node, source.text).find(({ mention }) => mention.id === finding.mention);
  return {
    ...told,
    place: index,
    fa: source.text.slice(from, to),
    en: node.textContent,
    source: part?.source ? { from: part.source.from - from, to: part.source.to - from } : spanOf(finding, 'source'),
    rendering: part?.rendering ? { from: part.rendering.from, to: part.rendering.to } : spanOf(finding, 'target'),
  };
}

/** The stretch of one side that a finding about a text is about. */
function spanOf({ found }: DocumentFinding, side: 'source' | 'target'): Span | null {
  return found?.side === side ? { from: found.from, to: found.to } : null;
}
