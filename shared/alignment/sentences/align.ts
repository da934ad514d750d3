import type { Checked, Problem } from '../../core/problem.ts';
import { lettersOf, marksOf, sentencesOf } from '../evidence/marks.ts';
import { weigh } from '../evidence/overlap.ts';
import { findPartners, type Knowledge } from '../evidence/partners.ts';
import { readSide, type Side } from '../evidence/side.ts';
import type { Sign } from '../evidence/sign.ts';
import { languageOf } from '../forms/language-of.ts';
import { seedLexicon } from '../lexicon/seed.ts';
import type { Bead, ScoredBead } from './bead.ts';
import { fixedProblems, stretchesBetween } from './fixed.ts';
import type { Watch } from './lattice.ts';
import { areParallel, beginnings, type Paragraphs } from './paragraphs.ts';
import { inputRemarks, resultRemarks } from './remarks.ts';
import { alignStretch, type Judged, type Stretch } from './stretch.ts';
import { weights as standardWeights, type Weights } from './weights.ts';

/** What an alignment takes into account. All of it may be left out. */
export interface AlignmentOptions extends Knowledge {
  /** Beads that somebody confirmed: they stay as they are, and the rest is aligned around them. They may cross. */
  readonly fixed?: readonly Bead[] | undefined;
  readonly paragraphs?: Paragraphs | undefined;
  /** Told the share that is done; the alignment stops when it says `false`. */
  readonly watch?: Watch | undefined;
  readonly weights?: Weights | undefined;
}

/** Two texts, aligned. */
export interface Alignment {
  /** Every unit stands in one bead; beads ascend on both sides, but for fixed ones that cross. */
  readonly beads: readonly ScoredBead[];
  /** What a person should know: an empty side, languages exchanged, texts that hardly correspond. See `inputRemarks`. */
  readonly remarks: readonly Problem[];
}

/** Aligns Persian units with English ones, sentence by sentence. Any texts are good input; bad are only fixed beads that name
 *  units wrongly, and `watch` that stops it (rule `alignment-stopped`). The same input gives the same beads. Time and memory
 *  grow with the number of units, as paths are looked for along the rare words that both sides share. */
export function align(
  source: readonly string[],
  target: readonly string[],
  options: AlignmentOptions = {},
): Checked<Alignment> {
  const { fixed = [], watch = () => true } = options;
  const wrong = fixedProblems(fixed, source.length, target.length);
  if (wrong.length > 0) return { ok: false, problems: wrong };
  const languages = { source: languageOf(source), target: languageOf(target) };
  const remarks = inputRemarks(source, target, languages);
  const isSwapped = languages.source === 'en' && languages.target === 'fa';
  const free = isSwapped
    ? freeBeads(target, source, swapped(options), watch)?.map(turned)
    : freeBeads(source, target, options, watch);
  if (!free) {
    const message = 'The alignment was stopped before its end. Nothing was changed.';
    return { ok: false, problems: [{ rule: 'alignment-stopped', message }] };
  }
  const beads = inOrder([...free, ...fixed.map((bead) => ({ ...bead, score: 1, fixed: true }))]);
  return { ok: true, value: { beads, remarks: [...remarks, ...resultRemarks(beads)] } };
}

/** The beads of all units that no fixed bead has; `null` when `watch` said no. */
function freeBeads(
  source: readonly string[],
  target: readonly string[],
  { fixed = [], paragraphs, weights = standardWeights, lexicon = seedLexicon(), ...knowledge }: AlignmentOptions,
  watch: Watch,
): readonly ScoredBead[] | null {
  if (!watch(0)) return null;
  const [persian, english] = [readSide(source, 'fa'), readSide(target, 'en')];
  const partners = findPartners(persian, english, { lexicon, ...knowledge });
  if (!watch(PREPARED)) return null;
  const sideOf = (
    side: Side,
    signs: readonly (readonly Sign[])[],
    known: readonly boolean[],
    own?: readonly number[],
  ) => ({
    letters: lettersOf(side),
    sentences: sentencesOf(side),
    marks: marksOf(side),
    weighed: weigh(side, signs, known, weights.smoothing),
    beginnings: beginnings(own ?? []),
  });
  const judged: Judged = {
    source: sideOf(persian, partners.persian, partners.isKnownPersian, paragraphs?.source),
    target: sideOf(english, partners.english, partners.isKnownEnglish, paragraphs?.target),
    partners,
    keep: paragraphs?.keep ?? null,
    weights,
  };
  const stretches = stretchesBetween(fixed, source.length, target.length).flatMap((stretch) =>
    paragraphs && areParallel(paragraphs) ? byParagraph(stretch, paragraphs) : [stretch],
  );
  const all = Math.max(1, source.length + target.length);
  const beads: ScoredBead[] = [];
  let done = 0;
  for (const stretch of stretches) {
    const size = stretch.source.length + stretch.target.length;
    const found = alignStretch(stretch, judged, (share) =>
      watch(PREPARED + ((1 - PREPARED) * (done + share * size)) / all),
    );
    if (found === null) return null;
    for (const bead of found) beads.push(bead);
    done += size;
  }
  return watch(1) ? beads : null;
}

/** The share of the work that is done before the first bead. */
const PREPARED = 0.3;

/** Parts a stretch where both sides begin their n-th paragraph. */
function byParagraph({ source, target }: Stretch, paragraphs: Paragraphs): readonly Stretch[] {
  const parts = new Map<number, { source: number[]; target: number[] }>();
  const ordinals = { source: ordinalsOf(paragraphs.source), target: ordinalsOf(paragraphs.target) };
  const put = (side: 'source' | 'target', unit: number) => {
    const ordinal = ordinals[side][unit] ?? 0;
    const part = parts.get(ordinal) ?? { source: [], target: [] };
    part[side].push(unit);
    parts.set(ordinal, part);
  };
  for (const unit of source) put('source', unit);
  for (const unit of target) put('target', unit);
  return [...parts].sort(([a], [b]) => a - b).map(([, part]) => part);
}

function ordinalsOf(paragraphs: readonly number[]): readonly number[] {
  let ordinal = 0;
  return paragraphs.map((paragraph, unit) => {
    if (unit > 0 && paragraph !== paragraphs[unit - 1]) ordinal += 1;
    return ordinal;
  });
}

function swapped({ fixed, paragraphs, ...rest }: AlignmentOptions): AlignmentOptions {
  return {
    ...rest,
    fixed: fixed?.map(turned),
    paragraphs: paragraphs && { ...paragraphs, source: paragraphs.target, target: paragraphs.source },
  };
}

function turned<B extends Bead>(bead: B): B {
  return { ...bead, source: bead.target, target: bead.source };
}

/** By their source units; a bead without any stands before the next one of its target. */
function inOrder(beads: readonly ScoredBead[]): readonly ScoredBead[] {
  const withSource = beads.filter(({ source }) => source.length > 0).sort((a, b) => first(a.source) - first(b.source));
  const without = beads.filter(({ source }) => source.length === 0).sort((a, b) => first(a.target) - first(b.target));
  const ordered: ScoredBead[] = [];
  let reached = -1;
  let next = 0;
  for (const bead of withSource) {
    const target = bead.target.length > 0 ? first(bead.target) : -1;
    if (target > reached) {
      for (; next < without.length && first((without[next] as ScoredBead).target) < target; next++) {
        ordered.push(without[next] as ScoredBead);
      }
      reached = target;
    }
    ordered.push(bead);
  }
  return [...ordered, ...without.slice(next)];
}

function first(units: readonly number[]): number {
  return units.reduce((least, unit) => Math.min(least, unit));
}
