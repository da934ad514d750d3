import { importDocument } from '../../../server/commands/document/import.ts';
import { createEntity } from '../../../server/commands/entity/change.ts';
import { createProject } from '../../../server/commands/project/create.ts';
import { closeContext, openContext } from '../../../server/context.ts';
import { defaultLabels } from '../../../shared/core/label.ts';
import type { Unit } from '../../../shared/core/outline.ts';
import type { Rendering, UnitMention } from '../../../shared/doc/edit/build.ts';
import { persianRules } from '../../../shared/language/sentences/rules.ts';
import { segmentSource } from '../../../shared/language/sentences/segmentation.ts';
import { tokens } from '../../../shared/language/words/token.ts';
import { renderingsOf, segmentsOf } from '../sample.ts';

/** How long a document is, and how many mentions stand in it. */
export interface Size {
  readonly segments: number;
  readonly mentions: number;
}

/** `what` was measured, with the size. */
export function nameOf(what: string, { segments, mentions }: Size): string {
  const marked = mentions > 0 ? `, ${mentions.toLocaleString('en')} mentions` : '';
  return `${what}, ${segments.toLocaleString('en')} segments${marked}`;
}

/** `what` was measured of a plain editor of so many rows. */
export function plainName(what: string, rows: number): string {
  return `${what}, plain editor, ${rows.toLocaleString('en')} ${rows === 1 ? 'row' : 'rows'}`;
}

/** Makes a document of each size, translated, in a project of its own, in the data folder of a program that does not run
 *  yet; gives their ids. Every mention means an entity of the project's registry. */
export async function makeDocuments(data: string, sizes: readonly Size[]): Promise<readonly string[]> {
  const context = await openContext({ data });
  const made: string[] = [];
  for (const { segments, mentions } of sizes) {
    const { id: project } = await createProject(context, { name: `${segments} segments, ${mentions} mentions` });
    const text = segmentsOf(segments);
    const renderings = renderingsOf(segments).map(misspelt);
    const { units } = segmentSource(text, persianRules);
    const entities = new Map<string, string>();
    const named: UnitMention[] = [];
    for (let index = 0; index < mentions; index++) {
      const at = Math.floor((index * units.length) / mentions);
      const place = namedPlace(units[at], text, renderings[at]?.text ?? '', index % 2);
      if (!place) continue;
      const { fa, en, label, from, to, english } = place;
      const id = entities.get(fa) ?? context.newId();
      if (!entities.has(fa)) {
        entities.set(fa, id);
        const record = { label, fa, en, faOther: [], enOther: [], wikidata: null, note: '' };
        await createEntity(context, { project, id, record });
      }
      named.push({ label, entity: id, source: { from, to }, rendering: english && { unit: at, ...english } });
    }
    const imported = await importDocument(context, {
      project,
      title: `${segments}`,
      text,
      renderings,
      mentions: named,
    });
    if (!imported.ok) throw new Error(imported.problems[0]?.message);
    made.push(imported.value.id);
  }
  await closeContext(context);
  return made;
}

/** Every fourth rendering with a word that is spelt wrong, so that what tells of it is measured too. */
function misspelt(rendering: Rendering, index: number): Rendering {
  return index % 4 === 0 ? { ...rendering, text: `${rendering.text} They recieve it.` } : rendering;
}

/** The first or the second word of a unit, with that of its English. */
function namedPlace(unit: Unit | undefined, text: string, rendering: string, word: number) {
  const persian = unit && tokens(text.slice(unit.from, unit.to))[word];
  const english = tokens(rendering)[word];
  if (!persian || !english) return null;
  const label = defaultLabels[persian.text.length % defaultLabels.length]?.id ?? '';
  const place = { from: unit.from + persian.from, to: unit.from + persian.to };
  return { ...place, label, fa: persian.text, en: english.text, english: { from: english.from, to: english.to } };
}
