import { overlap, type Span } from '../../../shared/core/span.ts';
import { segmentLinks } from '../../../shared/doc/model/links.ts';
import type { Link } from '../../../shared/doc/model/schema.ts';
import type { Grid, Row } from '../page/grid.ts';
import type { Side } from '../page/row-range.ts';
import type { Highlights } from '../paint/highlights.ts';
import { type Word, wordsOf } from './word.ts';

/** What is to be seen of the links of one segment. */
export interface ShownLinks {
  readonly segment: string;
  readonly suggested: readonly Link[];
  readonly picked: readonly Word[];
  readonly cursor: Word | null;
}

/** Words that are lit, in one segment. */
export interface LitWords {
  readonly segment: string;
  readonly words: readonly Word[];
}

/** Tells each word by what it is: linked for sure or possibly, suggested, stale, or open. */
const states = ['sure', 'possible', 'suggested', 'stale', 'open'] as const;
type State = (typeof states)[number];
const names = [
  ...states.map((state) => `radif-link-${state}`),
  'radif-link-lit',
  'radif-link-picked',
  'radif-link-cursor',
];

/** Paints word links over the texts: those of one segment, and the partners of the word that is pointed at anywhere. */
export class LinkPaint {
  private readonly grid: Grid;
  private readonly highlights: Highlights;
  private shown: ShownLinks | null = null;
  private lit: LitWords | null = null;
  private painted: {
    readonly row: Row;
    readonly shown: ShownLinks | null;
    readonly of: ReadonlyMap<State, readonly Word[]>;
  } | null = null;

  constructor(grid: Grid, highlights: Highlights) {
    this.grid = grid;
    this.highlights = highlights;
    for (const state of states) {
      const words = (row: Row) => this.wordsBy(row).get(state) ?? [];
      highlights.show(layer(`radif-link-${state}`, 1, words));
    }
    highlights.show(layer('radif-link-lit', 2, (row) => (this.lit?.segment === row.id ? this.lit.words : [])));
    highlights.show(layer('radif-link-picked', 3, (row) => (this.shown?.segment === row.id ? this.shown.picked : [])));
    highlights.show(
      layer('radif-link-cursor', 4, (row) => (this.shown?.segment === row.id ? cursorOf(this.shown) : [])),
    );
  }

  /** Shows the links of a segment, in place of those of another one; `null` shows none. */
  show(shown: ShownLinks | null): void {
    const rows = [this.shown?.segment, shown?.segment];
    this.shown = shown;
    this.painted = null;
    this.repaint(rows, names);
  }

  /** Lights words, and no others. */
  light(lit: LitWords | null): void {
    if (!lit && !this.lit) return;
    const rows = [this.lit?.segment, lit?.segment];
    this.lit = lit;
    this.repaint(rows, ['radif-link-lit']);
  }

  private repaint(segments: readonly (string | undefined)[], layers: readonly string[]): void {
    const rows = [...new Set(segments)].map((id) => (id === undefined ? null : this.grid.row(id)));
    for (const name of layers)
      this.highlights.repaint(
        name,
        rows.filter((row) => row !== null),
      );
  }

  private wordsBy(row: Row): ReadonlyMap<State, readonly Word[]> {
    const { shown } = this;
    if (shown?.segment !== row.id) return nothing;
    if (this.painted?.row === row && this.painted.shown === shown) return this.painted.of;
    const of = statesOf(this.grid, row, shown.suggested);
    this.painted = { row, shown, of };
    return of;
  }
}

const nothing: ReadonlyMap<State, readonly Word[]> = new Map();

function statesOf(grid: Grid, row: Row, suggested: readonly Link[]): ReadonlyMap<State, readonly Word[]> {
  const { current, stale } = segmentLinks(row.node);
  const found = new Map<State, Word[]>();
  for (const side of ['source', 'rendering'] as const) {
    for (const word of wordsOf(grid, row, side)) {
      const own = current.filter((link) => overlap(link[side], word));
      const isStale = stale.some(({ link, rendering }) => {
        const span = side === 'source' ? link.source : rendering;
        return span !== null && overlap(span, word);
      });
      const isSuggested = suggested.some((link) => overlap(link[side], word));
      const state: State = own.some(({ sure }) => sure)
        ? 'sure'
        : own.length > 0
          ? 'possible'
          : isStale
            ? 'stale'
            : isSuggested
              ? 'suggested'
              : 'open';
      found.set(state, [...(found.get(state) ?? []), word]);
    }
  }
  return found;
}

function cursorOf({ cursor }: ShownLinks): readonly Word[] {
  return cursor ? [cursor] : [];
}

function layer(name: string, priority: number, words: (row: Row) => readonly Word[]) {
  const on = (row: Row, side: Side): readonly Span[] => words(row).filter((word) => word.side === side);
  return {
    name,
    priority,
    source: (row: Row) => on(row, 'source'),
    rendering: (row: Row) => on(row, 'rendering'),
  };
}
