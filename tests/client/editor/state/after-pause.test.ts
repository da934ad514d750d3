import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { afterPause } from '../../../../client/editor/state/after-pause.ts';

describe('work after a pause', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  /** Asks as often as keys are pressed, so many milliseconds apart; gives how often the work was done after each. */
  function typed(keys: number, apart: number) {
    const work = vi.fn();
    const waiting = afterPause(work);
    const done: number[] = [];
    for (let key = 0; key < keys; key++) {
      waiting.ask();
      vi.advanceTimersByTime(apart);
      done.push(work.mock.calls.length);
    }
    return { work, waiting, done };
  }

  it('is done once for all keys that follow each other', () => {
    const { work, done } = typed(5, 60);
    expect(done).toEqual([0, 0, 0, 0, 0]);
    vi.advanceTimersByTime(1000);
    expect(work).toHaveBeenCalledTimes(1);
  });

  it('is done after each key of somebody who types slowly', () => {
    expect(typed(3, 400).done).toEqual([1, 2, 3]);
  });

  it('does not wait for somebody who types on and on', () => {
    const { done } = typed(20, 60);
    expect(done.at(-1)).toBe(2);
  });

  it('can be asked for by itself', () => {
    const work = vi.fn(() => {
      if (work.mock.calls.length === 1) waiting.ask();
    });
    const waiting = afterPause(work);
    waiting.ask();
    vi.advanceTimersByTime(1000);
    expect(work).toHaveBeenCalledTimes(2);
  });
});
