import type { Node } from 'prosemirror-model';
import type { EditorView } from 'prosemirror-view';
import { defaultLabels, type Hue, type Label } from '../../../shared/core/label.ts';
import type { Span } from '../../../shared/core/span.ts';
import { type MentionPart, segmentMentions } from '../../../shared/doc/model/marked.ts';
import type { Grid, Row } from '../page/grid.ts';
import type { Highlights } from './highlights.ts';
import { litHighlight, mentionHighlight, mentionHighlights, styleMentions } from './mention-style.ts';
import { nothingPainted, type Painted, type PaintedRanges, paintedRanges } from './painted-ranges.ts';

/**
 * Paints the accepted mentions of a document on both texts of the rows that the browser draws. A keystroke paints its own row
 * again; a change of the standoff, the rows whose mentions it changed.
 */
export class MentionPaint {
  private readonly view: EditorView;
  private readonly grid: Grid;
  private readonly highlights: Highlights;
  private readonly painted = new WeakMap<readonly MentionPart[], PaintedRanges>();
  private readonly lastParts = new WeakMap<Row, readonly MentionPart[]>();
  private hueOf: ReadonlyMap<string, Hue> = huesOf(defaultLabels);
  private lit: ReadonlySet<string> = new Set();

  constructor(view: EditorView, grid: Grid, highlights: Highlights) {
    this.view = view;
    this.grid = grid;
    this.highlights = highlights;
    styleMentions();
    for (const name of mentionHighlights) {
      highlights.show({
        name,
        source: (row) => this.rangesOf(row).get(name)?.source ?? [],
        rendering: (row) => this.rangesOf(row).get(name)?.rendering ?? [],
      });
    }
  }

  setLabels(labels: readonly Label[]): void {
    this.hueOf = huesOf(labels);
    this.repaint(() => true);
  }

  /** The mentions that stand in a row, those of its source first. */
  partsOf(row: Row): readonly MentionPart[] {
    return segmentMentions(this.view.state.doc, row.node, this.grid.document.source);
  }

  /** Follows a change of the document; rows whose text changed are painted anew as such. */
  follow(before: Node): void {
    if (before.lastChild === this.view.state.doc.lastChild) return;
    this.repaint((row) => !areSameParts(this.lastParts.get(row) ?? [], this.partsOf(row)));
  }

  /** Lights these mentions on both wings, and no others. */
  light(ids: readonly string[]): void {
    const before = this.lit;
    if (before.size === ids.length && ids.every((id) => before.has(id))) return;
    this.lit = new Set(ids);
    this.repaint((row) => this.partsOf(row).some(({ mention }) => before.has(mention.id) || this.lit.has(mention.id)));
  }

  private repaint(isChanged: (row: Row) => boolean): void {
    for (const row of this.grid.drawnRows()) {
      if (!isChanged(row)) continue;
      this.painted.delete(this.partsOf(row));
      for (const name of mentionHighlights) this.highlights.repaint(name, [row]);
    }
  }

  /** The ranges of a row by highlight, told apart once as long as its mentions stay. */
  private rangesOf(row: Row): PaintedRanges {
    const parts = this.partsOf(row);
    this.lastParts.set(row, parts);
    if (parts.length === 0) return nothingPainted;
    const known = this.painted.get(parts);
    if (known) return known;
    const ranges = paintedRanges(parts.flatMap((part) => this.paintsOf(part)));
    this.painted.set(parts, ranges);
    return ranges;
  }

  private paintsOf({ mention, source, rendering }: MentionPart): readonly Painted[] {
    if (mention.state !== 'accepted') return [];
    const hue = this.hueOf.get(mention.label) ?? 'stone';
    const painted = (nameOf: (depth: number) => string): Painted => ({
      source: source && { name: nameOf(source.depth), span: source },
      rendering: rendering && { name: nameOf(rendering.depth), span: rendering },
    });
    const drawn = painted((depth) => mentionHighlight(hue, 'accepted', depth));
    return this.lit.has(mention.id) ? [drawn, painted(() => litHighlight(hue))] : [drawn];
  }
}

/** The hue of each label. */
export function huesOf(labels: readonly Label[]): ReadonlyMap<string, Hue> {
  return new Map(labels.map(({ id, hue }) => [id, hue]));
}

/** True when two readings of a row have the same mentions at the same places. */
export function areSameParts(before: readonly MentionPart[], after: readonly MentionPart[]): boolean {
  return (
    before.length === after.length &&
    before.every((part, index) => {
      const other = after[index];
      return other !== undefined && part.mention === other.mention && isEqual(part.source, other.source);
    })
  );
}

function isEqual(a: Span | null, b: Span | null): boolean {
  return a === b || (a !== null && b !== null && a.from === b.from && a.to === b.to);
}
