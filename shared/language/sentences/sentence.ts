import { beginsWithSign, candidates, lonelySigns } from './break-rule.ts';
import { englishBreaks } from './english-breaks.ts';
import { persianBreaks } from './persian-breaks.ts';
import type { SegmentationRules } from './rules.ts';

/** Where sentences end, by the compiled rules of a project. */
export interface SentenceBreaks {
  /** The places inside `text` where a sentence ends and another begins, ascending, found as they are asked for. */
  in(text: string): Iterable<number>;
  /** The first of them. */
  first(text: string): number | undefined;
  /** True when `said` would end a sentence if `next` followed it after a space. */
  between(said: string, next: string): boolean;
}

/** How much of what is said decides whether it ends a sentence. */
const NEAR = 40;

const candidate = new RegExp(candidates, 'gu');
const ended = new RegExp(`(?:${candidates})$`, 'u');
const signs = new RegExp(lonelySigns, 'uy');

/** The sentence rules of a project, ready for use. */
export function sentenceBreaks(rules: SegmentationRules): SentenceBreaks {
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
  const breaksIn = function* (text: string): Iterable<number> {
    const isListOfSigns = beginsWithSign.test(text);
    for (let at = 0; ; ) {
      // One pattern for all texts: `matchAll` would copy it for each, which costs more than a short text.
      candidate.lastIndex = at;
      const found = candidate.exec(text);
      if (found === null) return;
      const end = found.index + found[0].length;
      at = end;
      if (end === text.length || !isBreak(text, end)) continue;
      const to = isListOfSigns ? end : afterSigns(text, end);
      if (to < text.length) yield to;
    }
  };
  return {
    in: breaksIn,
    first(text) {
      for (const end of breaksIn(text)) return end;
      return undefined;
    },
    between(said, next) {
      const near = said.slice(-NEAR);
      return ended.test(near) && isBreak(`${near} ${next}`, near.length);
    },
  };
}

function afterSigns(text: string, at: number): number {
  signs.lastIndex = at;
  return signs.test(text) ? signs.lastIndex : at;
}
