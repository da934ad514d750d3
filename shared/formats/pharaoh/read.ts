import type { Problem } from '../../core/problem.ts';
import { corpusProblem } from '../corpus/problems.ts';
import type { CorpusLink } from '../corpus/row.ts';
import type { Told } from '../corpus/told-row.ts';
import { linkOfWords, spacedWords } from '../corpus/word-links.ts';
import { sideBySide } from '../moses/side-by-side.ts';

/** Reads a pair of files of words with their links, `0-0 1-2` from 0 and Persian first; SimAlign's `0p0` is a possible link. */
export const pharaohFiles = sideBySide(['fa', 'en', 'align'], told, 2);

function told([fa = '', en = '', aligned = '']: readonly string[], line: number): Told | Problem {
  const [persian, english] = [spacedWords(fa), spacedWords(en)];
  const links: CorpusLink[] = [];
  for (const { text: value } of spacedWords(aligned)) {
    const [, one, kind, other] = /^(\d{1,9})([-p])(\d{1,9})$/.exec(value) ?? [];
    if (one === undefined) return corpusProblem('links.pair', { line, values: { value, expected: '0-0 1-2' } });
    const pair = { fa: Number(one), en: Number(other), sure: kind === '-' };
    const link = linkOfWords(persian, english, pair, { line, value });
    if ('rule' in link) return link;
    links.push(link);
  }
  return { fa, en, links };
}
