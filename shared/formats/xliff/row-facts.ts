import { alignmentStates } from '../../core/alignment.ts';
import { type Kind, kinds } from '../../core/outline.ts';
import { type Origin, origins } from '../../core/status.ts';
import type { CorpusLink, CorpusRow } from '../corpus/row.ts';
import { takenFacts, toldTaken } from '../corpus/taken-facts.ts';
import type { Told } from '../corpus/told-row.ts';

/** What XLIFF has no place for, by the names under which its metadata carries it. */
export type Facts = readonly (readonly [name: string, value: string])[];

/** What is said of the document of a row. */
export function documentFacts({ document, title, version }: CorpusRow): Facts {
  return [
    ['document', document],
    ['title', title],
    ['version', String(version)],
  ];
}

/** Whether a row stands in the same file as the one before it: all that is said of their documents is the same. */
export function sameFile(before: CorpusRow | null, row: CorpusRow): boolean {
  return before !== null && JSON.stringify(documentFacts(before)) === JSON.stringify(documentFacts(row));
}

/** What is said of a row beside its texts, its state, its mentions and its notes. */
export function rowFacts(row: CorpusRow): Facts {
  const facts: (readonly [string, string])[] = [
    ['segment', row.segment],
    ['paragraph', String(row.paragraph)],
    ['statement', String(row.statement)],
    ['kind', row.kind],
    ['from', String(row.from)],
    ['to', String(row.to)],
  ];
  if (row.origin !== null) facts.push(['origin', row.origin]);
  facts.push(...takenFacts(row.taken));
  if (row.leftOut) facts.push(['left-out', 'yes']);
  if (row.alignment !== null) facts.push(['alignment', row.alignment.state]);
  if (row.alignment?.score !== undefined && row.alignment.score !== null) {
    facts.push(['score', String(row.alignment.score)]);
  }
  if (row.links.length > 0) facts.push(['links', row.links.map(linkText).join(' ')]);
  return facts;
}

/** Ranges of both sides in UTF-16 units, and S for sure or P for possible: `0-5:4-11:S`. */
function linkText({ fa, en, sure }: CorpusLink): string {
  return `${fa.from}-${fa.to}:${en.from}-${en.to}:${sure ? 'S' : 'P'}`;
}

/** What facts tell of a row; whatever is none of ours is not told. */
export function toldByFacts(facts: ReadonlyMap<string, string>, fa: string, en: string): Omit<Told, 'fa' | 'en'> {
  const state = alignmentStates.find((known) => known === facts.get('alignment'));
  const score = facts.get('score');
  return {
    document: facts.get('document'),
    title: facts.get('title'),
    version: count(facts.get('version')),
    segment: facts.get('segment'),
    paragraph: count(facts.get('paragraph')),
    statement: count(facts.get('statement')),
    kind: kinds.find((known): known is Kind => known === facts.get('kind')),
    from: count(facts.get('from')),
    to: count(facts.get('to')),
    origin:
      origins.find((known): known is Origin => known === facts.get('origin')) ??
      (facts.has('segment') ? null : undefined),
    taken: toldTaken(facts),
    leftOut: facts.get('left-out') === 'yes',
    alignment: state === undefined ? null : { state, score: score === undefined ? null : Number(score) },
    links: (facts.get('links') ?? '').split(' ').flatMap((text) => linkOf(text, fa, en)),
  };
}

function linkOf(text: string, fa: string, en: string): readonly CorpusLink[] {
  const [, a = '', b = '', c = '', d = '', kind] = /^(\d+)-(\d+):(\d+)-(\d+):([SP])$/.exec(text) ?? [];
  if (kind === undefined || Number(b) > fa.length || Number(d) > en.length) return [];
  const range = (side: string, from: number, to: number) => ({ from, to, text: side.slice(from, to) });
  return [{ fa: range(fa, Number(a), Number(b)), en: range(en, Number(c), Number(d)), sure: kind === 'S' }];
}

function count(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}
