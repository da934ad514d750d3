import type { Entity } from '../../shared/names/entity/entity.ts';
import { longSource, renderingsOf } from './sample.ts';

/** Entities named by words of the sample, each with a number. */
export function entitiesOf(count: number): readonly Entity[] {
  const persian = wordsOf(longSource(2000));
  const english = wordsOf(
    renderingsOf(20)
      .map(({ text }) => text)
      .join(' '),
  );
  const named = (words: readonly string[], at: number) => {
    const length = 1 + (at % 4);
    return Array.from({ length }, (_, word) => words[(at * 31 + word * 17) % words.length]).join(' ');
  };
  return Array.from({ length: count }, (_, at) => ({
    id: `e${at}`,
    label: 'ORG',
    fa: `${named(persian, at)} ${at}`,
    en: `${named(english, at)} ${at}`,
    faOther: [{ name: named(persian, at + 1), use: null }],
    enOther: [{ name: named(english, at + 1), use: null }],
    wikidata: `Q${at + 1}`,
    note: '',
  }));
}

function wordsOf(text: string): readonly string[] {
  return text.match(/[\p{L}\p{M}\u200c]+/gu) ?? [];
}
