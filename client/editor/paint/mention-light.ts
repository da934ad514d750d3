import type { EditorView } from 'prosemirror-view';
import type { Grid } from '../page/grid.ts';
import type { MentionPaint } from './mention-paint.ts';
import { mentionAtCaret, mentionUnder } from './mention-place.ts';

/** Lights the mention under the pointer, else the one that is held, else the one around the caret, on both wings at once. */
export class MentionLight {
  private readonly view: EditorView;
  private readonly grid: Grid;
  private readonly paint: MentionPaint;
  private pointed: string | null = null;
  private held: string | null = null;
  private frame = 0;

  constructor(view: EditorView, grid: Grid, paint: MentionPaint, signal: AbortSignal) {
    this.view = view;
    this.grid = grid;
    this.paint = paint;
    const { dom } = view;
    dom.addEventListener('pointermove', (event) => this.point(event), { signal });
    dom.addEventListener('pointerleave', () => this.point(null), { signal });
    signal.addEventListener('abort', () => cancelAnimationFrame(this.frame));
  }

  /** Holds a mention in the light until another one is, or none. */
  hold(id: string | null): void {
    this.held = id;
    this.follow();
  }

  /** Follows the caret. */
  follow(): void {
    const lit = this.pointed ?? this.held ?? mentionAtCaret(this.view, this.grid, this.paint)?.mention.id ?? null;
    this.paint.light(lit === null ? [] : [lit]);
  }

  private point(event: MouseEvent | null): void {
    cancelAnimationFrame(this.frame);
    this.frame = requestAnimationFrame(() => {
      const { paint } = this;
      this.pointed = event && (mentionUnder(this.grid, (row) => paint.partsOf(row), event)?.mention.id ?? null);
      this.follow();
    });
  }
}
