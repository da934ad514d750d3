import { openContext } from '../../../server/context.ts';
import { workOnJobs } from '../../../server/jobs/jobs.ts';
import type { JobKind, JobKinds } from '../../../server/jobs/kind.ts';
import { releaseJobs } from '../../../server/release/kind.ts';
import type { Place } from '../engines.ts';

/*
 * The program that `killed.test.ts` starts and kills: a server that makes releases. It says each step of the way, and "made" before
 * it writes the release down.
 */
const { place, ahead } = JSON.parse(process.argv[2] ?? '') as { readonly place: Place; readonly ahead: number };
const ctx = await openContext({ ...place, now: () => Date.now() + ahead });
const say = (word: string) => new Promise<void>((said) => process.stdout.write(`${word}\n`, () => said()));
const telling = (kind: JobKind): JobKind => ({
  async part(context, part) {
    const made = await kind.part(context, { ...part, progress: (share) => void say(String(share)) });
    await say('made');
    return made;
  },
});
const told: JobKinds = Object.fromEntries(Object.entries(releaseJobs).map(([name, kind]) => [name, telling(kind)]));
workOnJobs(ctx, told, (error) => process.stderr.write(`${error}\n`), 20);
// Nothing else keeps this process alive.
setInterval(() => {}, 1_000);
