import type { Checked } from '../../../shared/core/problem.ts';
import type { Span } from '../../../shared/core/span.ts';
import type { Status } from '../../../shared/core/status.ts';
import type { Context } from '../../context.ts';
import { readStoredLinks, type SentenceLink } from '../../timeline/stored-links.ts';
import { type Search, seek } from './seek.ts';

/** A segment that meets a concordance; all spans count in the text of their side. */
export interface ConcordancePlace {
  readonly document: string;
  readonly title: string;
  readonly segment: string;
  /** Its place in the document, counted from 0. */
  readonly row: number;
  readonly status: Status;
  readonly source: string;
  readonly rendering: string;
  /** What was sought, on each side. */
  readonly fa: readonly Span[];
  readonly en: readonly Span[];
  /** What is linked with it, on the other side. */
  readonly faPartners: readonly Span[];
  readonly enPartners: readonly Span[];
}

export interface Concordance {
  readonly places: readonly ConcordancePlace[];
  /** How many segments there are beyond those told. */
  readonly more: number;
}

/** Segments that are told unless somebody wants more. */
const MOST = 300;

/** The segments that meet a search, in the order of the documents, with the partners of what was sought by their word links. */
export async function concordance(ctx: Context, search: Search, most: number = MOST): Promise<Checked<Concordance>> {
  const places: ConcordancePlace[] = [];
  let more = 0;
  const problems = await seek(ctx, search, ({ document, title, row, segment, fa, en }) => {
    if (places.length >= most) {
      more += 1;
      return;
    }
    const { id, source, rendering, status } = segment;
    const { links } = readStoredLinks(segment.links);
    places.push({
      ...{ document, title, segment: id, row, status, source, rendering },
      ...{ fa: fa.map(spanOf), en: en.map(spanOf) },
      faPartners: partners(links, 'en', en, 'fa', fa),
      enPartners: partners(links, 'fa', fa, 'en', en),
    });
  });
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: { places, more } };
}

/** What is linked on the other side with any of `hits`, without what is a hit there itself; in order. */
function partners(
  links: readonly SentenceLink[],
  side: 'fa' | 'en',
  hits: readonly Span[],
  other: 'fa' | 'en',
  own: readonly Span[],
): readonly Span[] {
  const found = new Map<number, Span>();
  for (const link of links) {
    if (meetsAny(link[side], hits) && !meetsAny(link[other], own)) found.set(link[other].from, link[other]);
  }
  return [...found.values()].sort((a, b) => a.from - b.from);
}

function meetsAny({ from, to }: Span, spans: readonly Span[]): boolean {
  return spans.some((span) => span.from < to && from < span.to);
}

function spanOf({ from, to }: Span): Span {
  return { from, to };
}
