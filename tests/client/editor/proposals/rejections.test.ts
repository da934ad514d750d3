import { closeHistory, redo, undo } from 'prosemirror-history';
import type { EditorState } from 'prosemirror-state';
import { describe, expect, it } from 'vitest';
import { Rejections } from '../../../../client/editor/proposals/rejections.ts';
import { segmentById } from '../../../../shared/doc/model/read.ts';
import { doc, page, segment } from '../../../doc/document.ts';
import { done, startOf, stateOf } from '../state.ts';

/** Decisions one after the other: each change of the text is an acceptance. */
class Decisions {
  view: { state: EditorState } = { state: stateOf(doc(page(segment('s1', 'وزیر', ''))), 's1') };
  rejected = new Set<string>();
  private readonly rejections = new Rejections(this.view, (key, isRejected) => {
    if (isRejected) this.rejected.add(key);
    else this.rejected.delete(key);
  });

  accept(letter: string, isRejection = false): this {
    const { state } = this.view;
    this.view.state = state.apply(closeHistory(state.tr.insertText(letter, startOf(state, 's1'))));
    if (!isRejection) this.rejections.follow();
    return this;
  }

  reject(key: string): this {
    this.view.state = this.view.state.apply(closeHistory(this.view.state.tr));
    this.rejections.add(key, false);
    this.rejected.add(key);
    this.rejections.follow();
    return this;
  }

  /** Rejects what stands in the text: its going is a change. */
  take(key: string): this {
    this.accept(key, true);
    this.rejections.add(key, true);
    this.rejected.add(key);
    this.rejections.follow();
    return this;
  }

  undo(): string {
    if (!this.rejections.undo()) this.view.state = done(this.view.state, undo);
    this.rejections.follow();
    return this.said();
  }

  redo(): string {
    if (!this.rejections.redo()) this.view.state = done(this.view.state, redo);
    this.rejections.follow();
    return this.said();
  }

  private said(): string {
    return `${segmentById(this.view.state.doc, 's1')?.text} ${[...this.rejected].join('')}`;
  }
}

describe('decisions about proposals', () => {
  it('are undone one by one, the last one first, whether accepted or rejected', () => {
    const decisions = new Decisions().accept('a').reject('R').reject('S').accept('b');
    expect([1, 2, 3, 4].map(() => decisions.undo())).toEqual(['a RS', 'a R', 'a ', ' ']);
    expect([1, 2, 3, 4].map(() => decisions.redo())).toEqual(['a ', 'a R', 'a RS', 'ba RS']);
  });

  it('take what a rejection has changed back with it', () => {
    const decisions = new Decisions().accept('a').take('T').reject('R');
    expect([1, 2, 3].map(() => decisions.undo())).toEqual(['Ta T', 'a ', ' ']);
    expect([1, 2, 3].map(() => decisions.redo())).toEqual(['a ', 'Ta T', 'Ta TR']);
  });

  it('are past recall once something else was done', () => {
    const decisions = new Decisions().reject('R');
    expect(decisions.undo()).toBe(' ');
    expect(decisions.accept('a').undo()).toBe(' ');
    expect(decisions.redo()).toBe('a ');
  });
});
