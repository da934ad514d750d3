import { overlap } from '../../../shared/core/span.ts';
import type { Link } from '../../../shared/doc/model/schema.ts';
import type { Grid, Row } from '../page/grid.ts';
import type { Utterance } from '../state/announcer.ts';
import type { LinkState } from './link-state.ts';
import { isSameWord, linksOf, textOfWord, type Word } from './word.ts';

/** What a screen reader hears of a word: itself, whether it is picked, and its partners or those that are suggested. */
export function wordUtterances(
  grid: Grid,
  row: Row,
  { current, suggested, stale, picked }: LinkState,
  word: Word,
): readonly Utterance[] {
  const { links } = grid.labels;
  const other = word.side === 'source' ? 'rendering' : 'source';
  const reads = (one: Word): Utterance => ({
    text: textOfWord(grid, row, one),
    lang: one.side === 'source' ? 'fa' : 'en',
  });
  const partners = (found: readonly Link[]) => found.map((link) => reads({ side: other, ...spanOf(link[other]) }));
  const isPicked = picked.some((one) => isSameWord(one, word)) ? [links.picked] : [];
  const own = linksOf(current, word);
  const some = linksOf(suggested, word);
  const lost = word.side === 'source' ? stale.filter(({ link }) => overlap(link.source, word)) : [];
  if (own.length > 0) {
    const how = own.some(({ sure }) => sure) ? links.linkedWith : links.possiblyWith;
    return [reads(word), ...isPicked, how, ...partners(own)];
  }
  if (lost.length > 0)
    return [reads(word), ...isPicked, links.staleWith, ...lost.map(({ was }) => ({ text: was, lang: 'en' as const }))];
  if (some.length > 0) return [reads(word), ...isPicked, links.suggestedWith, ...partners(some)];
  return [reads(word), ...isPicked, links.notLinked];
}

function spanOf({ from, to }: { readonly from: number; readonly to: number }) {
  return { from, to };
}
