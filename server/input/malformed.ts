import type { ZodError } from 'zod';
import type { Problem } from '../../shared/core/problem.ts';

type Issue = ZodError['issues'][number];

/** What is wrong with the form of an input, one problem a place. */
export function malformed(error: ZodError): readonly Problem[] {
  return error.issues.map((issue) => {
    const element = issue.path.join('.');
    const { message, ...problem } = said(issue);
    return { ...problem, message: element ? `${element}: ${message}` : message, element };
  });
}

/** An issue in words for people where a person's input may be the cause; what only a program gets wrong is told as it is. */
function said(issue: Issue): Problem {
  if (issue.code === 'too_big' && issue.origin === 'string') {
    const limit = Number(issue.maximum);
    return { rule: 'input-long', message: `at most ${limit} characters have room. Shorten it.`, values: { limit } };
  }
  if (issue.code === 'too_big' && issue.origin === 'array') {
    const limit = Number(issue.maximum);
    return { rule: 'input-many', message: `at most ${limit} are taken. Give fewer.`, values: { limit } };
  }
  const rule = issue.code === 'custom' ? issue.params?.rule : undefined;
  return { rule: typeof rule === 'string' ? rule : 'malformed', message: `${issue.message}.` };
}
