import { anySpelling } from '../characters/spelling.ts';
import {
  type BreakRule,
  closers,
  firstRules,
  invisible,
  spaceAfterEnd,
  stop,
  terminators,
  wordEnd,
  wordStart,
} from './break-rule.ts';
import type { SegmentationRules } from './rules.ts';

const raw = String.raw;

/** Words that go on with a sentence after an ellipsis or a cry. */
const conjunctions = anySpelling(['و', 'که', 'را', 'اما', 'ولی', 'یا', 'تا']);

/** Where Persian sentences end, with the words of the project. */
export function persianBreaks({ abbreviations, reportingVerbs }: SegmentationRules): readonly BreakRule[] {
  const abbreviation = wordStart + anySpelling(abbreviations);
  const initial = raw`${wordStart}\p{L}[\p{M}\u200c\u200d]{0,3}`;
  const letter = raw`[\p{Script=Arabic}\p{M}\u200c]`;
  return [
    ...firstRules(`(?:${abbreviation}|${initial})`),
    { name: 'abbreviation', breaks: false, before: abbreviation + stop, after: '' },
    {
      name: 'initial',
      breaks: false,
      before: raw`${initial}\.`,
      after: raw`\s?[\p{L}\p{N}]`,
    },
    {
      name: 'quotation that its sentence goes on after',
      breaks: false,
      before: raw`[${terminators}]\s?[»”"’]`,
      after: raw`\s{0,3}(?:${anySpelling(reportingVerbs)}|که|را)${wordEnd}`,
    },
    {
      name: 'ellipsis, quoted cry or question inside a sentence',
      breaks: false,
      before: raw`(?:\.\s?\.[${closers}]{0,3}|…[${closers}]{0,3}|[!?؟]\s?[»”"’])`,
      after: raw`\s{1,3}${conjunctions}${wordEnd}`,
    },
    spaceAfterEnd,
    {
      name: 'lost space',
      breaks: true,
      before: raw`${letter}{2}[${closers}]{0,2}(?:\.|[!?؟۔‼⁇⁈⁉]{1,8})[${closers}${invisible}]{0,8}`,
      after: raw`[\p{L}«“(]`,
    },
  ];
}
