import type { Candidate } from './candidate.ts';
import type { TokenLink } from './token-link.ts';

/** What a candidate loses for standing at the other end of its sentence, and gains for each linked neighbour. */
const FAR = 0.25;
const BESIDE = 0.08;
const MOST_BESIDE = 3;

/** How near words stand that support each other. */
const REACH_SOURCE = 2;
const REACH_TARGET = 3;

/** The rounds of the choice: of two places for one word, the better one must be better by `clearer`. */
const rounds = [
  { takesSmall: false, clearer: 0.3 },
  { takesSmall: false, clearer: 0.1 },
  { takesSmall: false, clearer: 0.02 },
  { takesSmall: true, clearer: 0.1 },
  { takesSmall: true, clearer: 0.02 },
];

/** What a link needs at least, and from where it is called sure. */
const LEAST = 0.5;
const SURE = 0.6;

/** How likely a link is that a word has only by the phrase that it stands in. */
const FILLED = 0.55;

/** The candidates that are linked: each word in one candidate, the likeliest first (I. D. Melamed, "Models of Translational
 *  Equivalence among Words", Computational Linguistics 26 (2000): competitive linking); first what is clear by itself,
 *  then what is clear by what stands beside it. `isSmall` tells small words of the target, which are no part of a phrase. */
export function chosenLinks(
  candidates: readonly Candidate[],
  sources: number,
  targets: number,
  isSmall: readonly boolean[],
): readonly TokenLink[] {
  const taken = new Links(sources, targets, isSmall);
  const open = new Set(candidates.filter((candidate) => !isBlock(candidate)));
  for (const { takesSmall, clearer } of rounds) {
    const scored = [...open]
      .filter(({ reason }) => takesSmall || reason !== 'small')
      .map((candidate) => ({ candidate, score: taken.score(candidate) }))
      .sort(
        (a, b) =>
          b.score - a.score ||
          a.candidate.source[0] - b.candidate.source[0] ||
          a.candidate.target[0] - b.candidate.target[0],
      );
    const rivals = rivalsOf(scored);
    for (const { candidate, score } of scored) {
      if (!taken.areFree(candidate)) {
        open.delete(candidate);
        continue;
      }
      const isClear = rivals(candidate).every(
        (rival) => rival.candidate === candidate || !taken.areFree(rival.candidate) || rival.score <= score - clearer,
      );
      if (!isClear || score < LEAST) continue;
      if (candidate.isAttached && taken.beside(candidate) === 0) continue;
      taken.take(candidate, score);
      open.delete(candidate);
    }
  }
  for (const candidate of candidates) if (isBlock(candidate)) taken.fill(candidate);
  return taken.links();
}

/** True for a phrase of several words on both sides, whose words have their partners one by one. */
function isBlock({ source, target }: Candidate): boolean {
  return source[1] - source[0] > 1 && target[1] - target[0] > 1;
}

interface Scored {
  readonly candidate: Candidate;
  readonly score: number;
}

/** The candidates that share a word with one of them. */
function rivalsOf(scored: readonly Scored[]): (candidate: Candidate) => readonly Scored[] {
  const byWord = new Map<string, Scored[]>();
  for (const each of scored) {
    for (const key of wordsOf(each.candidate)) byWord.set(key, [...(byWord.get(key) ?? []), each]);
  }
  return (candidate) => wordsOf(candidate).flatMap((key) => byWord.get(key) ?? []);
}

function wordsOf({ source, target }: Candidate): readonly string[] {
  const keys: string[] = [];
  for (let at = source[0]; at < source[1]; at++) keys.push(`s${at}`);
  for (let at = target[0]; at < target[1]; at++) keys.push(`t${at}`);
  return keys;
}

/** The links that are made so far. */
class Links {
  private readonly bySource = new Map<number, number[]>();
  private readonly usedTargets = new Set<number>();
  private readonly made: TokenLink[] = [];
  private readonly sources: number;
  private readonly targets: number;
  private readonly isSmall: readonly boolean[];

  constructor(sources: number, targets: number, isSmall: readonly boolean[]) {
    this.sources = sources;
    this.targets = targets;
    this.isSmall = isSmall;
  }

  areFree({ source, target }: Candidate): boolean {
    for (let at = source[0]; at < source[1]; at++) if (this.bySource.has(at)) return false;
    for (let at = target[0]; at < target[1]; at++) if (this.usedTargets.has(at)) return false;
    return true;
  }

  /** The score with regard to where the words stand. Longer phrases come before their words. */
  score(candidate: Candidate): number {
    const { source, target, score } = candidate;
    const middle = ([from, to]: readonly [number, number], of: number) => (from + to) / 2 / Math.max(1, of);
    const far = Math.abs(middle(source, this.sources) - middle(target, this.targets));
    const words = source[1] - source[0] + target[1] - target[0] - 2;
    return score * (1 - FAR * far) + BESIDE * Math.min(MOST_BESIDE, this.beside(candidate)) + 0.1 * Math.min(3, words);
  }

  /** How many links stand beside a candidate on both sides. */
  beside({ source, target }: Candidate): number {
    let count = 0;
    for (let at = source[0] - REACH_SOURCE; at < source[1] + REACH_SOURCE; at++) {
      if (at >= source[0] && at < source[1]) continue;
      const near = (this.bySource.get(at) ?? []).some(
        (other) => other >= target[0] - REACH_TARGET && other < target[1] + REACH_TARGET,
      );
      if (near) count += 1;
    }
    return count;
  }

  take({ source, target, isAttached }: Candidate, score: number): void {
    const words = Array.from({ length: target[1] - target[0] }, (_, at) => target[0] + at);
    const content = words.filter((at) => !this.isSmall[at]);
    for (let from = source[0]; from < source[1]; from++) {
      const linked = content.length > 0 ? content : words;
      this.bySource.set(from, linked);
      for (const to of linked) {
        const rounded = Math.round(Math.min(1, score) * 1000) / 1000;
        this.made.push({ source: from, target: to, sure: score >= SURE && !isAttached, score: rounded });
      }
    }
    for (const at of words) this.usedTargets.add(at);
  }

  /** Joins the words of a phrase that have no partner of their own, when all others have theirs within it: to the words of its
   *  English that have none either («کشور» of «وزیر کشور» to `interior`), or to what the word after them is linked to, or
   *  before them («امور» of «وزیر امور خارجه» to `foreign`). */
  fill({ source, target }: Candidate): void {
    const words = Array.from({ length: source[1] - source[0] }, (_, at) => source[0] + at);
    const linked = words.flatMap((word) => this.bySource.get(word) ?? []);
    if (linked.length === 0 || linked.some((at) => at < target[0] || at >= target[1])) return;
    const alone = words.filter((each) => !this.bySource.has(each));
    const free = Array.from({ length: target[1] - target[0] }, (_, at) => target[0] + at).filter(
      (at) => !this.usedTargets.has(at) && !this.isSmall[at],
    );
    for (const word of alone) {
      const near =
        words.find((each) => each > word && this.bySource.has(each)) ??
        words.findLast((each) => this.bySource.has(each));
      const partners = free.length > 0 ? free : (this.bySource.get(near ?? word) ?? []);
      for (const to of partners) this.made.push({ source: word, target: to, sure: false, score: FILLED });
      this.bySource.set(word, partners);
      for (const to of partners) this.usedTargets.add(to);
    }
  }

  links(): readonly TokenLink[] {
    return this.made.toSorted((a, b) => a.source - b.source || a.target - b.target);
  }
}
