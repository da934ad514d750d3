import { type ConfirmedPair, learn } from '../../shared/alignment/learning/learn.ts';
import type { LearnedTable } from '../../shared/alignment/learning/learned.ts';
import type { Task } from './task.ts';

/** Learns which words stand for each other in what a person confirmed. */
export const learnTask: Task<readonly ConfirmedPair[], LearnedTable> = async (pairs) => learn(pairs);
