import { type Kysely, sql } from 'kysely';
import { Transform } from 'prosemirror-transform';
import { addDocument, rulesOf } from '../../server/commands/document/import.ts';
import { createProject } from '../../server/commands/project/create.ts';
import type { Context } from '../../server/context.ts';
import type { Database } from '../../server/db/database.ts';
import { insertEntities } from '../../server/db/entity.ts';
import { prepareDocument } from '../../server/import/prepared.ts';
import { projectionOf } from '../../server/timeline/projection.ts';
import { packDocument, unpackDocument } from '../../server/timeline/snapshot.ts';
import { addMention } from '../../shared/doc/edit/mention.ts';
import { segments } from '../../shared/doc/model/read.ts';
import { schema } from '../../shared/doc/model/schema.ts';

/** How much a project holds. */
export interface Size {
  readonly documents: number;
  /** Segments, and mentions among them, of each document. */
  readonly segments: number;
  readonly mentions: number;
  readonly entities: number;
  /** Documents that are made as all are; each is then copied until there are enough. */
  readonly originals: number;
}

/** A project of some size, and what there is to ask about it. */
export interface Grown {
  readonly project: string;
  /** Ids. */
  readonly documents: readonly string[];
  readonly entities: readonly string[];
  /** The Persian name of entity `index`. */
  readonly nameOf: (index: number) => string;
}

const letters = ['با', 'دا', 'را', 'سا', 'شا', 'فا', 'کا', 'لا', 'ما', 'نا', 'تو', 'زو', 'رو', 'گو', 'مو', 'نو'];
const words = ['وزیر', 'دیدار', 'کشور', 'امروز', 'همکاری', 'نشست', 'گفتگو', 'منطقه', 'دولت', 'مردم'];

/** Makes a project of a size in a short time: some documents through the code that makes all of them, with their snapshots and
 *  rows, the others as copies of these inside the database. */
export async function grow(ctx: Context, size: Size): Promise<Grown> {
  const { id: project } = await createProject(ctx, { name: 'Grown' });
  const entities = Array.from({ length: size.entities }, () => ctx.newId());
  const names = entities.map((_, index) => nameOf(index));
  await ctx.store.transaction((trx) =>
    insertEntities(
      trx,
      project,
      names.map((fa, index) => ({
        ...{ id: entities[index] ?? '', label: 'PER', fa, en: `Name ${index}`, faOther: [], enOther: [] },
        ...{ wikidata: null, note: '' },
      })),
      { cause: 'created', person: 'local', at: ctx.now() },
    ),
  );
  const made: string[] = [];
  for (let original = 0; original < Math.min(size.originals, size.documents); original++) {
    made.push(await originalOf(ctx, project, original, size, entities));
  }
  const copies: string[] = [];
  for (let copy = 0; made.length + copies.length < size.documents; copy++) {
    const id = ctx.newId();
    await copyDocument(ctx, made[copy % made.length] ?? '', id);
    copies.push(id);
  }
  // As PostgreSQL does by itself after so many rows.
  if (ctx.store.engine === 'postgres') await sql`vacuum analyze`.execute(ctx.store.db as Kysely<Database>);
  else await ctx.store.transaction((trx) => sql`analyze`.execute(trx));
  return { project, documents: [...made, ...copies], entities, nameOf };
}

function nameOf(index: number): string {
  return `${letters[index % 16]}${letters[(index >> 4) % 16]}ن ${letters[(index * 7) % 16]}${letters[(index >> 3) % 16]}زاده`;
}

async function originalOf(ctx: Context, project: string, turn: number, size: Size, entities: readonly string[]) {
  const every = Math.max(1, Math.floor(size.segments / size.mentions));
  const named = (at: number) => at % every === 0 && at / every < size.mentions;
  const entity = (at: number) => (at / every + turn * 31) % entities.length;
  const lines = Array.from({ length: size.segments }, (_, at) => {
    const filler = Array.from({ length: 12 }, (_each, word) => words[(at * 3 + word * 7 + turn) % words.length]);
    return `${named(at) ? nameOf(entity(at)) : 'او'} در جمله ${at} درباره ${filler.join(' ')} سخن گفت.`;
  });
  const renderings = lines.map((_, at) => ({
    text: `${named(at) ? `Name ${entity(at)}` : 'He'} spoke in sentence ${at} of cooperation, the region and the meeting.`,
    status: 'translated' as const,
    origin: 'imported' as const,
  }));
  const { fa } = await rulesOf(ctx, project);
  const text = lines.join('\n');
  const prepared = await prepareDocument(ctx, { project, title: `Document ${turn}`, text, renderings }, fa);
  if (!prepared.ok) throw new Error(prepared.problems[0]?.message);
  const tr = new Transform(schema.nodeFromJSON(await unpackDocument(prepared.value.snapshot)));
  for (const [at, { id, from, text: english }] of segments(tr.doc).entries()) {
    if (!named(at)) continue;
    const mention = { id: ctx.newId(), label: 'PER', entity: entities[entity(at)] ?? null, state: 'accepted' } as const;
    const source = { from, to: from + nameOf(entity(at)).length };
    const rendering = { segment: id, from: 0, to: english.indexOf(' spoke') };
    if (!addMention(tr, { ...mention, source, rendering }, text)) throw new Error(`Segment ${at} takes no mention`);
  }
  const { id, outline } = prepared.value;
  const projection = projectionOf({ id, doc: tr.doc, source: { text, outline: JSON.parse(outline) } });
  const snapshot = await packDocument(tr.doc);
  await ctx.store.transaction((trx) =>
    addDocument(trx, { ...prepared.value, projection, snapshot }, { person: 'local' }),
  );
  return id;
}

/** Tables whose rows belong to a document alone. */
const parts = ['source', 'snapshot', 'segment', 'mention', 'checkpoint'] as const;

/** Copies a new document that nobody has worked at. */
async function copyDocument(ctx: Context, from: string, to: string): Promise<void> {
  await ctx.store.transaction(async (trx) => {
    const row = await trx.selectFrom('document').selectAll().where('id', '=', from).executeTakeFirstOrThrow();
    await trx
      .insertInto('document')
      .values({ ...row, id: to, mark: to })
      .execute();
    for (const part of parts) {
      const first = await trx.selectFrom(part).selectAll().where('document_id', '=', from).limit(1).executeTakeFirst();
      const columns = Object.keys(first ?? {}).filter((column) => column !== 'document_id');
      const list = sql.join(columns.map((column) => sql.ref(column)));
      await sql`insert into ${sql.table(part)} (document_id, ${list})
        select ${to}, ${list} from ${sql.table(part)} where document_id = ${from}`.execute(trx);
    }
  });
}
