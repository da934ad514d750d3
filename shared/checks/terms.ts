import type { Span } from '../core/span.ts';
import { formsSeeker, type Glossary, type TermHit } from '../terms/glossary.ts';
import { type Term, type TermUse, wantedEnglish } from '../terms/term.ts';
import { inTarget, lacking, type TextPair } from './pair/rule.ts';
import type { RuledRemark } from './text-rules.ts';

interface EnglishHit extends Span {
  readonly use: TermUse;
  readonly text: string;
}

/** What the English says otherwise than the glossary wants it: a forbidden term, with the wanted one where it can stand in its place; or
 *  neither a preferred nor an admitted one. Where several terms have the same Persian, English of any of them is right. */
export function termRemarks({ source, target }: TextPair, glossary: Glossary): readonly RuledRemark[] {
  const remarks: RuledRemark[] = [];
  const told = new Set<Term>();
  const placed = new Map<string, TermHit[]>();
  for (const hit of glossary.find(source)) {
    const place = `${hit.from} ${hit.to}`;
    placed.set(place, [...(placed.get(place) ?? []), hit]);
  }
  for (const hits of placed.values()) {
    const [first] = hits;
    if (first === undefined || hits.every(({ term }) => told.has(term))) continue;
    for (const { term } of hits) told.add(term);
    const found = hits.flatMap(({ term }) => englishHits(term, target));
    const right = found.filter(({ use }) => use !== 'forbidden');
    const wrong = found.filter(
      (hit) => hit.use === 'forbidden' && !right.some(({ from, to }) => from <= hit.from && hit.to <= to),
    );
    const wanted = wantedEnglish(first.term);
    const persian = source.slice(first.from, first.to);
    for (const hit of wrong) {
      const there = target.slice(hit.from, hit.to);
      const values = { found: there, wanted: wanted ?? '', usual: persian };
      remarks.push({ rule: 'term.forbidden', ...inTarget(hit, values, inPlaceOf(there, hit.text, wanted)) });
    }
    if (wrong.length === 0 && right.length === 0 && wanted !== null) {
      remarks.push({ rule: 'term.missing', ...lacking(first, { found: persian, wanted }) });
    }
  }
  return remarks;
}

const seekers = new WeakMap<Term, readonly { use: TermUse; text: string; seek: ReturnType<typeof formsSeeker> }[]>();

function englishHits(term: Term, target: string): readonly EnglishHit[] {
  const known = seekers.get(term) ?? term.en.map((each) => ({ ...each, seek: formsSeeker(each.text) }));
  seekers.set(term, known);
  return known.flatMap(({ use, text, seek }) => seek(target).map(({ from, to }) => ({ from, to, use, text })));
}

/** The wanted term as it stands in place of `there`; `null` where that is another form of the forbidden one, which nobody can inflect for
 *  sure. */
function inPlaceOf(there: string, forbidden: string, wanted: string | null): string | null {
  if (wanted === null || there.toLowerCase() !== forbidden.toLowerCase()) return null;
  const isRaised = /^\p{Lu}/u.test(there) && !/^\p{Lu}/u.test(forbidden);
  return isRaised ? wanted.charAt(0).toUpperCase() + wanted.slice(1) : wanted;
}
