import { strToU8, Zip, ZipDeflate, ZipPassThrough, zipSync } from 'fflate';

const word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';

/** A paragraph of a Word document, split into runs as Word does it. */
export function paragraph(...runs: readonly string[]): string {
  return `<w:p><w:pPr><w:bidi/></w:pPr>${runs.map(run).join('')}</w:p>`;
}

/** A run; what begins with `<` is taken as it is. */
export function run(content: string): string {
  const inner = content.startsWith('<') ? content : `<w:t xml:space="preserve">${content}</w:t>`;
  return `<w:r><w:rPr><w:rtl/></w:rPr>${inner}</w:r>`;
}

export function table(...rows: readonly (readonly string[])[]): string {
  const cell = (text: string) => `<w:tc>${paragraph(text)}</w:tc>`;
  return `<w:tbl>${rows.map((cells) => `<w:tr>${cells.map(cell).join('')}</w:tr>`).join('')}</w:tbl>`;
}

export interface Parts {
  /** XML inside `w:body`. */
  readonly body: string;
  /** XML inside `w:footnotes`. */
  readonly footnotes?: string;
  /** Other files, or other contents for those above. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
}

/** The files of a minimal Word document (ECMA-376, part 1, annex L.1). */
function docxFiles({ body, footnotes, files = {} }: Parts): Record<string, Uint8Array> {
  const relationship = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`;
  const relationships = (inner: string) => `<Relationships xmlns="${packages}/relationships">${inner}</Relationships>`;
  const main = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
  const texts: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${main}.document.main+xml"/><Override PartName="/word/footnotes.xml" ContentType="${main}.footnotes+xml"/></Types>`,
    '_rels/.rels': relationships(relationship('r1', 'officeDocument', 'word/document.xml')),
    'word/_rels/document.xml.rels': relationships(relationship('r2', 'footnotes', 'footnotes.xml')),
    'word/document.xml': `<w:document ${word}><w:body>${body}</w:body></w:document>`,
    'word/footnotes.xml': `<w:footnotes ${word}>${footnotes ?? ''}</w:footnotes>`,
    ...files,
  };
  return Object.fromEntries(
    Object.entries(texts).map(([name, text]) => [name, typeof text === 'string' ? strToU8(text) : text]),
  );
}

/** The bytes of a Word document. */
export function docx(parts: Parts): Uint8Array {
  return zipSync(docxFiles(parts));
}

/** The same as a program writes it that does not know the sizes beforehand: they stand after the data and in the
 *  directory. Every second file is stored without compression. */
export function streamedDocx(parts: Parts): Uint8Array {
  const out: Uint8Array[] = [];
  const zip = new Zip((_, bytes) => out.push(bytes));
  for (const [index, [name, bytes]] of Object.entries(docxFiles(parts)).entries()) {
    const file = index % 2 === 0 ? new ZipDeflate(name) : new ZipPassThrough(name);
    zip.add(file);
    file.push(bytes, true);
  }
  zip.end();
  return Buffer.concat(out);
}
