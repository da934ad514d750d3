import type { ZodError } from 'zod';
import type { Problem } from '../../shared/core/problem.ts';

/** What is wrong with the form of an input, one problem a place. */
export function malformed(error: ZodError): readonly Problem[] {
  return error.issues.map(({ path, message }) => {
    const element = path.join('.');
    return { rule: 'malformed', message: element ? `${element}: ${message}.` : `${message}.`, element };
  });
}
