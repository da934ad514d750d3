import { openContext } from '../../../server/context.ts';
import { workOnJobs } from '../../../server/jobs/jobs.ts';
import type { Place } from '../engines.ts';
import { counting } from './counting.ts';

/*
 * The program that `jobs.test.ts` starts and kills: a server that works on jobs. It says each part on standard output
 * before it writes it. Its clock is `ahead`, so that it takes what a dead one has left without waiting for the lease.
 */
const { place, ahead } = JSON.parse(process.argv[2] ?? '') as { readonly place: Place; readonly ahead: number };
const ctx = await openContext({ ...place, now: () => Date.now() + ahead });
const count = counting((part) => void process.stdout.write(`${part}\n`));
workOnJobs(ctx, { count }, (error) => process.stderr.write(`${error}\n`), 20);
// Nothing else keeps this process alive.
setInterval(() => {}, 1_000);
