import { describe, expect, it } from 'vitest';
import { importNotes, importProblem, importProblems } from '../../../shared/formats/text/problems.ts';

describe('the problem of a file or text', () => {
  it('says its values in its sentence', () => {
    const problem = importProblem('file.utf8', { byte: 12, values: { value: 'C7' } });
    expect(problem.message).toContain('Byte 12 of the file (0xC7) is not UTF-8,');
    expect(problem).toMatchObject({ rule: 'file.utf8', byte: 12, values: { value: 'C7' } });
  });

  it.each(Object.entries(importProblems))('tells what is wrong and what to do: %s', (_, sentence) => {
    expect(sentence).toMatch(/^[A-Z].*\.$/);
    expect(sentence).toMatch(
      /[Ss]ave|[Rr]emove|[Cc]hoose|[Pp]aste|[Rr]ename|[Ss]plit|[Ii]mport|[Cc]opy|Bring|Put|Mend|Wait|Export|Correct|Write|Give|Shorten|Take|Leave|Make|Change|nothing to translate/,
    );
  });

  it.each(Object.entries(importNotes))('tells in a sentence what came of it: %s', (_, sentence) => {
    expect(sentence).toMatch(/^[A-Z].*\.$/);
  });
});
