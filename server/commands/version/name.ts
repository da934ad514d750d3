import { isSame } from '../../../shared/wire/mark.ts';
import type { Mark } from '../../../shared/wire/step.ts';
import type { Context } from '../../context.ts';
import { documentHead } from '../../db/document.ts';
import { insertName } from '../../db/named-version.ts';
import { insertSnapshot } from '../../db/snapshot.ts';
import { OtherHistory, UnknownRecord } from '../../db/unknown.ts';
import { packDocument } from '../../timeline/snapshot.ts';

/** A name of a version. */
export interface VersionName {
  readonly document: string;
  readonly version: number;
  /** The mark of the version that is meant; left out, the number is believed. */
  readonly mark?: Mark | undefined;
  readonly name: string;
}

/** Gives a version a name and keeps a snapshot of it. A version may have several names. Throws `OtherHistory` where it is
 *  another one than the one meant. */
export async function nameVersion(ctx: Context, { document, version, mark: meant, name }: VersionName): Promise<void> {
  const head = await documentHead(ctx.store.db, document);
  if (!head) throw new UnknownRecord('document', document);
  if (version > head.version) throw new UnknownRecord('version', `${version}`);
  const { doc, schema, mark, original } = await ctx.timeline.at(ctx.store.db, document, version);
  if (!isSame(meant, mark)) throw new OtherHistory(version);
  const body = await packDocument(doc, original.text);
  const at = ctx.now();
  await ctx.store.transaction(async (trx) => {
    const stays = await insertSnapshot(trx, { document, version, mark, schema, at, body });
    if (!stays) throw new OtherHistory(version);
    await insertName(trx, { document_id: document, version, name, person: ctx.person, at });
  });
}
