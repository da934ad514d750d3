import { readFileSync } from 'node:fs';

/** The five paragraphs of the sample. */
export const statements = readFileSync('tests/fixtures/statements.fa.txt', 'utf8').trimEnd();

/** The sample over and over, up to about `length` characters, in whole paragraphs. */
export function longSource(length: number): string {
  const paragraphs = statements.split('\n');
  const lines: string[] = [];
  for (let size = 0, index = 0; size < length; index++) {
    const line = paragraphs[index % paragraphs.length] ?? '';
    lines.push(line);
    size += line.length + 1;
  }
  return lines.join('\n');
}
