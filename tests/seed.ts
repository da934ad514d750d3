import { configureGlobal } from 'fast-check';

/** Property tests draw the same cases in every test run, so that what passed here passes there; `SEED=…` draws others. A
 *  failure names its seed. */
configureGlobal({ seed: Number(process.env.SEED ?? 20_261_122) });
