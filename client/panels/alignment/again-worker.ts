import { learnedLexicon } from '../../../shared/alignment/learning/learned.ts';
import { alignAgain } from '../../../shared/alignment/rows/again.ts';
import { builtInGazetteer } from '../../../shared/names/gazetteer/gazetteer.ts';
import { nameLexicon } from '../../../shared/names/lexicon/name-lexicon.ts';
import { registryOf } from '../../../shared/names/registry/registry.ts';
import type { AgainOrder, AgainReport } from './again-work.ts';

/** Progress is told in steps of so much. */
const STEP = 0.01;

self.addEventListener('message', ({ data }: MessageEvent<AgainOrder>) => {
  const { source, stretches, entities, learned } = data;
  const knowledge = {
    names: nameLexicon(registryOf(entities), builtInGazetteer()),
    learned: learnedLexicon(learned),
  };
  let told = 0;
  const rows = alignAgain(source, stretches, knowledge, (share) => {
    if (share - told >= STEP) {
      told = share;
      report({ kind: 'progress', share });
    }
    return true;
  });
  report({ kind: 'done', rows });
});

function report(message: AgainReport): void {
  self.postMessage(message);
}
