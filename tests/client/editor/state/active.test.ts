import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { activeSegment } from '../../../../client/editor/state/active.ts';
import { doc, page, segment } from '../../../doc/document.ts';
import { stateOf, typed } from '../state.ts';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

const start = () => stateOf(doc(page(segment('s1', 'وزیر', 'Minister'), segment('s2', 'یک دو سه.', 'One'))), 's1');

describe('the active segment', () => {
  it('is the same object until it or its place changes', () => {
    const state = start();
    const moved = state.apply(state.tr.setMeta('nothing', true));
    expect(activeSegment(moved)).toBe(activeSegment(state));
    expect(activeSegment(typed(state, '!'))).not.toBe(activeSegment(state));
  });

  it('keeps no document alive that nobody holds any more', async () => {
    const looked = () => {
      const state = start();
      activeSegment(state);
      return new WeakRef(state.doc);
    };
    const left = looked();
    // What was dereferenced in this turn stays until the next one.
    await new Promise((resolve) => setTimeout(resolve));
    collectGarbage();
    expect(left.deref()).toBeUndefined();
  });
});
