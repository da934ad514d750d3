import { gunzipSync } from 'node:zlib';
import type { DocumentAtHand } from '../../client/timeline/authority.ts';
import { documentNode } from '../../client/timeline/document-node.ts';
import { type Opening, openDocument } from '../../server/commands/document/open.ts';
import { documentSnapshot } from '../../server/commands/document/snapshot.ts';
import type { Context } from '../../server/context.ts';

/** A document as a client has it at hand: what the server tells of it, and the snapshot that it begins with. */
export async function atHand(ctx: Context, opening: Opening): Promise<DocumentAtHand> {
  const opened = await openDocument(ctx, opening);
  const { id: document, snapshot: version, schemaVersion: schema } = opened;
  const body = await documentSnapshot(ctx, { document, version, schema });
  return { ...opened, doc: JSON.parse(gunzipSync(body).toString()) as unknown };
}

/** A document at one version, the head unless it is given. */
export async function documentAt(ctx: Context, id: string, at?: number) {
  const hand = await atHand(ctx, { id, at });
  const doc = documentNode(hand, ctx.timeline.editions);
  return { ...hand, doc };
}
