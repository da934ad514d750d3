import { importDocument } from '../../../server/commands/document/import.ts';
import { createEntity } from '../../../server/commands/entity/change.ts';
import { createProject } from '../../../server/commands/project/create.ts';
import { changeDocument } from '../../../server/commands/timeline/change.ts';
import type { Context } from '../../../server/context.ts';
import { entitiesOf } from '../../../server/db/entity.ts';
import { addMention } from '../../../shared/doc/edit/mention.ts';
import { setRendering } from '../../../shared/doc/edit/rendering.ts';
import { setStatus } from '../../../shared/doc/edit/structure.ts';
import { segmentLinks } from '../../../shared/doc/model/links.ts';
import { mentions, segments } from '../../../shared/doc/model/read.ts';
import type { EntityRecord } from '../../../shared/names/entity/entity.ts';
import { documentAt } from '../opened.ts';

const text = 'ایران و روسیه گفت‌وگو کردند. روسیه پاسخ داد. باران آمد.';
const english = ['Iran and Russia talked.', 'Russia answered.'];

/** A project in whose documents Russia is mentioned twice, and Iran once; their last segment has no English, but the memory of the
 *  project knows it. */
export interface Scene {
  readonly project: string;
  readonly documents: readonly string[];
  readonly russia: string;
  readonly iran: string;
}

export const recordOf = (label: string, fa: string, en: string): EntityRecord => ({
  ...{ label, fa, en, faOther: [], enOther: [] },
  ...{ wikidata: null, note: '' },
});

export async function newScene(ctx: Context, size: number): Promise<Scene> {
  const { id: project } = await createProject(ctx, { name: 'Registry' });
  const ids: string[] = [];
  for (const record of [recordOf('GPE', 'روسیه', 'Russia'), recordOf('ORG', 'ایران', 'Iran')]) {
    const created = await createEntity(ctx, { project, record });
    if (!created.ok) throw new Error(created.problems[0]?.message);
    ids.push(created.value.id);
  }
  const [russia = '', iran = ''] = ids;
  const documents: string[] = [];
  for (let n = 0; n < size; n++) {
    const imported = await importDocument(ctx, { project, title: `Talks ${n}`, text });
    if (!imported.ok) throw new Error(imported.problems[0]?.message);
    const { id } = imported.value;
    documents.push(id);
    await changeDocument(ctx, id, (tr) => {
      for (const [at, { id: segment }] of segments(tr.doc).entries()) setRendering(tr, segment, english[at] ?? '');
      const [first = '', second = ''] = segments(tr.doc).map((segment) => segment.id);
      const mark = (mention: string, entity: string, from: number, segment: string, name: string) => {
        const at = english[segment === first ? 0 : 1]?.indexOf(name) ?? 0;
        const rendering = { segment, from: at, to: at + name.length };
        const both = { source: { from, to: from + 5 }, rendering };
        addMention(tr, { id: mention, label: 'GPE', entity, state: 'accepted', ...both }, text);
      };
      mark('m1', russia, text.indexOf('روسیه'), first, 'Russia');
      mark('m2', russia, text.lastIndexOf('روسیه'), second, 'Russia');
      mark('m3', iran, 0, first, 'Iran');
      return true;
    });
  }
  await vouchForRain(ctx, project);
  return { project, documents, russia, iran };
}

/** Another document, in which the last segment of the scene's is said and confirmed. */
async function vouchForRain(ctx: Context, project: string): Promise<void> {
  const imported = await importDocument(ctx, { project, title: 'Rain', text: 'باران آمد.' });
  if (!imported.ok) throw new Error(imported.problems[0]?.message);
  await changeDocument(ctx, imported.value.id, (tr) => {
    const [rain = ''] = segments(tr.doc).map(({ id }) => id);
    return setRendering(tr, rain, 'Rain came.') && setStatus(tr, rain, 'translated');
  });
}

/** What a project says: its registry, and in each document the English and what every mention means. Entities are told by their
 *  names; a mention of one that is not there is told as dangling. */
export async function toldOf(ctx: Context, { project, documents }: Scene): Promise<string> {
  const entities = await entitiesOf(ctx.store.db, project);
  const names = new Map(entities.map(({ id, label, en, faOther, enOther }) => [id, { label, en, faOther, enOther }]));
  const texts = [];
  for (const document of documents) {
    const { doc } = await documentAt(ctx, document);
    texts.push({
      english: segments(doc).map((segment) => segment.text),
      links: segments(doc).map(({ node }) => segmentLinks(node).current.length),
      mentions: mentions(doc).map(({ id, label, entity }) => {
        return `${id.startsWith('m') ? id : 'another'} ${label} ${entity === null ? 'none' : (names.get(entity)?.en ?? 'dangling')}`;
      }),
    });
  }
  const registry = [...names.values()].sort((a, b) => (a.en < b.en ? -1 : 1));
  return JSON.stringify({ registry, texts }, null, 1);
}
