import { corpusJob } from '../../../server/commands/job/corpus-kind.ts';
import { englishJob } from '../../../server/commands/job/english-kind.ts';
import { jobKinds } from '../../../server/commands/job/kinds.ts';
import { pairJob } from '../../../server/commands/job/pair-kind.ts';
import { memoryJob } from '../../../server/commands/memory/import.ts';
import { openContext } from '../../../server/context.ts';
import { workOnJobs } from '../../../server/jobs/jobs.ts';
import type { JobKind } from '../../../server/jobs/kind.ts';
import type { Place } from '../engines.ts';

/*
 * The program that `pair.test.ts`, `english.test.ts` and `corpus.test.ts` and the test of memories start and kill: a server that brings texts in. It says "begun" before it reads one, and
 * "made" before it writes it.
 */
const { place, ahead } = JSON.parse(process.argv[2] ?? '') as { readonly place: Place; readonly ahead: number };
const ctx = await openContext({ ...place, now: () => Date.now() + ahead });
const say = (word: string) => new Promise<void>((said) => process.stdout.write(`${word}\n`, () => said()));
const telling = (kind: JobKind): JobKind => ({
  async part(context, part) {
    await say('begun');
    const made = await kind.part(context, part);
    await say('made');
    return made;
  },
});
const told = {
  pair: telling(pairJob),
  english: telling(englishJob),
  corpus: telling(corpusJob),
  memory: telling(memoryJob),
};
workOnJobs(ctx, { ...jobKinds, ...told }, (error) => process.stderr.write(`${error}\n`), 20);
// Nothing else keeps this process alive.
setInterval(() => {}, 1_000);
