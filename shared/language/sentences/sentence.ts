import { candidates } from './break-rule.ts';
import { englishBreaks } from './english-breaks.ts';
import { persianBreaks } from './persian-breaks.ts';
import type { SegmentationRules } from './rules.ts';

/** Where sentences end, by the compiled rules of a project. */
export interface SentenceBreaks {
  /** The places inside `text` where a sentence ends and another begins, ascending. */
  in(text: string): readonly number[];
  /** True when `said` would end a sentence if `next` followed it after a space. */
  between(said: string, next: string): boolean;
}

/** How much of what is said decides whether it ends a sentence. */
const NEAR = 40;

/** The sentence rules of a project, ready for use. */
export function sentenceBreaks(rules: SegmentationRules): SentenceBreaks {
  const candidate = new RegExp(candidates, 'gu');
  const ended = new RegExp(`(?:${candidates})$`, 'u');
  const ofLanguage = rules.lang === 'fa' ? persianBreaks(rules) : englishBreaks(rules);
  const compiled = ofLanguage.map(({ breaks, before, after }) => ({
    breaks,
    pattern: new RegExp(`${before && `(?<=${before})`}${after && `(?=${after})`}`, 'uy'),
  }));
  const isBreak = (text: string, at: number) => {
    for (const { breaks, pattern } of compiled) {
      pattern.lastIndex = at;
      if (pattern.test(text)) return breaks;
    }
    return false;
  };
  return {
    in(text) {
      const ends = Array.from(text.matchAll(candidate), (match) => match.index + match[0].length);
      return ends.filter((end) => end < text.length && isBreak(text, end));
    },
    between(said, next) {
      const near = said.slice(-NEAR);
      return ended.test(near) && isBreak(`${near} ${next}`, near.length);
    },
  };
}
