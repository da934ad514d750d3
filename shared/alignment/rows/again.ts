import type { Checked } from '../../core/problem.ts';
import type { Span } from '../../core/span.ts';
import { pieces } from '../../language/sentences/pieces.ts';
import { englishRules, persianRules } from '../../language/sentences/rules.ts';
import { segmentSource } from '../../language/sentences/segmentation.ts';
import type { Knowledge } from '../evidence/partners.ts';
import { align } from '../sentences/align.ts';
import type { Watch } from '../sentences/lattice.ts';
import { type PairedRow, pairedRows } from './paired-rows.ts';

/** Rows that are to be aligned anew, between two that stand: their Persian as a range of the source, and their English. */
export interface AlignedStretch {
  readonly persian: Span;
  readonly english: readonly string[];
}

/** What stands in for the rows of each stretch, in order. Stretches are aligned one by one, so what lies between them is a
 *  fixed point. One that has nothing on a side has nothing to align, and gives no row. Ends with the rule `alignment-stopped`
 *  when `watch`, which is told the share that is done, says `false`. */
export function alignAgain(
  source: string,
  stretches: readonly AlignedStretch[],
  knowledge: Knowledge,
  watch: Watch = () => true,
): Checked<readonly (readonly PairedRow[])[]> {
  const sizes = stretches.map(({ persian, english }) => persian.to - persian.from + english.join(' ').length);
  const whole = Math.max(1, sum(sizes));
  let before = 0;
  const rows: (readonly PairedRow[])[] = [];
  for (const [index, { persian, english }] of stretches.entries()) {
    const size = sizes[index] ?? 0;
    const done = before;
    before += size;
    const units = segmentSource(source.slice(persian.from, persian.to), persianRules).units.map((unit) => ({
      ...unit,
      from: unit.from + persian.from,
      to: unit.to + persian.from,
    }));
    // What one row holds is cut into sentences; what stands in two rows may belong together, but is not joined before that.
    const targets = english.flatMap((text) =>
      pieces(text, englishRules).map(({ from, to }) => text.slice(from, to).trim()),
    );
    if (units.length === 0 || targets.length === 0) {
      rows.push([]);
      continue;
    }
    const sources = units.map(({ from, to }) => source.slice(from, to));
    const aligned = align(sources, targets, {
      ...knowledge,
      watch: (share) => watch((done + share * size) / whole),
    });
    if (!aligned.ok) return aligned;
    const pairings = aligned.value.beads.map((bead) => ({
      units: bead.source.flatMap((unit) => units[unit] ?? []),
      english: bead.target.map((target) => targets[target] ?? '').join(' '),
      score: rounded(bead.score),
    }));
    rows.push(pairedRows(pairings, persian.from));
  }
  return { ok: true, value: rows };
}

/** A score as documents keep it. */
export function rounded(score: number): number {
  return Math.round(Math.max(0, Math.min(1, score)) * 1000) / 1000;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
