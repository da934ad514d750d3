import { bringEnglish } from '../../../shared/doc/edit/bring-english.ts';
import { segmentCount } from '../../../shared/doc/model/read.ts';
import { importProblem } from '../../../shared/formats/text/problems.ts';
import { type JobKind, PartRefused } from '../../jobs/kind.ts';
import { changeWithin } from '../act/change-within.ts';
import { type EnglishInput, makeEnglish, renderedRows } from './english.ts';
import type { PairOutcome } from './pair.ts';

/** Brings English to a document that has none: read and aligned apart, and then written in one go, as a change of the person
 *  who began it. Whoever wrote English there meanwhile comes first. */
export const englishJob: JobKind = {
  async part(ctx, { input, files, job, project, person, signal, progress }) {
    const { document, title, options, names } = input as EnglishInput;
    if (project === null) throw new Error('A document belongs to a project');
    const [bytes = new Uint8Array()] = await files();
    const [{ filename = '', encoding } = {}] = names;
    const file = { bytes, filename, encoding };
    const made = await makeEnglish(ctx, { document, file, options }, { progress, signal });
    if (!made.ok) return made;
    const { brought, counts, remarks } = made.value;
    return {
      ok: true,
      value: async (trx, landed) => {
        const place = {
          ctx: { ...ctx, person },
          trx,
          landed,
          project,
          job,
          purpose: { kind: 'english', deed: job } as const,
        };
        let segments = 0;
        const change = await changeWithin(place, document, (tr, held) => {
          const english = renderedRows(held);
          if (english > 0)
            throw new PartRefused([importProblem('pair.has-english', { values: { title, count: english } })]);
          if (!bringEnglish(tr, brought, ctx.newId)) throw new PartRefused([importProblem('pair.document-changed')]);
          segments = segmentCount(tr.doc);
          return true;
        });
        if (!change) throw new PartRefused([importProblem('pair.document-changed')]);
        return { document, title, segments, counts, remarks, change } satisfies PairOutcome;
      },
    };
  },
};
