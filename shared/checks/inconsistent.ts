import { foldKey } from '../language/characters/fold.ts';
import { countWords } from '../language/words/token.ts';
import type { TextPair } from './pair/rule.ts';

/** A pair that is said otherwise elsewhere. */
export interface Inconsistency {
  /** 0-based place of the pair. */
  readonly at: number;
  /** `renderings`: its Persian has another English elsewhere; `sources`: its English stands for another Persian. */
  readonly kind: 'renderings' | 'sources';
  /** What is usual of it: that of most pairs, of the first one where they are as many. */
  readonly usual: string;
}

/** Shorter English stands for many things: `Yes.` */
const LEAST_WORDS = 3;

/** A pair with what makes it the same as another one. */
export interface SaidPair extends TextPair {
  /** The same for a Persian text however it is typed. */
  readonly sourceKey: string;
  readonly targetKey: string;
}

/** A pair made ready to be compared with others. */
export function saidPair({ source, target }: TextPair): SaidPair {
  return {
    ...{ source, target },
    sourceKey: foldKey(source, 'fold').trim(),
    targetKey: target.replace(/\s+/gu, ' ').trim(),
  };
}

/** The pairs whose Persian has another English in most places, or whose English stands for another Persian. Texts are the same however
 *  they are typed; of the Persian, spaces and hamza part nothing where English is compared. Pairs without English do not count. */
export function inconsistencies(pairs: readonly SaidPair[]): readonly Inconsistency[] {
  const work = inconsistenciesInPieces(pairs);
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}

/** The same in pieces that are short however many pairs there are. */
export function* inconsistenciesInPieces(pairs: readonly SaidPair[]): Generator<void, readonly Inconsistency[]> {
  const bySource = new Map<string, Said[]>();
  const byTarget = new Map<string, Said[]>();
  for (const [at, pair] of pairs.entries()) {
    if (pair.sourceKey !== '' && pair.targetKey !== '') {
      add(bySource, pair.sourceKey, { at, pair });
      add(byTarget, pair.targetKey, { at, pair });
    }
    yield;
  }
  const found: Inconsistency[] = [];
  for (const alike of bySource.values()) {
    for (const { one, usual } of yield* odd(alike, ({ pair }) => pair.targetKey)) {
      found.push({ at: one.at, kind: 'renderings', usual: usual.pair.target });
    }
    yield;
  }
  for (const alike of byTarget.values()) {
    if (alike.length > 1 && countWords(alike[0]?.pair.targetKey ?? '') >= LEAST_WORDS) {
      for (const { one, usual } of yield* odd(alike, ({ pair }) => foldKey(pair.source, 'tight'))) {
        found.push({ at: one.at, kind: 'sources', usual: usual.pair.source });
      }
    }
    yield;
  }
  return found.sort((a, b) => a.at - b.at);
}

interface Said {
  readonly at: number;
  readonly pair: SaidPair;
}

interface Odd {
  readonly one: Said;
  readonly usual: Said;
}

/** Of those that are alike, each that is otherwise by `senseOf` than most, with one of these; a pair at a time, for a text may hold
 *  thousands that are alike. */
function* odd(alike: readonly Said[], senseOf: (said: Said) => string): Generator<void, readonly Odd[]> {
  if (alike.length === 1) return [];
  const senses = new Map<string, Said[]>();
  for (const said of alike) {
    add(senses, senseOf(said), said);
    yield;
  }
  const groups = [...senses.values()];
  const most = groups.reduce((most, group) => (group.length > most.length ? group : most));
  const [usual] = most;
  if (usual === undefined || groups.length === 1) return [];
  return groups.filter((group) => group !== most).flatMap((group) => group.map((one) => ({ one, usual })));
}

function add(groups: Map<string, Said[]>, key: string, said: Said): void {
  const group = groups.get(key);
  if (group) group.push(said);
  else groups.set(key, [said]);
}
