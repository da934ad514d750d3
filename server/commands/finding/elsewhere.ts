import type { SaidElsewhere } from '../../../shared/doc/checks/said-elsewhere.ts';
import { segmentNodes } from '../../../shared/doc/model/read.ts';
import { segmentAttrs } from '../../../shared/doc/model/schema.ts';
import { foldKey } from '../../../shared/language/characters/fold.ts';
import type { Context } from '../../context.ts';
import { documentById, documentHead, documentsInUse } from '../../db/document.ts';
import { saidByNumber, unitsByEnglish } from '../../db/memory.ts';
import { UnknownRecord } from '../../db/unknown.ts';
import type { SourcedDocument } from '../../timeline/rebuild.ts';

type Needs = Pick<Context, 'store' | 'timeline' | 'memories'>;

/** Texts that the index is asked for at a time: others look up in between. */
const AT_ONCE = 200;

/** Units that say the same English, at most, for so many texts. */
const MOST = 2000;

/** How the confirmed segments of the other documents in use of a project say what this document has too, translated there yet or not, and
 *  what its English stands for there: by the memory of the project, which tells the newest of those that say one thing very often. `null` where that memory is not read yet
 *  after `patience` milliseconds; without a patience it is waited for as long as it takes. */
export async function saidElsewhere(
  { store: { db }, memories }: Pick<Needs, 'store' | 'memories'>,
  project: string,
  { id, doc, source }: SourcedDocument,
  patience?: number,
): Promise<readonly SaidElsewhere[] | null> {
  const documents = new Set((await documentsInUse(db, project)).map((document) => document.id));
  documents.delete(id);
  const said: SaidElsewhere[] = [];
  if (documents.size === 0) return said;
  const { texts, english } = await textsOf(doc, source.text);
  const told = new Set<number>();
  for (let from = 0; from < texts.length; from += AT_ONCE) {
    const asked = new Map(texts.slice(from, from + AT_ONCE));
    const looking = { limit: 1, least: 1, ...(patience !== undefined && { patience }) };
    const { found, behind } = await memories.look([project], [...asked.values()], looking);
    if (behind.length > 0) return null;
    const numbers = new Set(found.get(project)?.flatMap(({ alike }) => alike));
    // Alike are texts with other numbers too.
    for (const unit of await saidByNumber(db, project, [...numbers])) {
      const { document_id: document, source, target } = unit;
      if (document === null || !documents.has(document) || !asked.has(keyOf(source))) continue;
      told.add(unit.number);
      said.push({ source, target, isBefore: document < id });
    }
  }
  for (let from = 0; from < english.length; from += AT_ONCE) {
    for (const unit of await unitsByEnglish(db, project, english.slice(from, from + AT_ONCE), MOST)) {
      const { document_id: document, source, target, number } = unit;
      if (document === null || !documents.has(document) || told.has(number)) continue;
      said.push({ source, target, isBefore: document < id });
    }
  }
  return said;
}

/** The same for a document as it stands now. */
export async function documentSaidElsewhere(
  ctx: Needs,
  { document }: { readonly document: string },
): Promise<readonly SaidElsewhere[]> {
  const { db } = ctx.store;
  const [row, head] = [await documentById(db, document), await documentHead(db, document)];
  if (!row || !head) throw new UnknownRecord('document', document);
  return (await saidElsewhere(ctx, row.project_id, await ctx.timeline.at(db, document, head.version))) ?? [];
}

/** What the document says in Persian, each text once, by what is the same however it is typed, and in English. Others are answered in
 *  between. */
async function textsOf(
  doc: SourcedDocument['doc'],
  source: string,
): Promise<{ readonly texts: readonly (readonly [string, string])[]; readonly english: readonly string[] }> {
  const texts = new Map<string, string>();
  const english = new Set<string>();
  let read = 0;
  for (const node of segmentNodes(doc)) {
    read += 1;
    if (read % AT_ONCE === 0) await new Promise((resolve) => setImmediate(resolve));
    const { from, to, leftOut } = segmentAttrs(node);
    const text = source.slice(from, to);
    if (leftOut) continue;
    texts.set(keyOf(text), text);
    if (node.textContent !== '') english.add(node.textContent);
  }
  texts.delete('');
  return { texts: [...texts], english: [...english] };
}

function keyOf(text: string): string {
  return foldKey(text, 'fold').trim();
}
