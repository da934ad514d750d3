import type { Checked } from '../../shared/core/problem.ts';
import { persianRules } from '../../shared/core/rules.ts';
import { segmentSource } from '../../shared/core/segmentation.ts';
import { slice } from '../../shared/core/span.ts';
import type { Status } from '../../shared/core/status.ts';
import type { Rendering } from '../../shared/doc/build.ts';
import type { Context } from '../context.ts';
import { insertProject, selectProjects } from '../db/project.ts';
import { claimSetting, readSetting } from '../db/setting.ts';
import sample from '../sample/statements.json' with { type: 'json' };
import { addDocument, type PreparedDocument, prepareDocument } from './import-document.ts';

/** Brings the sample project into a new database: the statements as a document to work on, and the same statements
 *  translated. True when it did; a database that has, or has had, anything in it stays as it is. */
export async function bringSample(ctx: Context): Promise<boolean> {
  if ((await readSetting(ctx.store.db, 'sample')) !== undefined) return false;
  const at = ctx.now();
  const rules = { fa: persianRules };
  const project = ctx.newId();
  const text = sample.paragraphs.join('\n');
  const translated = { project, title: sample.translated, text, renderings: renderings(text) };
  const documents = [
    prepared(await prepareDocument(ctx, translated, rules)),
    prepared(await prepareDocument(ctx, { project, title: sample.untranslated, text }, rules)),
  ];
  return ctx.store.transaction(async (trx) => {
    if (!(await claimSetting(trx, 'sample', String(at)))) return false;
    const others = [...(await selectProjects(trx, false)), ...(await selectProjects(trx, true))];
    if (others.length > 0) return false;
    await insertProject(trx, {
      id: project,
      name: sample.project,
      rules: JSON.stringify(rules),
      created_at: at,
      changed_at: at,
      archived_at: null,
    });
    for (const document of documents) await addDocument(trx, document);
    return true;
  });
}

/** The reference renderings by index of the unit whose text they render. */
function renderings(text: string): readonly (Rendering | null)[] {
  return segmentSource(text, persianRules).units.map((unit, index) => {
    const rendering = sample.renderings[index];
    if (rendering?.source !== slice(text, unit)) return null;
    return { text: rendering.text, status: rendering.status as Status, origin: 'imported' };
  });
}

function prepared(checked: Checked<PreparedDocument>): PreparedDocument {
  if (!checked.ok) throw new Error('The sample holds nothing to translate');
  return checked.value;
}
