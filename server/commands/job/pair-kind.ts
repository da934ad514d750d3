import type { JobKind } from '../../jobs/kind.ts';
import { addDocument } from '../document/import.ts';
import { makePair, type PairInput } from './pair.ts';

/** Makes one document of a pair: read and aligned apart, and then stored in one go. */
export const pairJob: JobKind = {
  async part(ctx, { input, files, project, person, signal, progress }) {
    const { title, options, names } = input as PairInput;
    if (project === null) throw new Error('A pair belongs to a project');
    const bodies = await files();
    const pair = {
      project,
      title,
      options,
      files: bodies.map((bytes, side) => ({
        bytes,
        filename: names[side]?.filename ?? '',
        encoding: names[side]?.encoding,
      })),
    };
    const made = await makePair(ctx, pair, { progress, signal });
    if (!made.ok) return made;
    const { document, outcome } = made.value;
    return {
      ok: true,
      value: async (trx) => {
        await addDocument(trx, document, { person });
        return outcome;
      },
    };
  },
};
