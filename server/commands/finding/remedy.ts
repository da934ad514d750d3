import { documentFindings } from '../../../shared/doc/checks/document-checks.ts';
import { applyRemedy } from '../../../shared/doc/checks/remedy.ts';
import type { DocumentChange } from '../../../shared/wire/change.ts';
import type { Context } from '../../context.ts';
import { documentById, documentHead } from '../../db/document.ts';
import { UnknownRecord } from '../../db/unknown.ts';
import { changeDocument } from '../timeline/change.ts';
import { checkedDocument, projectChecks } from './checked.ts';

/** Does the remedy of a finding in the document as it stands now; `null` when that is not found any more, or when nothing
 *  can be done about it with one key. */
export async function remedyFinding(
  ctx: Context,
  { document, finding }: { readonly document: string; readonly finding: string },
): Promise<DocumentChange | null> {
  const { db } = ctx.store;
  const row = await documentById(db, document);
  if (!row) throw new UnknownRecord('document', document);
  const by = await projectChecks(ctx, row.project_id);
  const head = await documentHead(db, document);
  // What is asked of dictionaries and other documents is known then, and the change can be made at once.
  if (head) await checkedDocument(await ctx.timeline.at(db, document, head.version), by);
  return changeDocument(ctx, document, (tr, { doc, source: { text, outline } }) => {
    const remedy = documentFindings(doc, text, by.names, by.policy).find(({ id }) => id === finding)?.remedy;
    return remedy ? applyRemedy(tr, remedy, { text, paragraphs: outline.paragraphs }) : false;
  });
}
