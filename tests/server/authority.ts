import { openDocument } from '../../server/commands/document/open.ts';
import { pushSteps } from '../../server/commands/timeline/push.ts';
import { stepsSince } from '../../server/commands/timeline/steps-since.ts';
import type { Context } from '../../server/context.ts';
import { SCHEMA_VERSION } from '../../shared/doc/model/migrations.ts';
import { segments } from '../../shared/doc/model/read.ts';
import type { Setting } from '../doc/simulation/simulation.ts';
import { documentAt } from './opened.ts';
import { newDocument } from './writer.ts';

/** A new document of `text` to simulate on, kept by the real commands; in the end its rows must say what it says. */
export async function serverSetting(ctx: Context, text: string): Promise<Setting> {
  const document = await newDocument(ctx, text);
  const { source, outline } = await openDocument(ctx, { id: document });
  return {
    source: { text: source, paragraphs: outline.paragraphs },
    events: 60,
    authority: {
      async open(at) {
        const { doc, version } = await documentAt(ctx, document, at);
        return { doc: doc.toJSON() as unknown, version };
      },
      async push(base, client, steps) {
        const answer = await pushSteps(ctx, { document, base, client, schema: SCHEMA_VERSION, isMovable: true, steps });
        if (!answer.ok && (answer.reason === 'reload' || answer.reason === 'history'))
          throw new Error('Nobody changes the schema or puts a backup back meanwhile');
        return answer;
      },
      async since(version) {
        const answer = await stepsSince(ctx, { document, version });
        if (!answer.ok) throw new Error('Nobody puts a backup back meanwhile');
        return answer.steps;
      },
    },
    async check(doc) {
      const rows = await ctx.store.db
        .selectFrom('segment')
        .select([
          'id',
          'source_from as from',
          'source_to as to',
          'kind',
          'status',
          'origin',
          'rendering as text',
          'alignment',
          'left_out as leftOut',
        ])
        .where('document_id', '=', document)
        .orderBy('source_from')
        .orderBy('turn')
        .execute();
      const told = segments(doc).map(({ id, from, to, kind, status, origin, text, alignment, leftOut }) => ({
        id,
        from,
        to,
        kind,
        status,
        origin,
        text,
        alignment: alignment?.state ?? null,
        leftOut: leftOut ? 1 : 0,
      }));
      if (JSON.stringify(rows) !== JSON.stringify(told))
        throw new Error('The rows of the segments differ from the document');
    },
  };
}
