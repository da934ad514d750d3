import { closeHistory } from 'prosemirror-history';
import type { Command } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { paragraphAt } from '../../../shared/doc/model/law.ts';
import { type Segment, segmentById, segments } from '../../../shared/doc/model/read.ts';
import type { SourceText } from '../../../shared/doc/model/source.ts';
import { correctRow, joinRow, partRow } from '../commands/correct.ts';
import type { Grid, Row } from '../page/grid.ts';
import { activeSegment } from '../state/active.ts';
import type { Announcer } from '../state/announcer.ts';
import type { Hint } from '../state/hint.ts';
import type { NoticeKey } from '../state/labels.ts';

/** What correcting needs besides the document. */
export interface CorrectingContext {
  readonly view: EditorView;
  readonly grid: Grid;
  readonly source: SourceText;
  readonly hint: Hint;
  readonly announcer: Announcer;
  readonly newId: () => string;
  notice(key: NoticeKey): void;
}

/**
 * The Persian of the active row as a field, in its place and with its look: Enter takes what is written, Escape leaves it as it
 * was, and so does whoever goes elsewhere without a change. At the edges of a paragraph, Backspace joins it with the one before and
 * Delete with the one behind; Shift+Enter begins a new one. What others correct in the same row meanwhile stays.
 */
export class Correcting {
  private readonly context: CorrectingContext;
  private field: HTMLElement | null = null;
  private row: { readonly id: string; readonly base: string } = { id: '', base: '' };

  constructor(context: CorrectingContext) {
    this.context = context;
    context.grid.watch({
      drawn: (row) => this.putBack(row),
      gone: () => undefined,
    });
  }

  /** The command: opens the field. */
  begin(): boolean {
    const { view, grid, source, hint, announcer, notice } = this.context;
    const segment = activeSegment(view.state);
    const row = segment && grid.row(segment.id);
    if (!segment || !row) return false;
    if (!view.editable) notice('readOnly');
    else if (segment.from === segment.to) notice('cannotCorrect');
    else {
      const base = source.text.slice(segment.from, segment.to);
      this.row = { id: segment.id, base };
      this.field = this.makeField(base);
      this.putBack(row);
      hint.show('correctKeys');
      announcer.say(grid.labels.correctKeys);
    }
    return true;
  }

  /** Follows a change of the document: a row that is no more takes its field along. */
  follow(): void {
    if (this.field && !segmentById(this.context.view.state.doc, this.row.id)) this.end();
  }

  private makeField(text: string): HTMLElement {
    const field = document.createElement('span');
    field.className = 'correction';
    field.contentEditable = 'plaintext-only';
    field.spellcheck = false;
    field.setAttribute('role', 'textbox');
    field.setAttribute('aria-label', this.context.grid.labels.correct);
    field.dataset.recordsKeys = '';
    field.textContent = text;
    // All that happens here is the field's own: neither the text around it nor who reads the Persian is to take it.
    for (const type of ['mousedown', 'mouseup', 'click', 'copy', 'cut', 'paste', 'beforeinput', 'input', 'keydown'])
      field.addEventListener(type, (event) => event.stopPropagation());
    field.addEventListener('keydown', (event) => this.key(event));
    field.addEventListener('blur', () => setTimeout(() => this.left()));
    return field;
  }

  /** The row was drawn anew: the field goes into the new one. */
  private putBack(row: Row): void {
    const { field } = this;
    if (!field || row.id !== this.row.id || row.source.contains(field)) return;
    const caret = field.isConnected ? caretIn(field) : null;
    // The width is one of letters, and the text that stands behind the field gets letters without size.
    row.source.style.inlineSize = `${row.source.getBoundingClientRect().width}px`;
    row.source.append(field);
    row.source.classList.add('correcting');
    field.focus({ preventScroll: true });
    getSelection()?.collapse(
      field.firstChild ?? field,
      Math.min(caret ?? Number.MAX_SAFE_INTEGER, textOf(field).length),
    );
  }

