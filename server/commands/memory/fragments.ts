import type { Span } from '../../../shared/core/span.ts';
import { apart, type Run } from '../../../shared/memory/index/fragments.ts';
import { memoryWordPlaces, memoryWords } from '../../../shared/memory/key/key.ts';
import type { SuggestedLink } from '../../apart/suggest-links.ts';
import type { Context } from '../../context.ts';
import { memoriesOf, type UnitRow, unitsByNumber } from '../../db/memory.ts';
import { wordKnowledge } from '../link/knowledge.ts';

/** A piece of a text that a unit holds. */
export interface Fragment {
  /** The piece, in the text. */
  readonly at: Span;
  readonly source: string;
  /** The piece, in the unit's Persian. */
  readonly within: Span;
  readonly target: string;
  /** Its English, in the unit's; `null` where links do not show it. */
  readonly english: Span | null;
}

/** Pieces that are told. */
const MOST = 8;
/** English words for one Persian word of a piece, beyond which links have gone astray. */
const WIDE = 3;

/** The longest pieces of a text that the memories of a project hold. */
export async function findFragments(
  ctx: Context,
  { project, text }: { readonly project: string; readonly text: string },
): Promise<readonly Fragment[]> {
  const { store, memories } = ctx;
  const ids = (await memoriesOf(store.db, project)).filter(({ is_on }) => is_on === 1).map(({ id }) => id);
  const runs: (Run & { readonly memory: string })[] = [];
  for (const [memory, found] of await memories.fragments(ids, text))
    runs.push(...found.map((run) => ({ ...run, memory })));
  const places = memoryWordPlaces(text);
  const chosen = (apart(runs) as typeof runs).toSorted((a, b) => b.length - a.length).slice(0, MOST);
  const fragments: Fragment[] = [];
  for (const { memory, number, first, length } of chosen.sort((a, b) => a.first - b.first)) {
    const [unit] = await unitsByNumber(store.db, memory, [number]);
    const at = spanOf(places, first, length);
    const within = unit && at ? placeOf(unit.source, text.slice(at.from, at.to)) : null;
    if (unit && at && within) fragments.push({ at, within, source: unit.source, target: unit.target, english: null });
  }
  return withEnglish(ctx, project, fragments);
}

/** The fragments with the English that word links show. */
async function withEnglish(
  ctx: Context,
  project: string,
  fragments: readonly Fragment[],
): Promise<readonly Fragment[]> {
  if (fragments.length === 0) return fragments;
  const sentences = fragments.map(({ source: fa, target: en }) => ({ fa, en }));
  const links = await ctx.apart.run('suggestLinks', { sentences, known: await wordKnowledge(ctx, project) });
  return fragments.map((fragment, index) => ({ ...fragment, english: englishOf(fragment, links[index] ?? []) }));
}

function englishOf({ source, within, target }: Fragment, links: readonly SuggestedLink[]): Span | null {
  if (within.from === 0 && within.to >= source.trimEnd().length - 1) return { from: 0, to: target.length };
  const own = links.filter(({ fa }) => fa.from >= within.from && fa.to <= within.to).map(({ en }) => en);
  if (own.length === 0) return null;
  const span = { from: Math.min(...own.map(({ from }) => from)), to: Math.max(...own.map(({ to }) => to)) };
  const [persian, english] = [source.slice(within.from, within.to), target.slice(span.from, span.to)].map(
    (piece) => memoryWords(piece).length,
  );
  return (english ?? 0) <= WIDE * (persian ?? 0) ? span : null;
}

/** Where the words of a piece stand in a unit. */
function placeOf(source: UnitRow['source'], piece: string): Span | null {
  const [words, sought] = [memoryWords(source), memoryWords(piece)];
  const places = memoryWordPlaces(source);
  for (let at = 0; at + sought.length <= words.length; at++) {
    if (sought.every((word, index) => words[at + index] === word)) return spanOf(places, at, sought.length);
  }
  return null;
}

function spanOf(places: readonly Span[], first: number, length: number): Span | null {
  const [start, end] = [places[first], places[first + length - 1]];
  return start && end ? { from: start.from, to: end.to } : null;
}
