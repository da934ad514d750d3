import type { TextRule } from '../../../shared/checks/text-rules.ts';
import type { DocumentFinding, DocumentRule } from '../../../shared/doc/checks/document-finding.ts';

/** What a finding about a name is in English words; `null` for one about a text. */
export function entityWords(rule: DocumentRule, values: DocumentFinding['values']): string | null {
  const { entity = '', surface = '', rendering = '', usual = '', others = '', word = '', partner = '' } = values;
  const text = surface || rendering;
  switch (rule) {
    case 'entity.untranslated':
      return `“${surface}” has no English in this confirmed segment.`;
    case 'entity.added':
      return `“${rendering}” stands in the English alone.`;
    case 'entity.name':
      return `“${rendering}” is none of the names of ${entity}.`;
    case 'entity.forbidden':
      return `“${rendering}” is a forbidden name of ${entity}.`;
    case 'entity.renderings':
      return `Rendered in more than one way in this document: “${usual}”, but also “${others}”.`;
    case 'entity.surface':
      return `“${surface}” means ${entity} here, and ${usual} elsewhere in this document.`;
    case 'entity.label':
      return `“${text}” is marked as ${values.label}, but ${entity} is ${values.own}.`;
    case 'entity.unlabelled':
      return `“${text}” is marked as ${values.label}, a label that the project has not any more.`;
    case 'entity.border':
      return `“${text}” reaches over ${values.segments} segments.`;
    case 'entity.links':
      return `“${word}” and “${partner}” are linked, but only one of them is marked in this name.`;
    case 'entity.nowhere':
      return `A mention of ${entity === '' ? 'a name' : entity} stands on neither side any more.`;
    default:
      rule satisfies TextRule;
      return null;
  }
}
