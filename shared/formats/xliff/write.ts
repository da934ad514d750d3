import { type Writer, wellFormed } from '../corpus/format.ts';
import type { CorpusRow, ExportOptions } from '../corpus/row.ts';
import { escapeAttribute, xmlCharacters } from '../xml/xml.ts';
import { inlineContent, plainText } from './mention-text.ts';
import { documentFacts, type Facts, rowFacts, sameFile } from './row-facts.ts';
import { PREFIX, xliffState } from './states.ts';

/** The namespace of each version: 2.1 kept that of 2.0. */
export const coreOf = {
  '2.1': 'urn:oasis:names:tc:xliff:document:2.0',
  '2.2': 'urn:oasis:names:tc:xliff:document:2.2',
} as const;

export type XliffVersion = keyof typeof coreOf;

/** XLIFF 2.1 (OASIS Standard, 2018) and 2.2: one `file` a document, one `unit` with one `segment` a row. States are those of
 *  XLIFF, our own stand in `subState`; mentions are ITS text analysis; what else Radif knows stands in the metadata module under
 *  `radif`. Persian without English has no `target`; English without Persian has an empty `source`, which XLIFF always wants. */
export function xliff2(version: XliffVersion) {
  return ({ fa, en }: Pick<ExportOptions, 'fa' | 'en'>): Writer => ({
    files: [{ ending: 'xlf', mediaType: 'application/xliff+xml' }],
    needs: [],
    fittings: [wellFormed],
    losses: () => [],
    open: [
      `<?xml version="1.0" encoding="UTF-8"?>
<xliff xmlns="${coreOf[version]}" xmlns:mda="urn:oasis:names:tc:xliff:metadata:2.0" xmlns:its="http://www.w3.org/2005/11/its" its:version="2.0" version="${version}" srcLang="${fa}" trgLang="${en}" xml:space="preserve">
`,
    ],
    row: (row, index, before) => [
      sameFile(before, row) ? unit(row, index) : `${closed(before)}${opened(row, index)}${unit(row, index)}`,
    ],
    close: (last) => [`${closed(last) || '  <file id="empty"><group id="empty"/></file>\n'}</xliff>\n`],
  });
}

/** The beginning of a document's file. Ids count the rows, so that they never meet. */
function opened(row: CorpusRow, index: number): string {
  return `  <file id="f${index + 1}" original="${attributeText(row.title)}" srcDir="rtl" trgDir="ltr">
${metadata(documentFacts(row), '    ')}`;
}

function closed(last: CorpusRow | null): string {
  return last === null ? '' : '  </file>\n';
}

function unit(row: CorpusRow, index: number): string {
  const { state, subState } = xliffState(row.status);
  const notes = row.remarks.map(({ name, text }) => {
    const category = name === null ? '' : ` category="${attributeText(name)}"`;
    return `        <note${category}>${plainText(text)}</note>\n`;
  });
  const target = row.en === '' ? '' : `<target>${inlineContent(row.en, 'en', row.mentions)}</target>`;
  return `    <unit id="u${index + 1}" name="${attributeText(row.segment)}">
${metadata(rowFacts(row), '      ')}${notes.length > 0 ? `      <notes>\n${notes.join('')}      </notes>\n` : ''}      <segment id="s" state="${state}"${subState === null ? '' : ` subState="${subState}"`}><source>${inlineContent(row.fa, 'fa', row.mentions)}</source>${target}</segment>
    </unit>
`;
}

function metadata(facts: Facts, indent: string): string {
  const items = facts.map(([name, value]) => `${indent}    <mda:meta type="${name}">${plainText(value)}</mda:meta>\n`);
  return `${indent}<mda:metadata>
${indent}  <mda:metaGroup category="${PREFIX}">
${items.join('')}${indent}  </mda:metaGroup>
${indent}</mda:metadata>
`;
}

function attributeText(text: string): string {
  return escapeAttribute(text.replace(xmlCharacters.pattern, ''));
}
