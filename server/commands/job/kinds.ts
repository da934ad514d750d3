import type { JobKinds } from '../../jobs/kind.ts';
import { actJob } from '../act/act.ts';
import { analysisJob } from '../memory/analysis.ts';
import { memoryJob } from '../memory/import.ts';
import { preTranslateJob } from '../memory/pre-translate.ts';
import { acts } from './acts.ts';
import { corpusJob } from './corpus-kind.ts';
import { englishJob } from './english-kind.ts';
import { pairJob } from './pair-kind.ts';

/** Every kind of job, by the name that it is written down with. A server works on one of each lane at a time: what takes minutes
 *  is not in the way of an act that another server has left half done. */
export const lanes: readonly JobKinds[] = [
  { pair: pairJob, english: englishJob, corpus: corpusJob },
  { memory: memoryJob, analysis: analysisJob, pretranslate: preTranslateJob },
  Object.fromEntries(acts.filter(({ kind }) => kind !== 'pretranslate').map((act) => [act.kind, actJob(act)])),
];
export const jobKinds: JobKinds = Object.assign({}, ...lanes);
