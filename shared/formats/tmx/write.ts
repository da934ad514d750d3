import { product } from '../../core/product.ts';
import { lacking, type Writer } from '../corpus/format.ts';
import type { CorpusRow, ExportOptions, Remark } from '../corpus/row.ts';
import { takenFacts } from '../corpus/taken-facts.ts';
import { escapeAttribute, escapeText, xmlCharacters } from '../xml/xml.ts';

/** Translation Memory eXchange 1.4 (LISA OSCAR; valid against `tmx14.dtd`): UTF-8, no byte order mark, no DOCTYPE, because
 *  parsers that load external DTDs would look for the file. One `tu` a segment; what TMX has no element for stands in
 *  `x-` properties. The same rows give the same bytes: no dates, nothing of the machine. */
export function tmx({ fa, en }: Pick<ExportOptions, 'fa' | 'en'>): Writer {
  const variant = (lang: string) => `      <tuv xml:lang="${lang}"><seg>`;
  const [beforeFa, beforeEn] = [variant(fa), variant(en)];
  const ofDocument = documentProperties();
  return {
    files: [{ ending: 'tmx', mediaType: 'application/x-tmx+xml' }],
    needs: ['fa', 'en'],
    fittings: [xmlCharacters],
    losses: lacking('mention', 'link', 'alignment'),
    open: [
      `<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4">
  <header creationtool="${product.name}" creationtoolversion="${product.version}" segtype="sentence" o-tmf="${product.name}" adminlang="en" srclang="${fa}" datatype="plaintext"/>
  <body>
`,
    ],
    row: (row) => [
      `    <tu tuid="${escapeAttribute(row.document)}:${escapeAttribute(row.segment)}">
${ofDocument(row)}${properties(row)}${row.remarks.length === 0 ? '' : row.remarks.map(remark).join('')}${beforeFa}${escapeText(row.fa)}</seg></tuv>\n${beforeEn}${escapeText(row.en)}</seg></tuv>
    </tu>
`,
    ],
    close: () => ['  </body>\n</tmx>\n'],
  };
}

/** What is the same in all rows of a document, made once for those that follow each other. */
function documentProperties() {
  let last: Pick<CorpusRow, 'document' | 'title' | 'version'> | null = null;
  let made = '';
  return (row: CorpusRow): string => {
    const { document, title, version } = row;
    if (last === null || last.document !== document || last.title !== title || last.version !== version) {
      made = `${property('document', document)}${property('title', title)}${property('version', version)}`;
      last = { document, title, version };
    }
    return made;
  };
}

function properties({ segment, paragraph, statement, kind, status, origin, taken }: CorpusRow): string {
  const own = `${property('segment', segment)}${property('paragraph', paragraph)}${property('statement', statement)}${property('kind', kind)}${property('state', status)}${origin === null ? '' : property('origin', origin)}`;
  if (taken === undefined) return own;
  const facts = takenFacts(taken).map(([name, value]) => property(name, value));
  return `${own}${facts.join('')}`;
}

function property(name: string, value: string | number): string {
  return `      <prop type="x-${name}">${typeof value === 'number' ? value : escapeText(value)}</prop>\n`;
}

function remark({ name, text }: Remark): string {
  return name === null
    ? `      <note>${escapeText(text)}</note>\n`
    : `      <prop type="${escapeAttribute(name)}">${escapeText(text)}</prop>\n`;
}
