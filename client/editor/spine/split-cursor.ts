import type { Span } from '../../../shared/core/span.ts';
import { segmentAttrs } from '../../../shared/doc/model/schema.ts';
import type { Grid, Row } from '../page/grid.ts';
import type { Highlights, Layer } from '../paint/highlights.ts';
import type { Mark } from '../paint/marks.ts';
import { nearest, wordStarts } from './source-words.ts';

/** A segment and the range of the source that it covers. */
interface Covered extends Span {
  readonly id: string;
}

interface Place extends Covered {
  /** Where the source is to be split. */
  readonly offset: number;
  /** Where the rendering will be split, while that is being chosen; offsets of the rendering. */
  readonly rest: Span | null;
}

/**
 * Where the source of one segment is to be split: put there by a click, or chosen with the keys. The caret of the
 * rendering stays where it is, so that a split has a place on both sides.
 */
export class SplitCursor {
  private readonly grid: Grid;
  private readonly highlights: Highlights;
  private place: Place | null = null;

  constructor(grid: Grid, highlights: Highlights) {
    this.grid = grid;
    this.highlights = highlights;
  }

  /** The place in the segment, or `null` when it is in another one or the segment's range has changed since. */
  in({ id, from, to }: Covered): number | null {
    const { place } = this;
    return place && place.id === id && place.from === from && place.to === to ? place.offset : null;
  }

  /** True while keys move the cursor. */
  get choosing(): boolean {
    return this.place !== null && this.place.rest !== null;
  }

  /** Puts the cursor before the word nearest to `offset`; false when the segment has only one. */
  put({ id, from, to }: Covered, offset: number, rest: Span | null = this.place?.rest ?? null): boolean {
    const found = nearest(wordStarts(this.grid.document.source, { from, to }), offset);
    if (found === null) return false;
    const before = this.place?.id;
    this.place = { id, from, to, offset: found, rest };
    this.draw(before === id ? [id] : [before, id]);
    return true;
  }

  /** Moves the cursor by words; beyond the last one it stays. */
  move(words: number): number | null {
    if (!this.place) return null;
    const places = wordStarts(this.grid.document.source, this.place);
    const index = places.indexOf(this.place.offset) + words;
    const offset = places[Math.max(0, Math.min(index, places.length - 1))];
    if (offset === undefined) return null;
    this.place = { ...this.place, offset };
    this.draw([this.place.id]);
    return offset;
  }

  clear(): void {
    if (!this.place) return;
    const { id } = this.place;
    this.place = null;
    this.draw([id]);
  }

  /** Forgets the place when the caret went to another segment or the segment is not what it was. */
  follow(active: Covered | null): void {
    if (this.place && (!active || this.in(active) === null)) this.clear();
  }

  marks(row: Row): readonly Mark[] {
    const at = this.in(segmentAttrs(row.node));
    return at === null ? [] : [{ side: 'source', at, sign: this.choosing ? 'split-cursor choosing' : 'split-cursor' }];
  }

  /** What will stand in the second segment. */
  private readonly second: Layer = {
    name: 'radif-split',
    source: ({ id }) => (this.place?.id === id ? [{ from: this.place.offset, to: this.place.to }] : []),
    rendering: ({ id }) => (this.place?.rest && this.place.id === id ? [this.place.rest] : []),
  };

  private draw(ids: readonly (string | undefined)[]): void {
    if (this.choosing) this.highlights.show(this.second);
    else this.highlights.hide(this.second.name);
    for (const id of ids) {
      const row = id === undefined ? null : this.grid.row(id);
      if (row) this.grid.redraw(row);
    }
  }
}
