import { escapeText } from '../xml/xml.ts';

/** How a run looks. */
export interface RunLook {
  readonly isBold?: boolean;
  readonly isItalic?: boolean;
  /** Persian: from right to left, in the complex script. */
  readonly isPersian?: boolean;
  /** Half points. */
  readonly size?: number;
  readonly colour?: string;
}

/** A run of text; its spaces stay. Properties stand in the order of the schema (ECMA-376, part 1, section 17.3.2). */
export function run(text: string, { isBold, isItalic, isPersian, size, colour }: RunLook = {}): string {
  const properties = [
    isBold && '<w:b/><w:bCs/>',
    isItalic && '<w:i/><w:iCs/>',
    colour && `<w:color w:val="${colour}"/>`,
    size && `<w:sz w:val="${size}"/><w:szCs w:val="${size}"/>`,
    isPersian && '<w:rtl/><w:lang w:bidi="fa-IR"/>',
  ]
    .filter((each) => typeof each === 'string')
    .join('');
  return `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${escapeText(text)}</w:t></w:r>`;
}

/** A paragraph of runs; a Persian one reads from the right. */
export function paragraph(runs: string, style: 'Normal' | 'Heading1' | 'Cell', isPersian = false): string {
  const properties = `${style === 'Normal' ? '' : `<w:pStyle w:val="${style}"/>`}${isPersian ? '<w:bidi/>' : ''}`;
  return `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${runs}</w:p>`;
}
