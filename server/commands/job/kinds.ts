import type { JobKinds } from '../../jobs/kind.ts';
import { actJob } from '../act/act.ts';
import { acts } from './acts.ts';
import { englishJob } from './english-kind.ts';
import { pairJob } from './pair-kind.ts';

/** Every kind of job, by the name that it is written down with. A server works on one of each lane at a time: what takes minutes
 *  is not in the way of an act that another server has left half done. */
export const lanes: readonly JobKinds[] = [
  { pair: pairJob, english: englishJob },
  Object.fromEntries(acts.map((act) => [act.kind, actJob(act)])),
];
export const jobKinds: JobKinds = Object.assign({}, ...lanes);
