import type { TextRule } from '../../checks/text-rules.ts';
import { textWords } from '../../checks/text-words.ts';
import { sentenceAt } from '../../core/sentence.ts';
import type { DocumentFinding, DocumentRule } from './document-finding.ts';
import { type EntityRule, entityRules } from './entity-finding.ts';

/** What the checks say of names, in English: on the page, in files and at the command line. */
export const entitySentences = {
  untranslated: '\u2068{{surface}}\u2069 has no English in this confirmed segment.',
  added: '\u2068{{rendering}}\u2069 stands in the English alone.',
  name: '\u2068{{rendering}}\u2069 is none of the names of \u2068{{entity}}\u2069.',
  forbidden: '\u2068{{rendering}}\u2069 is a forbidden name of \u2068{{entity}}\u2069.',
  renderings: 'Rendered in more than one way in this document: \u2068{{usual}}\u2069, but also \u2068{{others}}\u2069.',
  surface:
    '\u2068{{surface}}\u2069 means \u2068{{entity}}\u2069 here, and \u2068{{usual}}\u2069 elsewhere in this document.',
  label: '\u2068{{text}}\u2069 is marked as \u2068{{label}}\u2069, but \u2068{{entity}}\u2069 is \u2068{{own}}\u2069.',
  unlabelled: '\u2068{{text}}\u2069 is marked as \u2068{{label}}\u2069, a label that the project has not any more.',
  border: '\u2068{{text}}\u2069 reaches over {{segments, number}} segments.',
  links:
    '“\u2068{{word}}\u2069” and “\u2068{{partner}}\u2069” are linked, but only one of them is marked in this name.',
  nowhere: 'A mention of \u2068{{entity}}\u2069 stands on neither side any more.',
  lost: 'A mention stands on neither side any more.',
} as const;

type EntitySentence = keyof typeof entitySentences;

/** True for a rule of texts, false for one of names. */
export function isTextRule(rule: DocumentRule): rule is TextRule {
  return !Object.hasOwn(entityRules, rule);
}

/** The key of the sentence that says what a rule of names has found. */
export function entitySentence(rule: EntityRule, { entity = '' }: DocumentFinding['values']): EntitySentence {
  if (rule === 'entity.nowhere' && entity === '') return 'lost';
  return rule.slice('entity.'.length) as EntitySentence;
}

/** What the sentences about names need: `text` is what is marked, its Persian where it has some, else its English. */
export function entityValues(values: DocumentFinding['values']) {
  const { entity = '', surface = '', rendering = '', usual = '', others = '', word = '', partner = '' } = values;
  const { label = '', own = '', segments = '' } = values;
  return { entity, surface, rendering, usual, others, word, partner, label, own, segments, text: surface || rendering };
}

/** What a finding says, in English; labels by their ids. */
export function findingWords({ rule, values }: Pick<DocumentFinding, 'rule' | 'values'>): string {
  if (isTextRule(rule)) return textWords(rule, values);
  return sentenceAt(entitySentences, entitySentence(rule, values), entityValues(values));
}