  private key(event: KeyboardEvent): void {
    if (event.isComposing || !this.field) return;
    const { ctrlKey, metaKey, altKey, shiftKey, key } = event;
    if (key === 'Escape') this.take(event, () => this.end());
    else if (key === 'Enter' && shiftKey) this.take(event, () => this.part());
    else if (key === 'Enter') this.take(event, () => this.finish());
    else if (key === 'Home' || key === 'End') this.take(event, () => this.toEdge(key, shiftKey));
    else if (key === 'Tab') this.take(event, () => this.finish());
    else if (altKey && event.code === 'KeyZ')
      this.take(event, () => document.execCommand('insertText', false, '\u200c'));
    else if (key === 'Backspace' && !ctrlKey && !metaKey && !altKey) this.joinAtEdge(event, -1);
    else if (key === 'Delete' && !ctrlKey && !metaKey && !altKey) this.joinAtEdge(event, 1);
  }

  /** The line that the browser would go to the end of belongs to the text around. */
  private toEdge(key: 'Home' | 'End', extend: boolean): void {
    const { field } = this;
    const selection = getSelection();
    if (!field || !selection) return;
    const place = key === 'Home' ? 0 : field.childNodes.length;
    if (extend) selection.extend(field, place);
    else selection.collapse(field, place);
  }

  private take(event: KeyboardEvent, act: () => void): void {
    event.preventDefault();
    act();
  }

  /** The focus went elsewhere, and did not come back at once: what is written counts. */
  private left(): void {
    if (this.field && document.activeElement !== this.field && this.field.isConnected) this.finish(false);
  }

  private finish(back = true): void {
    const { field, row } = this;
    if (!field) return;
    const text = textOf(field);
    this.end(back);
    if (text !== row.base) this.run(correctRow(row.id, text, row.base, this.context.source), 'cannotCorrect');
  }

  /** Begins a paragraph at the caret, after what is written has been taken. */
  private part(): void {
    const { field, row } = this;
    if (!field) return;
    const { source, view, newId } = this.context;
    const behind = textOf(field).length - (caretIn(field) ?? 0);
    this.finish();
    const segment = segmentById(view.state.doc, row.id);
    if (segment) this.run(partRow(row.id, Math.max(segment.from, segment.to - behind), newId(), source), 'cannotPart');
  }

  private joinAtEdge(event: KeyboardEvent, side: 1 | -1): void {
    const { field, row } = this;
    const { source, view } = this.context;
    if (!field || !getSelection()?.isCollapsed) return;
    const edge = side === 1 ? textOf(field).length : 0;
    const segment = segmentById(view.state.doc, row.id);
    if (caretIn(field) !== edge || !segment) return;
    const first = side === 1 ? segment : rowBefore(view, segment);
    if (!first || isSameParagraph(source, segment, side)) return;
    this.take(event, () => {
      this.finish();
      this.run(joinRow(first.id, source), 'cannotJoin');
    });
  }

  private run(command: Command, otherwise: NoticeKey): void {
    const { view, notice } = this.context;
    if (command(view.state, view.dispatch, view)) view.dispatch(closeHistory(view.state.tr));
    else notice(otherwise);
  }

  private end(back = true): void {
    const { field } = this;
    this.field = null;
    const cell = field?.parentElement;
    cell?.classList.remove('correcting');
    cell?.style.removeProperty('inline-size');
    field?.remove();
    this.context.hint.hide();
    if (back) this.context.view.focus();
  }
}

function textOf(field: HTMLElement): string {
  return field.textContent ?? '';
}

/** Where the caret stands in the field, as an offset of its text. */
function caretIn(field: HTMLElement): number | null {
  const selection = getSelection();
  if (!selection?.focusNode || !field.contains(selection.focusNode)) return null;
  const range = document.createRange();
  range.setStart(field, 0);
  range.setEnd(selection.focusNode, selection.focusOffset);
  return range.toString().length;
}

/** The row with Persian above a segment. */
function rowBefore(view: EditorView, segment: Segment): Segment | null {
  return (
    segments(view.state.doc)
      .slice(0, segment.index)
      .findLast(({ from, to }) => from < to) ?? null
  );
}

/** True when more of its paragraph follows the row on that side. */
function isSameParagraph({ text, paragraphs }: SourceText, { from, to }: Segment, side: 1 | -1): boolean {
  const own = paragraphs[paragraphAt(paragraphs, from)];
  if (!own) return true;
  return (side === 1 ? text.slice(to, own.to) : text.slice(own.from, from)).trim() !== '';
}
