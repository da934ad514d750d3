import type { Problem } from '../../core/problem.ts';
import { type ProblemPlace, sentence } from '../text/problems.ts';
import type { XmlElement } from '../xml/tree.ts';

/** The constraints of XLIFF 2 (2.1 and 2.2, sections 4.2, 4.3 and 4.7), each with what it says in English. */
export const xliffProblems = {
  'xliff.root': 'Expected <xliff> of XLIFF 2, found <{{found}}> in the namespace "{{uri}}". Choose an XLIFF file.',
  'xliff.element': '<{{found}}> may not stand here in <{{parent}}>.',
  'xliff.missing': '<{{parent}}> lacks <{{expected}}>.',
  'xliff.text': '<{{parent}}> may hold no text of its own.',
  'xliff.attribute': '<{{element}}> has no attribute "{{name}}".',
  'xliff.required': '<{{element}}> lacks the attribute "{{name}}".',
  'xliff.value': 'The attribute "{{name}}" should be {{expected}}, found "{{value}}".',
  'xliff.id': 'The id "{{value}}" stands twice among the ids of {{scope}}.',
  'xliff.skeleton': 'A <skeleton> has either its content or an "href", not both and not neither.',
  'xliff.language': 'The language of <{{element}}> is "{{value}}", but "{{name}}" of <xliff> is "{{expected}}".',
  'xliff.target-language': 'There is a <target>, so <xliff> needs "trgLang".',
  'xliff.order':
    'Two targets of this unit have the place {{value}}. A target without "order" has the place of its source.',
  'xliff.order-range': 'The place {{value}} is beyond the {{count}} parts of this unit.',
  'xliff.character': '<cp> stands for characters that XML does not have; {{value}} is none of them.',
  'xliff.data': '"{{name}}" names the data "{{value}}", which <originalData> of this unit does not have.',
  'xliff.copy': '"copyOf" names "{{value}}", which is no code of the same kind in this unit.',
  'xliff.copy-data': '"copyOf" may not stand beside "{{name}}".',
  'xliff.subtype': '"subType" needs a "type" beside it{{detail}}.',
  'xliff.substate': '"subState" needs a "state" beside it.',
  'xliff.start-code': '<sc> has no <ec> behind it in this unit; a code that ends elsewhere is isolated="yes".',
  'xliff.isolated-start': '<sc> is isolated, but an <ec> in this unit ends it.',
  'xliff.end-code': '<ec> has no <sc> with the id "{{value}}" before it in this unit.',
  'xliff.isolated-end': 'An isolated <ec> has an "id" and no "startRef", any other a "startRef" and no "id".',
  'xliff.end-attribute': 'An <ec> that is not isolated may not have "{{name}}": it stands on its <sc>.',
  'xliff.pair': '"{{name}}" of <ec> differs from that of its <sc>.',
  'xliff.reorder': 'A code that may not be reordered may be neither copied nor deleted: canCopy="no" canDelete="no".',
  'xliff.reorder-first': 'canReorder="no" follows a code with canReorder="firstNo".',
  'xliff.reordered': 'The code "{{value}}" stands elsewhere in the target than its "canReorder" allows.',
  'xliff.deleted': 'The code "{{value}}" may not be deleted, but the target lacks it.',
  'xliff.target-code':
    'The code "{{value}}" of the target differs from that of the source: <{{found}}>, not <{{expected}}>.',
  'xliff.start-mark': '<sm> has no <em> behind it in this unit.',
  'xliff.end-mark': '<em> has no <sm> with the id "{{value}}" before it in this unit.',
  'xliff.comment':
    'A comment has either its text in "value" or a note of this unit in "ref", not both and not neither.',
  'xliff.fragment': 'The reference "{{value}}" is no fragment as XLIFF writes them.',
  'xliff.reference': 'The reference "{{value}}" leads nowhere.',
  'xliff.subflow': '"{{name}}" names the unit "{{value}}", which this file does not have.',
  'xliff.no-pair': 'The file is from "{{source}}" to "{{target}}"; Radif holds Persian and English.',
} as const;

export type XliffRule = keyof typeof xliffProblems;

/** The problem of that rule at an element, with its sentence in English. */
export function xliffProblem(
  rule: XliffRule,
  at: XmlElement,
  values: NonNullable<ProblemPlace['values']> = {},
): Problem {
  const place = { ...at.place, element: at.name, values };
  return { rule, message: sentence(xliffProblems[rule], { values: { element: at.name, ...values } }), ...place };
}
