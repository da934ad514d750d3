import type { DocumentFinding } from '../../../shared/doc/checks/document-finding.ts';
import type { Context } from '../../context.ts';
import { dismissalsOf } from '../../db/dismissal.ts';
import { documentHead } from '../../db/document.ts';
import type { SourcedDocument } from '../../timeline/rebuild.ts';
import { type CheckedBy, checkedDocument } from './checked.ts';

/** What the checks find in a document as it stands now and nobody ignores, with the document; `null` where there is none. */
export async function openFindings(
  { store: { db }, timeline }: Pick<Context, 'store' | 'timeline'>,
  id: string,
  by: CheckedBy,
): Promise<{ readonly held: SourcedDocument; readonly findings: readonly DocumentFinding[] } | null> {
  const head = await documentHead(db, id);
  if (!head) return null;
  const held = await timeline.at(db, id, head.version);
  const ignored = new Set((await dismissalsOf(db, id)).map(({ subject }) => subject));
  const all = await checkedDocument(held, by);
  return { held, findings: all.filter((finding) => !ignored.has(finding.id)) };
}
