import type { Knowledge } from '../../../shared/alignment/evidence/partners.ts';
import { rounded } from '../../../shared/alignment/rows/again.ts';
import { type PairedRow, type Pairing, pairedRows } from '../../../shared/alignment/rows/paired-rows.ts';
import { align } from '../../../shared/alignment/sentences/align.ts';
import type { ScoredBead } from '../../../shared/alignment/sentences/bead.ts';
import type { Unit } from '../../../shared/core/outline.ts';
import type { Checked, Problem } from '../../../shared/core/problem.ts';
import { cleanText } from '../../../shared/formats/text/plain-text.ts';
import { refused } from '../../../shared/formats/text/problems.ts';
import { isBlank } from '../../../shared/language/characters/blank.ts';
import { englishRules, type SegmentationRules } from '../../../shared/language/sentences/rules.ts';
import { segmentSource } from '../../../shared/language/sentences/segmentation.ts';
import { oneLine } from './lines.ts';
import type { Pair, PairContent, PairOptions } from './pair.ts';

/** A pair as rows. */
export interface AlignedPair {
  readonly source: string;
  readonly rows: readonly PairedRow[];
  /** Rows that have both sides; beads of the alignment that have one only. */
  readonly counts: { readonly both: number; readonly sourceOnly: number; readonly targetOnly: number };
  readonly remarks: readonly Problem[];
}

/** What an alignment of a pair goes by. */
export interface PairAlignment {
  /** How the Persian is split. */
  readonly rules: SegmentationRules;
  readonly paragraphs: PairOptions['paragraphs'];
  /** Names and words that are known besides those built in. */
  readonly knowledge?: Knowledge | undefined;
  /** Told the share that is done. */
  readonly progress?: ((share: number) => void) | undefined;
}

/** The rows of a pair: line by line as it stands, running text by alignment, with its scores. Every word of both sides is in
 *  one of them: what the English adds is a row without Persian. */
export function alignPair({ content, remarks }: Pair, by: PairAlignment): Checked<AlignedPair> {
  const made = content.shape === 'text' ? byAlignment(content, by) : byLine(content, by.rules);
  return made.ok ? { ok: true, value: { ...made.value, remarks: [...remarks, ...made.value.remarks] } } : made;
}

type Running = Extract<PairContent, { shape: 'text' }>;
type Lines = Exclude<PairContent, Running>;

function byAlignment(
  { source, target }: Running,
  { rules, paragraphs: keep, knowledge, progress }: PairAlignment,
): Checked<AlignedPair> {
  const [persian, english] = [segmentSource(source, rules).units, segmentSource(target, englishRules).units];
  const textsOf = (units: readonly Unit[], text: string) => units.map(({ from, to }) => text.slice(from, to));
  const targets = textsOf(english, target);
  const places = (units: readonly Unit[]) => units.map(({ paragraph }) => paragraph);
  const aligned = align(textsOf(persian, source), targets, {
    ...knowledge,
    paragraphs: keep === 'ignore' ? undefined : { source: places(persian), target: places(english), keep },
    watch: (share) => {
      progress?.(share);
      return true;
    },
  });
  if (!aligned.ok) return aligned;
  const { beads, remarks } = aligned.value;
  const rows = pairedRows(
    beads.map((bead) => ({
      units: bead.source.flatMap((index) => persian[index] ?? []),
      english: bead.target.map((index) => targets[index] ?? '').join(' '),
      score: rounded(bead.score),
    })),
    persian[0]?.from ?? 0,
  );
  const only = (side: keyof Pick<ScoredBead, 'source' | 'target'>) =>
    beads.filter((bead) => bead[side].length > 0 && bead[side === 'source' ? 'target' : 'source'].length === 0).length;
  const counts = { both: bothIn(beads), sourceOnly: only('source'), targetOnly: only('target') };
  return { ok: true, value: { source, rows, counts, remarks } };
}

/** Rows of a table may be broken into lines inside a cell, and hold nothing on a side. */
function byLine({ rows }: Lines, rules: SegmentationRules): Checked<AlignedPair> {
  const sides = rows.map(({ source, target }) => [oneLine(source), oneLine(target)] as const);
  const checked = [
    cleanText(sides.map(([persian]) => persian).join('\n')),
    cleanText(sides.map(([, english]) => english).join('\n')),
  ];
  const problems = checked.flatMap((side) => (side.ok ? [] : side.problems));
  const source = checked[0]?.ok ? checked[0].value : '';
  if (problems.length > 0) return { ok: false, problems };
  const units = new Map<number, Unit[]>();
  for (const unit of segmentSource(source, rules).units) {
    const own = units.get(unit.paragraph);
    if (own) own.push(unit);
    else units.set(unit.paragraph, [unit]);
  }
  const pairings: Pairing[] = [];
  let paragraph = 0;
  for (const [persian, english] of sides) {
    const own = isBlank(persian) ? [] : (units.get(paragraph) ?? []);
    if (!isBlank(persian)) paragraph += 1;
    pairings.push({ units: own, english, score: null });
  }
  if (pairings.every((pairing) => pairing.units.length === 0)) return refused('pair.no-source');
  const counted = (hasPersian: boolean, hasEnglish: boolean) =>
    pairings.filter((pairing) => pairing.units.length > 0 === hasPersian && (pairing.english !== '') === hasEnglish)
      .length;
  const counts = { both: counted(true, true), sourceOnly: counted(true, false), targetOnly: counted(false, true) };
  const start = pairings.find((pairing) => pairing.units.length > 0)?.units[0]?.from ?? 0;
  return { ok: true, value: { source, rows: pairedRows(pairings, start), counts, remarks: [] } };
}

function bothIn(beads: readonly ScoredBead[]): number {
  return beads.filter(({ source, target }) => source.length > 0 && target.length > 0).length;
}
