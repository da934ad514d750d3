import { sentenceAt } from '../core/sentence.ts';
import type { Remark } from './pair/rule.ts';
import type { TextRule } from './text-rules.ts';

/** What the checks say of texts, in English: on the page, in files and at the command line. */
export const textSentences = {
  empty: 'There is no English.',
  same: 'The English is the Persian as it is.',
  foreign: '\u2068{{found}}\u2069 is Persian.',
  number: {
    other: 'The number \u2068{{wanted}}\u2069 stands as \u2068{{found}}\u2069 in the English.',
    added: 'The number \u2068{{found}}\u2069 is not in the Persian.',
    lost: 'The number \u2068{{wanted}}\u2069 is not in the English.',
  },
  unit: '\u2068{{wanted}}\u2069 is told as \u2068{{found}}\u2069: look at the conversion.',
  date: {
    other: '\u2068{{wanted}}\u2069 stands as \u2068{{found}}\u2069 in the English.',
    lost: '\u2068{{wanted}}\u2069 is not in the English.',
  },
  end: {
    missing: 'The English lacks “\u2068{{wanted}}\u2069” at its end.',
    other: 'The Persian ends with “\u2068{{wanted}}\u2069”, the English with “\u2068{{found}}\u2069”.',
  },
  space: {
    edge: 'A space stands at the edge of the English.',
    double: 'A space too much: “\u2068{{found}}\u2069”.',
    before: 'A space stands before the mark: “\u2068{{found}}\u2069”.',
    inside: 'A space stands inside the bracket: “\u2068{{found}}\u2069”.',
    after: 'A space is missing: “\u2068{{found}}\u2069”.',
  },
  repeated: 'The same word twice: “\u2068{{found}}\u2069”.',
  bidi: {
    target: 'An invisible mark of direction ({{mark}}) stands in the English.',
    source: 'A mark of direction ({{mark}}) is opened in the Persian and not closed.',
  },
  length: {
    short: 'The English is much shorter than it mostly is here.',
    long: 'The English is much longer than it mostly is here.',
  },
  bracket: '“\u2068{{found}}\u2069” has no partner in its paragraph.',
  quote: {
    alone: 'The quotation mark \u2068{{found}}\u2069 has no partner in its paragraph.',
    missing: 'The Persian has the quotation mark \u2068{{found}}\u2069; the English of the paragraph has none.',
  },
  spelling: {
    near: '“\u2068{{found}}\u2069” is in no dictionary. Meant may be: \u2068{{others}}\u2069.',
    unknown: '“\u2068{{found}}\u2069” is in no dictionary.',
  },
  inconsistent: {
    renderings: 'Elsewhere the same Persian is “\u2068{{usual}}\u2069”.',
    sources: 'Elsewhere this English stands for «\u2068{{usual}}\u2069».',
  },
  unedited: {
    own: 'Confirmed as it came from a match of {{score, number}} in this project. Does it fit?',
    match: 'Confirmed as it came from a match of {{score, number}} (\u2068{{from}}\u2069). Does it fit?',
    machine: 'Confirmed as the machine (\u2068{{from}}\u2069) suggested it. Does it fit?',
  },
  zwnj: {
    lost: 'A half-space is lost in the Persian: «\u2068{{found}}\u2069».',
    stray: 'A half-space stands astray in the Persian: «\u2068{{found}}\u2069».',
  },
  term: {
    missing: 'The glossary has “\u2068{{wanted}}\u2069” for «\u2068{{found}}\u2069»; the English has not.',
    forbidden: 'The glossary forbids “\u2068{{found}}\u2069” for «\u2068{{usual}}\u2069».',
    otherwise:
      'The glossary forbids “\u2068{{found}}\u2069” for «\u2068{{usual}}\u2069»; it wants “\u2068{{wanted}}\u2069”.',
  },
} as const;

/** The key of the sentence that says what a rule has found. */
export function textSentence(
  rule: TextRule,
  { found = '', wanted = '', others = '', from = '', kind }: Remark['values'],
) {
  switch (rule) {
    case 'text.empty':
      return 'empty';
    case 'text.same':
      return 'same';
    case 'text.foreign':
      return 'foreign';
    case 'text.number':
      return `number.${kind === 'added' || kind === 'lost' ? kind : 'other'}` as const;
    case 'text.unit':
      return 'unit';
    case 'text.date':
      return `date.${found === '' ? 'lost' : 'other'}` as const;
    case 'text.end':
      return `end.${/^[\p{P}\p{S}]$/u.test(String(found)) ? 'other' : 'missing'}` as const;
    case 'text.space':
      return `space.${spaces.find((known) => known === kind) ?? 'double'}` as const;
    case 'text.repeated':
      return 'repeated';
    case 'text.bidi':
      return `bidi.${kind === 'source' ? 'source' : 'target'}` as const;
    case 'text.length':
      return `length.${kind === 'short' ? 'short' : 'long'}` as const;
    case 'text.bracket':
      return 'bracket';
    case 'text.quote':
      return `quote.${kind === 'missing' ? 'missing' : 'alone'}` as const;
    case 'text.spelling':
      return `spelling.${others === '' ? 'unknown' : 'near'}` as const;
    case 'text.inconsistent':
      return `inconsistent.${kind === 'sources' ? 'sources' : 'renderings'}` as const;
    case 'text.unedited':
      if (kind === 'machine') return 'unedited.machine';
      return from === '' ? 'unedited.own' : 'unedited.match';
    case 'source.zwnj':
      return `zwnj.${kind === 'stray' ? 'stray' : 'lost'}` as const;
    case 'term.missing':
      return 'term.missing';
    case 'term.forbidden':
      return `term.${wanted === '' ? 'forbidden' : 'otherwise'}` as const;
  }
}

const spaces = ['edge', 'double', 'before', 'inside', 'after'] as const;

/** What a rule has found, in English. */
export function textWords(rule: TextRule, values: Remark['values']): string {
  return sentenceAt(textSentences, textSentence(rule, values), values);
}
