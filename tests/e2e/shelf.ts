import { importDocument } from '../../server/commands/document/import.ts';
import { archiveProject } from '../../server/commands/project/archive.ts';
import { createProject } from '../../server/commands/project/create.ts';
import { listProjects } from '../../server/commands/project/list.ts';
import { type Context, closeContext, openContext } from '../../server/context.ts';
import { insertEntities } from '../../server/db/entity.ts';
import sample from '../../server/sample/statements.json' with { type: 'json' };
import { sampleTranslation } from '../../server/sample/translation.ts';
import { persianRules } from '../../shared/language/sentences/rules.ts';
import { segmentSource } from '../../shared/language/sentences/segmentation.ts';

/** What stands in the library of a Radif that runs, put there and put away beside it: as other processes may, the tests
 *  work on its data folder. */
export class Shelf {
  readonly #context: Context;

  private constructor(context: Context) {
    this.#context = context;
  }

  static async open(data: string): Promise<Shelf> {
    return new Shelf(await openContext({ data }));
  }

  /** The sample once more, new and untouched, in a project of its own. */
  async putSample(): Promise<void> {
    const context = this.#context;
    const text = sample.paragraphs.join('\n');
    const { units } = segmentSource(text, persianRules);
    const { entities, ...beginning } = sampleTranslation(text, units, context.newId);
    const { id: project } = await createProject(context, { name: sample.project });
    const author = { cause: 'imported', person: context.person, at: context.now() } as const;
    await context.store.transaction((trx) => insertEntities(trx, project, entities, author));
    await importDocument(context, { project, title: sample.translated, text, ...beginning });
    await importDocument(context, { project, title: sample.untranslated, text });
  }

  /** Puts away all projects, so that the library is empty. */
  async clear(): Promise<void> {
    for (const { id } of await listProjects(this.#context)) {
      await archiveProject(this.#context, { id, archived: true });
    }
  }

  close(): Promise<void> {
    return closeContext(this.#context);
  }
}
