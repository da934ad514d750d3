import { align } from '../../../shared/alignment/sentences/align.ts';
import type { ScoredBead } from '../../../shared/alignment/sentences/bead.ts';
import type { Kind, Unit } from '../../../shared/core/outline.ts';
import type { Checked, Problem } from '../../../shared/core/problem.ts';
import { joinedKind } from '../../../shared/doc/model/standing.ts';
import { cleanText } from '../../../shared/formats/text/plain-text.ts';
import { refused } from '../../../shared/formats/text/problems.ts';
import { isBlank } from '../../../shared/language/characters/blank.ts';
import { englishRules, type SegmentationRules } from '../../../shared/language/sentences/rules.ts';
import { segmentSource } from '../../../shared/language/sentences/segmentation.ts';
import type { Pair, PairContent, PairOptions } from './pair.ts';

/** A row of the document that a pair becomes: a range of the source and its English. */
export interface AlignedRow {
  readonly from: number;
  readonly to: number;
  readonly kind: Kind;
  readonly rendering: string;
}

/** A pair as rows. */
export interface AlignedPair {
  readonly source: string;
  readonly rows: readonly AlignedRow[];
  /** Rows that have both sides; beads of the alignment that have one only. */
  readonly counts: { readonly both: number; readonly sourceOnly: number; readonly targetOnly: number };
  readonly remarks: readonly Problem[];
}

/** The rows of a pair: line by line as it stands, running text by alignment. Every word of both sides is in one of them: what
 *  the English adds stands with the row before it, as a row has a place in the source. */
export function alignPair(
  { content, remarks }: Pair,
  rules: SegmentationRules,
  paragraphs: PairOptions['paragraphs'],
  progress: (share: number) => void,
): Checked<AlignedPair> {
  const made = content.shape === 'text' ? byAlignment(content, rules, paragraphs, progress) : byLine(content, rules);
  return made.ok ? { ok: true, value: { ...made.value, remarks: [...remarks, ...made.value.remarks] } } : made;
}

type Running = Extract<PairContent, { shape: 'text' }>;
type Lines = Exclude<PairContent, Running>;

function byAlignment(
  { source, target }: Running,
  rules: SegmentationRules,
  keep: PairOptions['paragraphs'],
  progress: (share: number) => void,
): Checked<AlignedPair> {
  const [persian, english] = [segmentSource(source, rules).units, segmentSource(target, englishRules).units];
  const textsOf = (units: readonly Unit[], text: string) => units.map(({ from, to }) => text.slice(from, to));
  const targets = textsOf(english, target);
  const places = (units: readonly Unit[]) => units.map(({ paragraph }) => paragraph);
  const aligned = align(textsOf(persian, source), targets, {
    paragraphs: keep === 'ignore' ? undefined : { source: places(persian), target: places(english), keep },
    watch: (share) => {
      progress(share);
      return true;
    },
  });
  if (!aligned.ok) return aligned;
  const { beads, remarks } = aligned.value;
  const rows = new Rows();
  for (const bead of beads) {
    const units = bead.source.flatMap((index) => persian[index] ?? []);
    rows.add(units, bead.target.map((index) => targets[index] ?? '').join(' '));
  }
  const only = (side: keyof Pick<ScoredBead, 'source' | 'target'>) =>
    beads.filter((bead) => bead[side].length > 0 && bead[side === 'source' ? 'target' : 'source'].length === 0).length;
  const counts = { both: rows.both, sourceOnly: only('source'), targetOnly: only('target') };
  return { ok: true, value: { source, rows: rows.made, counts, remarks } };
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
  const made = new Rows();
  let paragraph = 0;
  let [sourceOnly, targetOnly] = [0, 0];
  for (const [persian, english] of sides) {
    const own = isBlank(persian) ? [] : (units.get(paragraph) ?? []);
    if (!isBlank(persian)) paragraph += 1;
    if (own.length === 0 && english !== '') targetOnly += 1;
    if (own.length > 0 && english === '') sourceOnly += 1;
    made.add(own, english);
  }
  if (made.made.length === 0) return refused('pair.no-source');
  return {
    ok: true,
    value: { source, rows: made.made, counts: { both: made.both, sourceOnly, targetOnly }, remarks: [] },
  };
}

/** A cell as one paragraph, as `cleanText` leaves it. */
function oneLine(cell: string): string {
  return cell
    .replace(/[\t\n\r\v\f\u0085\u2028\u2029]+/g, ' ')
    .replace(/^ +/, '')
    .replace(/(?<! ) +$/, '');
}

/** Rows in the order of the source. Units of several paragraphs cannot be one row: the English stands with the first. */
class Rows {
  readonly made: AlignedRow[] = [];
  both = 0;
  private waiting = '';

  add(units: readonly Unit[], english: string): void {
    const [first, ...rest] = byParagraph(units);
    if (first === undefined) {
      const before = this.made.pop();
      if (before === undefined) this.waiting = joined(this.waiting, english);
      else this.made.push({ ...before, rendering: joined(before.rendering, english) });
      return;
    }
    if (english !== '') this.both += 1;
    this.made.push(rowOf(first, joined(this.waiting, english)));
    this.waiting = '';
    for (const units of rest) this.made.push(rowOf(units, ''));
  }
}

function joined(a: string, b: string): string {
  return a === '' || b === '' ? a + b : `${a} ${b}`;
}

function byParagraph(units: readonly Unit[]): readonly (readonly Unit[])[] {
  const parts = new Map<number, Unit[]>();
  for (const unit of units) {
    const own = parts.get(unit.paragraph);
    if (own) own.push(unit);
    else parts.set(unit.paragraph, [unit]);
  }
  return [...parts.values()];
}

function rowOf(units: readonly Unit[], rendering: string): AlignedRow {
  const from = Math.min(...units.map((unit) => unit.from));
  const to = Math.max(...units.map((unit) => unit.to));
  return { from, to, kind: units.map(({ kind }) => kind).reduce(joinedKind), rendering };
}
