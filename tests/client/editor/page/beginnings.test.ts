import { describe, expect, it } from 'vitest';
import { beginningsIn } from '../../../../client/editor/page/beginnings.ts';
import type { Unit } from '../../../../shared/core/outline.ts';

const unit = (from: number, to: number, paragraph: number, statement: number): Unit => ({
  from,
  to,
  kind: 'sentence',
  paragraph,
  statement,
  confidence: null,
});

/** A paragraph of two statements with two units each, and one of a single unit. */
const units = [unit(1, 10, 0, 0), unit(12, 20, 0, 0), unit(23, 30, 0, 1), unit(32, 40, 0, 1), unit(41, 50, 1, 2)];
const beginnings = beginningsIn({ paragraphs: [], statements: [], units });

describe('a segment', () => {
  it('begins the paragraph and the statement of its first unit', () => {
    expect(beginnings({ from: 1, to: 10 })).toEqual({ paragraph: 1, statement: true, merged: false });
    expect(beginnings({ from: 12, to: 20 })).toEqual({ paragraph: null, statement: false, merged: false });
    expect(beginnings({ from: 23, to: 30 })).toEqual({ paragraph: null, statement: true, merged: false });
    expect(beginnings({ from: 41, to: 50 })).toEqual({ paragraph: 2, statement: true, merged: false });
  });

  it('begins nothing when it is the second part of a unit', () => {
    expect(beginnings({ from: 26, to: 30 })).toEqual({ paragraph: null, statement: false, merged: false });
    expect(beginnings({ from: 23, to: 25 })).toEqual({ paragraph: null, statement: true, merged: false });
  });

  it('is merged when it holds most of two units, not when a word was moved into it', () => {
    expect(beginnings({ from: 12, to: 30 }).merged).toBe(true);
    expect(beginnings({ from: 12, to: 25 }).merged).toBe(false);
    expect(beginnings({ from: 18, to: 30 }).merged).toBe(false);
  });

  it('does not take the statement of a word that was moved into its end', () => {
    expect(beginnings({ from: 12, to: 25 }).statement).toBe(false);
  });

  it('begins a statement whose first word was given to it from before', () => {
    expect(beginnings({ from: 18, to: 30 }).statement).toBe(true);
  });
});
