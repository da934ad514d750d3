import { expect, it } from 'vitest';
import { importDocument } from '../../../../server/commands/document/import.ts';
import { createProject } from '../../../../server/commands/project/create.ts';
import { proposeTerms, refuseTerm } from '../../../../server/commands/term/propose.ts';
import { writeTerms } from '../../../../server/commands/term/terms.ts';
import { closeContext } from '../../../../server/context.ts';
import { joinWords } from '../../../../shared/doc/edit/link.ts';
import { setRendering } from '../../../../shared/doc/edit/rendering.ts';
import { segmentByIndex } from '../../../../shared/doc/model/read.ts';
import { withEngines } from '../../engines.ts';
import { openWriter } from '../../writer.ts';

const persian = 'نرخ ارز بالا رفت.\nنرخ ارز ماند.\nنرخ ارز افتاد.\nنرخ ارزها چه شد؟';
const english = [
  'The exchange rate rose.',
  'The exchange rate stayed.',
  'The exchange rate fell.',
  'The exchange rate?',
];

withEngines((engine) => {
  /** Four sentences with a term each, linked; the first `confirmed` are confirmed. */
  async function newProject(confirmed: number, isSure = true) {
    const place = await engine.place();
    const ctx = await engine.context(place);
    const { id: project } = await createProject(ctx, { name: 'Terms' });
    const imported = await importDocument(ctx, { project, title: 'Rates', text: persian });
    if (!imported.ok) throw new Error('The text was refused');
    const writer = await openWriter(ctx, imported.value.id, 'c');
    await writer.push((tr) => {
      for (const [index, text] of english.entries()) {
        const before = segmentByIndex(tr.doc, index);
        if (!before) throw new Error('There is no such segment');
        setRendering(tr, before.id, text, { status: index < confirmed ? 'translated' : 'draft', origin: 'typed' });
        const link = (at: number, word: string) => {
          const source = [{ from: before.from + at, to: before.from + at + 3 }];
          const from = text.indexOf(word);
          joinWords(tr, before.id, { source, rendering: [{ from, to: from + word.length }] }, isSure);
        };
        link(0, 'rate');
        link(4, 'exchange');
      }
      return true;
    });
    const proposed = async (from = ctx) =>
      (await proposeTerms(from, { project })).terms.map(({ fa, en, count }) => [fa, en, count]);
    return { place, ctx, project, proposed };
  }

  it('proposes what confirmed segments say by sure links', async () => {
    expect(await (await newProject(4)).proposed()).toEqual([['نرخ ارز', 'exchange rate', 4]]);
    expect(await (await newProject(3)).proposed()).toEqual([['نرخ ارز', 'exchange rate', 3]]);
    expect(await (await newProject(2)).proposed()).toEqual([]);
    expect(await (await newProject(4, false)).proposed()).toEqual([]);
  });

  it('does not propose what was refused in another form', async () => {
    const { ctx, project, proposed } = await newProject(4);
    await refuseTerm(ctx, { project, fa: 'نرخ ارزها', isRefused: true });
    expect(await proposed()).toEqual([]);
  });

  it('does not propose what was refused, in any spelling and over a restart, until that is taken back', async () => {
    const { place, ctx, project, proposed } = await newProject(3);
    const other = await newProject(3);
    await refuseTerm(ctx, { project, fa: 'نرخ  ارز', isRefused: true });
    expect(await proposed()).toEqual([]);
    expect(await other.proposed()).toHaveLength(1);
    await closeContext(ctx);
    const again = await engine.context(place);
    expect(await proposed(again)).toEqual([]);
    await refuseTerm(again, { project, fa: 'نرخ ارز', isRefused: false });
    expect(await proposed(again)).toHaveLength(1);
    await expect(refuseTerm(again, { project: 'none', fa: 'نرخ', isRefused: true })).rejects.toThrow('none');
  });

  it('does not propose what the glossary has, and again once that is taken back', async () => {
    const { ctx, project, proposed } = await newProject(3);
    const record = { fa: 'نرخ ارز', en: [{ text: 'FX rate', use: 'preferred' as const }], note: '', domain: '' };
    const terms = [{ id: 't', revision: null, record: { ...record, partOfSpeech: null } }];
    const written = await writeTerms(ctx, { project, terms });
    expect(await proposed()).toEqual([]);
    if (written.ok) await writeTerms(ctx, { project, terms: written.back });
    expect(await proposed()).toHaveLength(1);
  });
});
