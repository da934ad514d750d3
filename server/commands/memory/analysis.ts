import { setImmediate as turn } from 'node:timers/promises';
import { type Band, bandOf, bands } from '../../../shared/core/bands.ts';
import type { MemoryMatch } from '../../../shared/core/memory.ts';
import { isConfirmed } from '../../../shared/core/status.ts';
import type { Context } from '../../context.ts';
import { documentById, selectDocuments } from '../../db/document.ts';
import { insertJob, jobById, partsOf } from '../../db/job.ts';
import { projectById } from '../../db/project.ts';
import { type StoredSegment, segmentsAfter } from '../../db/segment.ts';
import { UnknownRecord } from '../../db/unknown.ts';
import type { JobKind } from '../../jobs/kind.ts';
import { mayBeFilled } from './fill.ts';
import { findMatches } from './matches.ts';

/** Segments and words of one kind. */
export interface Count {
  readonly segments: number;
  readonly words: number;
}

/** What there is to do in a document. */
export interface DocumentAnalysis {
  readonly document: string;
  readonly title: string;
  /** What is confirmed already. */
  readonly confirmed: Count;
  /** What reads the same as a segment before it, in this document or one before, and that no memory has: it is said once, and then
   *  again. */
  readonly repeated: Count;
  readonly bands: Readonly<Record<Band, Count>>;
  /** Where it was counted what filling would do, the bands hold only what the memories would fill: what would go to the machine, and
   *  what would stay as it is. */
  readonly filling: { readonly machine: Count; readonly left: Count } | null;
}

/** What a segment would be filled from. */
export interface FillingWanted {
  /** The least score that is taken. */
  readonly threshold: number;
  readonly isByMachine: boolean;
}

/** What an analysis is written down with. */
export interface AnalysisInput {
  readonly project: string;
  /** `null` for all documents of the project. */
  readonly document: string | null;
  /** Given where it is to be counted what filling would do. */
  readonly filling?: FillingWanted | undefined;
}

const AT_ONCE = 250;
/** Texts that are looked up together. */
const TOGETHER = 25;

/** Writes down a job that counts by bands what a document or a project has to be translated; gives its id. */
export async function beginAnalysis(ctx: Context, input: AnalysisInput): Promise<{ readonly job: string }> {
  const { project, document } = input;
  if (!(await projectById(ctx.store.db, project))) throw new UnknownRecord('project', project);
  if (document !== null && !(await documentById(ctx.store.db, document))) throw new UnknownRecord('document', document);
  const id = ctx.newId();
  const job = { id, project, kind: 'analysis', input, parts: [null], person: ctx.person, at: ctx.now() };
  await ctx.store.transaction((trx) => insertJob(trx, job));
  ctx.wakeJobs();
  return { job: id };
}

/** Counts, and changes nothing. */
export const analysisJob: JobKind = {
  async part(ctx, { input, signal, progress }) {
    const { project, document, filling } = input as AnalysisInput;
    const documents = await documentsOf(ctx, project, document);
    const seen = new Set<string>();
    const analyses: DocumentAnalysis[] = [];
    for (const [index, one] of documents.entries()) {
      const tally = new Tally();
      for await (const { segment, match } of scoredSegments(ctx, project, one.id, signal)) {
        if (filling) {
          const way = wayOf(segment, match, filling);
          tally.add(way === 'memory' ? bandOf(match?.score ?? null) : way, segment.words);
          continue;
        }
        const score = match?.score ?? null;
        if (isConfirmed(segment.status)) tally.add('confirmed', segment.words);
        else if (seen.has(segment.source_key) && (score ?? 0) < 100) tally.add('repeated', segment.words);
        else tally.add(bandOf(score), segment.words);
        seen.add(segment.source_key);
      }
      analyses.push({ document: one.id, title: one.title, ...tally.counts(filling !== undefined) });
      progress((index + 1) / documents.length);
    }
    return { ok: true, value: async () => analyses };
  },
};

/** What a segment is filled from; `left` where it stays as it is. */
export function wayOf(
  { source, rendering: text, status, origin, left_out }: StoredSegment,
  match: MemoryMatch | null,
  { threshold, isByMachine }: FillingWanted,
): 'memory' | 'machine' | 'left' {
  if (left_out === 1 || source === '' || !mayBeFilled({ status, origin, text })) return 'left';
  if (match !== null && match.score >= threshold) return text === match.target ? 'left' : 'memory';
  return isByMachine && text === '' ? 'machine' : 'left';
}

/** The documents of a project, or the one that is meant. */
export async function documentsOf(ctx: Context, project: string, document: string | null) {
  const all = await selectDocuments(ctx.store.db, { project });
  return all.filter(({ id }) => document === null || id === document);
}

/** The segments of a document with Persian, each with its best match where it is still to be translated. */
export async function* scoredSegments(ctx: Context, project: string, document: string, signal: AbortSignal) {
  let before: string | null = null;
  for await (const page of pagesOf(ctx, document)) {
    const rows = page.filter(({ source }) => source !== '');
    for (let from = 0; from < rows.length; from += TOGETHER) {
      signal.throwIfAborted();
      const some = rows.slice(from, from + TOGETHER);
      const open = some.filter(({ status }) => !isConfirmed(status));
      const texts = open.map((row) => {
        const at = rows.indexOf(row);
        const previous = rows[at - 1]?.source ?? before;
        return { text: row.source, before: previous, after: rows[at + 1]?.source ?? null, segment: row.id };
      });
      const { matches } = await findMatches(ctx, { project, document, texts, limit: 1 }, null);
      for (const segment of some) {
        const match = matches[open.indexOf(segment)]?.[0] ?? null;
        yield { segment, match };
      }
      await turn();
    }
    before = rows.at(-1)?.source ?? before;
  }
}

async function* pagesOf({ store }: Context, document: string): AsyncGenerator<readonly StoredSegment[]> {
  for (let last: StoredSegment | undefined; ; ) {
    const page = await segmentsAfter(store.db, document, last, AT_ONCE);
    yield page;
    last = page.at(-1);
    if (page.length < AT_ONCE) return;
  }
}

class Tally {
  private readonly held = new Map<string, Count>();

  add(kind: Band | 'confirmed' | 'repeated' | 'machine' | 'left', words: number): void {
    const was = this.of(kind);
    this.held.set(kind, { segments: was.segments + 1, words: was.words + words });
  }

  counts(isFilling: boolean): Omit<DocumentAnalysis, 'document' | 'title'> {
    const counted = Object.fromEntries(bands.map((band) => [band, this.of(band)])) as Record<Band, Count>;
    const filling = isFilling ? { machine: this.of('machine'), left: this.of('left') } : null;
    return { confirmed: this.of('confirmed'), repeated: this.of('repeated'), bands: counted, filling };
  }

  private of(kind: string): Count {
    return this.held.get(kind) ?? { segments: 0, words: 0 };
  }
}

/** An analysis that has ended; `null` where the job is none, or is not done. */
export async function analysisOf(ctx: Context, id: string): Promise<readonly DocumentAnalysis[] | null> {
  const job = await jobById(ctx.store.db, id);
  if (job?.kind !== 'analysis' || job.state !== 'done') return null;
  const [part] = await partsOf(ctx.store.db, id);
  return JSON.parse(part?.outcome ?? 'null') as readonly DocumentAnalysis[] | null;
}
