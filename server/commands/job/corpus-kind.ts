import type { JobKind } from '../../jobs/kind.ts';
import { type CorpusInput, makeCorpus, storeCorpus } from './corpus.ts';

/** Makes documents of the files of corpora: all are read apart, and then stored in one go. */
export const corpusJob: JobKind = {
  async part(ctx, { input, files, folder, project, person, signal, progress }) {
    const { names, format, choices } = input as CorpusInput;
    if (project === null) throw new Error('Corpora belong to a project');
    const bodies = await files();
    const corpus = {
      project,
      files: bodies.map((bytes, index) => ({ bytes, name: names[index]?.filename ?? '' })),
      format,
      choices,
    };
    const made = await makeCorpus(ctx, corpus, await folder(), { progress, signal });
    if (!made.ok) return made;
    return { ok: true, value: (trx) => storeCorpus(trx, made.value, { project, person, at: ctx.now() }) };
  },
};
