import { expect, it } from 'vitest';
import { listDocuments } from '../../../server/commands/document/list.ts';
import { concordance, listEntities } from '../../../server/commands/entity/list.ts';
import { bringSample } from '../../../server/commands/sample/bring.ts';
import type { Context } from '../../../server/context.ts';
import { exportRows } from '../../../server/export/rows.ts';
import { sampleTranslation } from '../../../server/sample/translation.ts';
import { defaultLabels } from '../../../shared/core/label.ts';
import { statuses } from '../../../shared/core/status.ts';
import { entityFindings } from '../../../shared/doc/checks/entity-checks.ts';
import { markedMentions } from '../../../shared/doc/model/marked.ts';
import { exportCorpus } from '../../../shared/formats/export.ts';
import { persianRules } from '../../../shared/language/sentences/rules.ts';
import { segmentSource } from '../../../shared/language/sentences/segmentation.ts';
import type { Entity } from '../../../shared/names/entity/entity.ts';
import { entityProblems } from '../../../shared/names/entity/problems.ts';
import { builtInGazetteer } from '../../../shared/names/gazetteer/gazetteer.ts';
import { options } from '../../formats/rows.ts';
import { sample } from '../../language/sample.ts';
import { mentions as reference, sentences } from '../../names/reference.ts';
import { withEngines } from '../engines.ts';
import { documentAt } from '../opened.ts';

async function brought(ctx: Context) {
  await bringSample(ctx);
  const [untranslated, translated] = await listDocuments(ctx);
  if (!untranslated || !translated) throw new Error('The sample has no two documents');
  const entities = await listEntities(ctx, { project: translated.project });
  return { untranslated: untranslated.id, translated: translated.id, project: translated.project, entities };
}

/** The reference, as the document reads: `GPE روسیه = Russian in 0`. */
const expected = reference.map(({ segment, label, surface, rendering }) => {
  const place = sentences.findIndex(({ id }) => id === segment);
  return `${label} ${surface} = ${rendering} in ${place}`;
});

withEngines((engine) => {
  it('marks the mentions of the reference in the translated document, each with its entity', async () => {
    const ctx = await engine.context();
    const { untranslated, translated, entities } = await brought(ctx);
    const { doc, source } = await documentAt(ctx, translated);
    const places = new Map<string, number>();
    doc.descendants((node) => {
      if (node.type.name === 'segment') places.set(node.attrs.id, places.size);
      return node.type.name !== 'segment';
    });
    const marked = markedMentions(doc, source);
    const read = marked.map(({ label, surface, rendering }) => {
      return `${label} ${surface} = ${rendering?.text} in ${places.get(rendering?.segment ?? '')}`;
    });
    expect(read.toSorted()).toEqual(expected.toSorted());

    const starts = new Map(reference.map(({ paragraph }) => [paragraph, paragraphStart(source, paragraph)]));
    const spans = reference.map(({ paragraph, persian, english }) => {
      const start = starts.get(paragraph) ?? 0;
      return [start + persian.from, start + persian.to, english.from, english.to];
    });
    const found = marked.map(({ from, to, rendering }) => [from, to, rendering?.from, rendering?.to]);
    expect(found.map(String).toSorted()).toEqual(spans.map(String).toSorted());

    const known = new Set(entities.map(({ id }) => id));
    expect(marked.filter(({ entity }) => !known.has(entity ?? ''))).toEqual([]);
    expect(markedMentions((await documentAt(ctx, untranslated)).doc, source)).toEqual([]);
  });

  it('brings an entity for each name, whatever its spelling', async () => {
    const ctx = await engine.context();
    const { project, entities } = await brought(ctx);
    expect(entities).toHaveLength(25);
    expect(entities.every(({ mentions }) => mentions > 0)).toBe(true);
    expect(entities.reduce((sum, { mentions }) => sum + mentions, 0)).toBe(reference.length);
    expect(entities.flatMap((entity) => entityProblems(entity, defaultLabels))).toEqual([]);

    const oic = entities.find(({ wikidata }) => wikidata === 'Q47543') as Entity;
    const spellings = (await concordance(ctx, { project, id: oic.id })).map(({ fa, source }) => {
      return source && fa.slice(source.from, source.to);
    });
    expect(spellings).toEqual(['سازمان همکاری اسلامی', 'سازمان همکاریهای اسلامی', 'سازمان همکاری اسلامی']);
  });

  it('brings nothing that the checks find fault with', async () => {
    const ctx = await engine.context();
    const { translated, entities } = await brought(ctx);
    const { doc, source } = await documentAt(ctx, translated);
    const names = { entities: new Map(entities.map((entity) => [entity.id, entity])), gazetteer: builtInGazetteer() };
    expect(entityFindings(doc, source, names)).toEqual([]);
  });

  it('exports them with right offsets on both sides', async () => {
    const ctx = await engine.context();
    const { translated } = await brought(ctx);
    const rows = exportRows(ctx, { documents: [translated] });
    const { chunks } = exportCorpus(rows, options({ format: 'jsonl', states: [...statuses] }));
    let text = '';
    for await (const chunk of chunks) text += chunk.text;
    const read = text
      .trimEnd()
      .split('\n')
      .flatMap((line, place) => {
        const { fa, en, mentions } = JSON.parse(line);
        return mentions.map((mention: { label: string; fa: MarkedRange; en: MarkedRange }) => {
          expect(fa.slice(mention.fa.from, mention.fa.to)).toBe(mention.fa.text);
          expect(en.slice(mention.en.from, mention.en.to)).toBe(mention.en.text);
          return `${mention.label} ${mention.fa.text} = ${mention.en.text} in ${place}`;
        });
      });
    expect(read.toSorted()).toEqual(expected.toSorted());
  });
});

interface MarkedRange {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

it('is not brought to a text that reads otherwise', () => {
  const { units } = segmentSource(sample, persianRules);
  const newId = () => 'x';
  expect(() => sampleTranslation(sample.replace('روسیه', 'روسيه'), units, newId)).toThrow('where the text has');
  expect(() => sampleTranslation(sample, units.slice(1), newId)).toThrow('The sample renders');
});

function paragraphStart(source: string, paragraph: number): number {
  return source
    .split('\n')
    .slice(0, paragraph)
    .reduce((start, line) => start + line.length + 1, 0);
}
