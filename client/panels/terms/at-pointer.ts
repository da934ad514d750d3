import { segmentAttrs } from '../../../shared/doc/model/schema.ts';
import type { Term } from '../../../shared/terms/term.ts';
import type { Editor } from '../../editor/editor.ts';
import { hitAt, type TermsHere } from './here.ts';

const LAYER = 'radif-term';

/** A term that the pointer is on, and where that is in the window. */
export interface PointedTerm {
  readonly term: Term;
  readonly box: DOMRect;
}

/** Underlines the terms of the active segment on its Persian, as long as nothing ends it. */
export function underline({ highlights }: Editor, { segment, hits }: TermsHere): () => void {
  highlights.show({
    name: LAYER,
    source: ({ node }) => {
      const own = segmentAttrs(node);
      return own.id === segment ? hits.map(({ from, to }) => ({ from: own.from + from, to: own.from + to })) : [];
    },
  });
  return () => highlights.hide(LAYER);
}

/** The term whose letters are under the pointer, or `null`. */
export function termUnder({ view }: Editor, here: TermsHere, event: MouseEvent): PointedTerm | null {
  const { target, clientX: x, clientY: y } = event;
  const cell = target instanceof Element ? target.closest('.source') : null;
  const row = cell?.closest('.segment');
  if (!cell || !view.dom.contains(cell) || row?.getAttribute('aria-current') !== 'true') return null;
  const caret = document.caretPositionFromPoint?.(x, y);
  if (!caret || !cell.contains(caret.offsetNode)) return null;
  const before = document.createRange();
  before.setStart(cell, 0);
  before.setEnd(caret.offsetNode, caret.offset);
  const hit = hitAt(here.hits, before.toString().length);
  if (!hit) return null;
  const letter = document.createRange();
  const { offsetNode, offset } = caret;
  letter.setStart(offsetNode, Math.max(0, offset - 1));
  letter.setEnd(offsetNode, Math.min(offsetNode.textContent?.length ?? 0, offset + 1));
  const box = letter.getBoundingClientRect();
  const isOn = x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
  return isOn ? { term: hit.term, box } : null;
}
