import type { Span } from '../core/span.ts';
import { foldKey } from '../language/characters/fold.ts';
import { stemOf, wordKey } from '../language/words/inflection.ts';
import { type Seeker, seeker } from '../language/words/query.ts';
import { tokens } from '../language/words/token.ts';
import type { Term } from './term.ts';

/** A term and where a text has it, in UTF-16 units of the text. */
export interface TermHit extends Span {
  readonly term: Term;
}

/** The terms of a project, made ready to be found in many texts. */
export interface Glossary {
  /** Where `persian` has terms in any of their forms, the longest first, those of one length in their order. A term that lies within a
   *  longer one that is found there is not told; two terms of the same words both are. */
  readonly find: (persian: string) => readonly TermHit[];
}

/** So many first letters sort the terms: every form of a word has them. */
const LETTERS = 2;

interface Entry {
  readonly term: Term;
  readonly stems: readonly string[];
  seek: Seeker | null;
}

/** A glossary of `terms`. A text is compared only with the terms whose words may begin in it, so the cost of a look grows with the
 *  text, and hardly with the glossary. */
export function glossaryOf(terms: readonly Term[]): Glossary {
  const entries = new Map<string, Entry[]>();
  for (const term of terms) {
    const stems = tokens(term.fa).map(({ text }) => stemOf(text));
    const [first = ''] = stems;
    if (first === '') continue;
    const letters = first.slice(0, LETTERS);
    const known = entries.get(letters);
    if (known) known.push({ term, stems, seek: null });
    else entries.set(letters, [{ term, stems, seek: null }]);
  }
  return {
    find(persian) {
      if (entries.size === 0) return [];
      const solid = foldKey(persian, 'tight').replaceAll(' ', '');
      const keys = tokens(persian).map(({ text }) => wordKey(text));
      const heads = new Set(keys.flatMap((key) => [key.slice(0, 1), key.slice(0, LETTERS)]));
      const hits: TermHit[] = [];
      for (const head of heads) {
        for (const entry of entries.get(head) ?? []) {
          if (!entry.stems.every((stem) => solid.includes(stem))) continue;
          entry.seek ??= formsSeeker(entry.term.fa);
          for (const { from, to } of entry.seek(persian)) hits.push({ term: entry.term, from, to });
        }
      }
      return outermost(hits);
    },
  };
}

/** Finds `text` in any of its forms, as the concordance does. */
export function formsSeeker(text: string): Seeker {
  const made = seeker({ text, kind: 'phrase', isInflected: true, isWhole: true, isCased: false });
  return made.ok ? made.value : () => [];
}

function outermost(hits: readonly TermHit[]): readonly TermHit[] {
  const kept: TermHit[] = [];
  for (const hit of [...hits].sort((a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from)) {
    const isWithin = kept.some(({ from, to }) => from <= hit.from && hit.to <= to && to - from > hit.to - hit.from);
    if (!isWithin) kept.push(hit);
  }
  return kept;
}
