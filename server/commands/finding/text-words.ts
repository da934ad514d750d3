import type { RuledRemark } from '../../../shared/checks/text-rules.ts';
import type { DocumentRule } from '../../../shared/doc/checks/document-finding.ts';
import type { EntityRule } from '../../../shared/doc/checks/entity-finding.ts';

/** What words are made of; of a name nothing is said here. */
interface Worded extends Pick<RuledRemark, 'values' | 'fix'> {
  readonly rule: DocumentRule;
}

/** What a remark is in English words: what was expected, what was found. */
export function remarkWords({ rule, values, fix }: Worded): string {
  const { found = '', wanted = '', kind = '', mark = '', usual = '', others = '' } = values;
  switch (rule) {
    case 'text.empty':
      return 'There is no English.';
    case 'text.same':
      return 'The English is the Persian as it is.';
    case 'text.foreign':
      return fix === null ? `“${found}” is Persian.` : `“${found}” is a Persian sign: expected “${fix}”.`;
    case 'text.number':
      if (kind === 'lost') return `The number ${wanted} is not in the English.`;
      return kind === 'added'
        ? `The number ${found} is not in the Persian.`
        : `Expected the number ${wanted}, found ${found}.`;
    case 'text.unit':
      return `${wanted} is told as ${found}: look at the conversion.`;
    case 'text.date':
      return found === '' ? `${wanted} is not in the English.` : `Expected the date ${wanted}, found ${found}.`;
    case 'text.end':
      return `Expected “${wanted}” at the end, found ${found === '' ? 'nothing' : `“${found}”`}.`;
    case 'text.space':
      return spaces[kind] ?? 'A space is wrong.';
    case 'text.repeated':
      return `The same word twice: “${found}”.`;
    case 'text.bidi':
      return kind === 'source'
        ? `A mark of direction (${mark}) of the Persian is not closed.`
        : `An invisible mark of direction (${mark}) stands in the English.`;
    case 'text.length':
      return kind === 'short'
        ? 'The English is much shorter than is usual.'
        : 'The English is much longer than is usual.';
    case 'source.zwnj':
      return kind === 'lost' ? `A half-space is lost: “${found}”.` : `A half-space stands astray: “${found}”.`;
    case 'text.bracket':
      return `“${found}” has no partner in this paragraph.`;
    case 'text.quote':
      return `The mark of quotation “${found}” has no partner in this paragraph.`;
    case 'text.spelling':
      return `“${found}” is in no dictionary${others === '' ? '' : `; perhaps: ${others}`}.`;
    case 'text.inconsistent':
      return kind === 'sources'
        ? `This English stands for another Persian as well: “${usual}”.`
        : `The same Persian is translated otherwise elsewhere: “${usual}”.`;
    case 'text.unedited':
      return kind === 'machine'
        ? `Confirmed as the machine suggested it${of(values.from)}: look at it once more.`
        : `Confirmed as it came from a match of ${values.score} %${of(values.from)}: look at it once more.`;
    case 'term.missing':
      return `The term “${found}” should be “${wanted}” in the English.`;
    case 'term.forbidden':
      return wanted === ''
        ? `“${found}” is not to be used for “${usual}”.`
        : `“${found}” is not to be used for “${usual}”: expected “${wanted}”.`;
    default:
      return rule satisfies EntityRule;
  }
}

const spaces: Readonly<Record<string, string>> = {
  edge: 'A space stands at the beginning or at the end.',
  double: 'There is a space too much between two words.',
  before: 'A space stands before a mark of punctuation.',
  inside: 'A space stands inside a bracket or a quotation.',
  after: 'A space is missing.',
};

function of(from: string | number | undefined): string {
  return from === undefined || from === '' ? '' : ` (${from})`;
}
