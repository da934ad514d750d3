import type { Span } from '../../../shared/core/span.ts';
import { graphemes } from '../../../shared/language/characters/grapheme.ts';
import type { Token } from '../../../shared/language/words/token.ts';
import { selectedSpan, wholeWords } from '../../../shared/names/entity/mention-span.ts';
import type { NamePlace } from '../commands/mention.ts';
import type { Grid, Row } from '../page/grid.ts';
import type { Side } from '../page/row-range.ts';
import type { Highlights, Layer } from '../paint/highlights.ts';
import { textOf, tokenLines } from '../paint/token-lines.ts';

/** What the cursor covers, and which of its ends moves. */
interface Covering extends NamePlace {
  readonly moving: 'from' | 'to';
  /** What was selected, where its words were made whole. */
  readonly letters: Span | null;
}

/** Covers what is to be marked on one side of a segment. Keys move it by words as the eye sees them, or by graphemes. */
export class NameCursor {
  private readonly grid: Grid;
  private readonly highlights: Highlights;
  private covering: Covering | null = null;

  constructor(grid: Grid, highlights: Highlights) {
    this.grid = grid;
    this.highlights = highlights;
  }

  get place(): NamePlace | null {
    return this.covering;
  }

  get row(): Row | null {
    return this.covering && this.grid.row(this.covering.segment);
  }

  /** What it covers, as it reads. */
  get text(): string {
    return (this.covering && this.read(this.covering)) ?? '';
  }

  /** The letters that were selected, as they read, where the cursor covers the whole words around them. */
  get letters(): string | null {
    return this.covering?.letters ? this.read(this.covering.letters) : null;
  }

  put({ segment, side, from, to }: NamePlace, moving: Covering['moving'] = 'to'): void {
    this.covering = { segment, side, from, to, moving, letters: null };
    this.highlights.show(this.layer);
  }

  /** Covers what was selected, its words whole unless `byLetters`; nothing where that is no name. */
  select({ segment, side, from, to }: NamePlace, byLetters = false): void {
    const row = this.grid.row(segment);
    if (!row) return;
    const { text, start } = textOf(this.grid, row, side);
    const span = selectedSpan(text, { from: from - start, to: to - start });
    if (!span) return;
    const words = byLetters ? span : wholeWords(text, span);
    const isWidened = words.from < span.from || words.to > span.to;
    this.put({ segment, side, from: start + words.from, to: start + words.to });
    if (!isWidened || !this.covering) return;
    this.covering = { ...this.covering, letters: { from: start + span.from, to: start + span.to } };
  }

  /** Covers just the letters that were selected; false where it does already. */
  narrow(): boolean {
    const { covering } = this;
    if (!covering?.letters) return false;
    this.put({ ...covering, ...covering.letters });
    return true;
  }

  /** Covers the first word of one side; false when there is none. */
  enter(segment: string, side: Side): boolean {
    const row = this.grid.row(segment);
    const first = row && tokenLines(this.grid, row, side)[0]?.[0];
    if (first) this.put({ segment, side, ...spanOf(first) });
    return first !== undefined && first !== null;
  }

  clear(): void {
    this.covering = null;
    this.highlights.hide(this.layer.name);
  }

  /** Goes to the word `steps` further on in the order of the eye, or with `extend` takes it in. */
  step(steps: 1 | -1, extend: boolean): void {
    const { covering, row } = this;
    if (!covering || !row) return;
    const words = tokenLines(this.grid, row, covering.side).flat();
    const next = words[indexAt(words, headOf(covering)) + steps];
    if (next) this.reach(words, next, extend);
  }

  /** Goes a line down or up, to the word at the same place in it; false at the last line. */
  line(lines: 1 | -1, extend: boolean): boolean {
    const { covering, row } = this;
    if (!covering || !row) return false;
    const all = tokenLines(this.grid, row, covering.side);
    const words = all.flat();
    const head = words[indexAt(words, headOf(covering))];
    const current = all.findIndex((line) => line.some((token) => token === head));
    const line = all[current + lines];
    const place = head && all[current] ? all[current].indexOf(head) : 0;
    const next = line?.[Math.min(place, line.length - 1)];
    if (next) this.reach(words, next, extend);
    return next !== undefined;
  }

  /** Moves one end by a grapheme; something stays covered. */
  grapheme(step: 1 | -1): void {
    const { covering, row } = this;
    if (!covering || !row) return;
    const { text, start } = textOf(this.grid, row, covering.side);
    const { floor, ceil } = graphemes(text);
    const end = covering[covering.moving] - start;
    const moved = start + (step === 1 ? ceil(Math.min(end + 1, text.length)) : floor(Math.max(end - 1, 0)));
    const span = { ...covering, [covering.moving]: moved };
    if (span.from < span.to) this.put(span, covering.moving);
  }

  /** Says which end moves from now on. */
  turn(moving: Covering['moving']): void {
    if (this.covering) this.put(this.covering, moving);
  }

  private read({ from, to }: Span): string | null {
    const { covering, row } = this;
    if (!covering || !row) return null;
    const { text, start } = textOf(this.grid, row, covering.side);
    return text.slice(from - start, to - start);
  }

  private reach(words: readonly Token[], next: Span, extend: boolean): void {
    const { covering } = this;
    if (!covering) return;
    if (!extend) {
      this.put({ ...covering, ...spanOf(next) });
      return;
    }
    const fixed = words[indexAt(words, covering.moving === 'to' ? covering.from : covering.to - 1)] ?? covering;
    const from = Math.min(fixed.from, next.from);
    this.put({ ...covering, from, to: Math.max(fixed.to, next.to) }, next.from < fixed.from ? 'from' : 'to');
  }

  private readonly layer: Layer = {
    name: 'radif-name-cursor',
    priority: 3,
    source: ({ id }) => this.on(id, 'source'),
    rendering: ({ id }) => this.on(id, 'rendering'),
  };

  private on(segment: string, side: Side): readonly Span[] {
    const { covering } = this;
    return covering && covering.segment === segment && covering.side === side ? [covering] : [];
  }
}

function headOf({ from, to, moving }: Covering): number {
  return moving === 'to' ? to - 1 : from;
}

/** Index of the word at `offset`, or of the last before it. */
function indexAt(words: readonly Token[], offset: number): number {
  const at = words.findIndex(({ from, to }) => from <= offset && offset < to);
  if (at >= 0) return at;
  let best = 0;
  for (const [index, { from }] of words.entries()) if (from <= offset && from > (words[best]?.from ?? 0)) best = index;
  return best;
}

function spanOf({ from, to }: Span): Span {
  return { from, to };
}
