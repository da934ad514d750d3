import type { Checked } from '../../shared/core/problem.ts';
import { type ReviewFile, readReview } from '../import/review/read.ts';
import type { Task } from './task.ts';

/** Reads a reviewed Word document. */
export const reviewTask: Task<{ readonly bytes: Uint8Array }, Checked<ReviewFile>> = ({ bytes }) => readReview(bytes);
