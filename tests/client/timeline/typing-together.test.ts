import fc from 'fast-check';
import { TextSelection } from 'prosemirror-state';
import { beforeAll, describe, expect, it } from 'vitest';
import { deaf } from '../../../client/timeline/leftovers.ts';
import type { Timeline } from '../../../client/timeline/timeline.ts';
import { importDocument } from '../../../server/commands/document/import.ts';
import { createProject } from '../../../server/commands/project/create.ts';
import type { Context } from '../../../server/context.ts';
import { segmentByIndex } from '../../../shared/doc/model/read.ts';
import { engineOf } from '../../server/engines.ts';
import { lineTo, openTab, renderings } from './tab.ts';

/** Two people in one segment: each types a letter at a time, or sends what is unsent and takes in what came. */
type Act = 'a' | 'b' | 'A' | 'B';

describe('two people who type at one place', () => {
  const engine = engineOf('sqlite');
  let context: Context;
  let project: string;

  beforeAll(async () => {
    context = await engine.context();
    project = (await createProject(context, { name: 'Together' })).id;
  });

  /** The rendering after both have done `acts`, and the same for both. */
  async function met(acts: readonly Act[], text = ''): Promise<string> {
    const imported = await importDocument(context, { project, title: '', text: 'این یک جمله است.' });
    if (!imported.ok) throw new Error('The text was refused');
    const line = deaf(lineTo(context)) as ReturnType<typeof lineTo>;
    const begin = await openTab(line, imported.value.id);
    caret(begin, 0);
    begin.dispatch(begin.state.tr.insertText(text || ' '));
    await begin.settle();
    const [one, other] = [await openTab(line, imported.value.id), await openTab(line, imported.value.id)];
    for (const tab of [one, other]) caret(tab, 0);
    for (const act of acts) {
      const tab = act === 'a' || act === 'A' ? one : other;
      if (act === 'A' || act === 'B') await tab.settle();
      else tab.dispatch(tab.state.tr.insertText(act));
    }
    for (const tab of [one, other, one, other]) {
      tab.dispatch(tab.state.tr.setMeta('nothing', true));
      await tab.settle();
    }
    const last = await openTab(line, imported.value.id);
    for (const tab of [one, other, begin, last]) tab.close();
    return renderings(last)[0] ?? '';
  }

  function caret(tab: Timeline, offset: number): void {
    const pos = (segmentByIndex(tab.state.doc, 0)?.pos ?? 0) + 1 + offset;
    tab.dispatch(tab.state.tr.setSelection(TextSelection.create(tab.state.doc, pos)));
  }

  it('each get a word of their own, though each letter of one meets a letter of the other', async () => {
    expect(await met(['b', 'B', 'a', 'a', 'b', 'A', 'b', 'B', 'a', 'A', 'b', 'B'])).toBe('bbbbaaa ');
  });

  it('each get a word of their own, however their letters and their pushes fall', async () => {
    const acts = fc.array(fc.constantFrom<Act>('a', 'b', 'A', 'B'), { minLength: 2, maxLength: 24 });
    await fc.assert(
      fc.asyncProperty(acts, async (all) => {
        expect(await met(all, ' end')).toMatch(/^(a*b*|b*a*) end$/);
      }),
      { numRuns: 60 },
    );
  });
});
