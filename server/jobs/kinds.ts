import type { JobKinds } from './kind.ts';
import { pairJob } from './pair.ts';

/** Every kind of job, by the name that it is written down with. */
export const jobKinds: JobKinds = { pair: pairJob };
