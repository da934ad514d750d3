import { defaultLabels, type Hue, type Label } from '../../../shared/core/label.ts';
import type { Span } from '../../../shared/core/span.ts';
import type { MentionPart } from '../../../shared/doc/model/marked.ts';
import type { Proposal } from '../../../shared/doc/proposals/proposal.ts';
import type { Grid, Row } from '../page/grid.ts';
import type { Side } from '../page/row-range.ts';
import type { Highlights, Layer } from './highlights.ts';
import { huesOf, type MentionPaint } from './mention-paint.ts';
import { mentionsAround } from './mention-place.ts';
import { mentionHighlight, proposalHighlights } from './mention-style.ts';
import { nothingPainted, type Painted, type PaintedRanges, paintedRanges } from './painted-ranges.ts';

/** Paints what is proposed on both texts of the rows that the browser draws, and shades the one that the keys are about. */
export class ProposalPaint {
  /** What is proposed in a row; the same list until it changes. */
  proposalsOf: (row: Row) => readonly Proposal[] = () => [];
  private readonly grid: Grid;
  private readonly mentions: MentionPaint;
  private readonly highlights: Highlights;
  private readonly drawn = new WeakMap<
    Row,
    { readonly proposals: readonly Proposal[]; readonly ranges: PaintedRanges }
  >();
  private hueOf: ReadonlyMap<string, Hue> = huesOf(defaultLabels);
  private current: Proposal | null = null;

  constructor(grid: Grid, highlights: Highlights, mentions: MentionPaint) {
    this.grid = grid;
    this.highlights = highlights;
    this.mentions = mentions;
    for (const name of proposalHighlights) {
      highlights.show({
        name,
        source: (row) => this.rangesOf(row).get(name)?.source ?? [],
        rendering: (row) => this.rangesOf(row).get(name)?.rendering ?? [],
      });
    }
    highlights.show(this.shade);
  }

  setLabels(labels: readonly Label[]): void {
    this.hueOf = huesOf(labels);
    this.repaint(() => true);
  }

  /** What of a row is painted now; `undefined` for one that is not. */
  drawnOf(row: Row): readonly Proposal[] | undefined {
    return this.drawn.get(row)?.proposals;
  }

  /** Paints the rows again that are drawn and changed. */
  repaint(isChanged: (row: Row) => boolean): void {
    for (const row of this.grid.drawnRows()) {
      if (!isChanged(row)) continue;
      this.drawn.delete(row);
      for (const name of proposalHighlights) this.highlights.repaint(name, [row]);
    }
  }

  /** Shades the proposal that the keys are about, and no other. */
  showCurrent(proposal: Proposal | null): void {
    const before = this.current;
    if (before === proposal) return;
    this.current = proposal;
    const rows = new Set([before?.segment, proposal?.segment].map((id) => this.grid.row(id ?? '')));
    this.highlights.repaint(
      this.shade.name,
      [...rows].filter((row) => row !== null),
    );
  }

  private readonly shade: Layer = {
    name: 'radif-proposal',
    priority: 2,
    source: ({ id }) => this.shaded(id, 'source'),
    rendering: ({ id }) => this.shaded(id, 'rendering'),
  };

  private shaded(segment: string, side: Side): readonly Span[] {
    const place = this.current?.segment === segment ? this.current[side] : null;
    return place ? [place] : [];
  }

  private rangesOf(row: Row): PaintedRanges {
    const proposals = this.proposalsOf(row);
    const known = this.drawn.get(row);
    if (known?.proposals === proposals) return known.ranges;
    const parts = proposals.length === 0 ? [] : this.mentions.partsOf(row);
    const ranges =
      proposals.length === 0 ? nothingPainted : paintedRanges(proposals.map((each) => this.paintOf(each, parts)));
    this.drawn.set(row, { proposals, ranges });
    return ranges;
  }

  private paintOf({ label, source, rendering }: Proposal, parts: readonly MentionPart[]): Painted {
    const hue = this.hueOf.get(label) ?? 'stone';
    const painted = (side: Side, span: Span) => {
      return { name: mentionHighlight(hue, 'proposed', mentionsAround(parts, side, span).length), span };
    };
    return {
      source: source && painted('source', source),
      rendering: rendering && painted('rendering', rendering),
    };
  }
}
