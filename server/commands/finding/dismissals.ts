import type { Context } from '../../context.ts';
import { dismissalsOf, putDismissal, removeDismissal } from '../../db/dismissal.ts';
import { documentHead } from '../../db/document.ts';
import { UnknownRecord } from '../../db/unknown.ts';

/** What people do not want to be told again in a document: findings by their id, proposals by their key. */
export function listDismissals({ store: { db } }: Context, { document }: { readonly document: string }) {
  return dismissalsOf(db, document);
}

/** Dismisses a finding or a proposal, with a reason that may be empty. */
export async function dismiss(
  { store, now, person }: Context,
  { document, subject, reason }: { readonly document: string; readonly subject: string; readonly reason: string },
): Promise<void> {
  await store.transaction(async (trx) => {
    if (!(await documentHead(trx, document))) throw new UnknownRecord('document', document);
    await putDismissal(trx, { document_id: document, subject, reason, person, at: now() });
  });
}

/** Wants to be told again. */
export async function undismiss(
  { store }: Context,
  { document, subject }: { readonly document: string; readonly subject: string },
): Promise<void> {
  await store.transaction((trx) => removeDismissal(trx, document, subject));
}
