import type { Checked } from '../../../shared/core/problem.ts';
import { persianRules } from '../../../shared/language/sentences/rules.ts';
import { segmentSource } from '../../../shared/language/sentences/segmentation.ts';
import type { Context } from '../../context.ts';
import { insertEntities } from '../../db/entity.ts';
import { insertProject, selectProjects } from '../../db/project.ts';
import { claimSetting, readSetting } from '../../db/setting.ts';
import { type PreparedDocument, prepareDocument } from '../../import/prepared.ts';
import sample from '../../sample/statements.json' with { type: 'json' };
import { sampleTranslation } from '../../sample/translation.ts';
import { addDocument } from '../document/import.ts';

/** Brings the sample project into a new database: the statements as a document to work on, the same statements
 *  translated and their names marked, and the entities that are named. True when it did; a database that has, or has had, anything in it stays as it is. */
export async function bringSample(ctx: Context): Promise<boolean> {
  if ((await readSetting(ctx.store.db, 'sample')) !== undefined) return false;
  const at = ctx.now();
  const project = ctx.newId();
  const text = sample.paragraphs.join('\n');
  const { units } = segmentSource(text, persianRules);
  const { entities, ...beginning } = sampleTranslation(text, units, ctx.newId);
  const documents = [
    prepared(await prepareDocument(ctx, { project, title: sample.translated, text, ...beginning }, persianRules)),
    prepared(await prepareDocument(ctx, { project, title: sample.untranslated, text }, persianRules)),
  ];
  return ctx.store.transaction(async (trx) => {
    if (!(await claimSetting(trx, 'sample', String(at)))) return false;
    const others = [...(await selectProjects(trx, false)), ...(await selectProjects(trx, true))];
    if (others.length > 0) return false;
    await insertProject(trx, {
      id: project,
      name: sample.project,
      rules: JSON.stringify({ fa: persianRules }),
      created_at: at,
      changed_at: at,
      archived_at: null,
    });
    await insertEntities(trx, project, entities, { cause: 'imported', person: ctx.person, at });
    for (const document of documents) await addDocument(trx, document, { person: ctx.person });
    return true;
  });
}

function prepared(checked: Checked<PreparedDocument>): PreparedDocument {
  if (!checked.ok) throw new Error('The sample holds nothing to translate');
  return checked.value;
}
