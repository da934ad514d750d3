import type { Problem } from '../../shared/core/problem.ts';
import { type ImportRule, importProblem } from '../../shared/formats/text/problems.ts';

interface Signature {
  readonly bytes: string;
  readonly rule: ImportRule;
  readonly found: string;
}

/** First bytes (in Latin-1) of files that people take for a text. ZIP and OLE say nothing yet: what they hold does. */
const signatures: readonly Signature[] = [
  { bytes: '%PDF-', rule: 'file.document', found: 'PDF' },
  { bytes: '{\\rtf', rule: 'file.document', found: 'RTF' },
  { bytes: '\x89PNG\r\n', rule: 'file.image', found: 'PNG' },
  { bytes: '\xff\xd8\xff', rule: 'file.image', found: 'JPEG' },
  { bytes: 'GIF8', rule: 'file.image', found: 'GIF' },
  { bytes: 'II*\0', rule: 'file.image', found: 'TIFF' },
  { bytes: 'MM\0*', rule: 'file.image', found: 'TIFF' },
  { bytes: '\x1f\x8b\x08', rule: 'file.archive', found: 'gzip' },
  { bytes: '7z\xbc\xaf\x27\x1c', rule: 'file.archive', found: '7-Zip' },
  { bytes: 'Rar!\x1a\x07', rule: 'file.archive', found: 'RAR' },
  { bytes: '\xfd7zXZ\0', rule: 'file.archive', found: 'xz' },
];

const ole = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1';

/** Streams of an OLE container, by which the old programs of Microsoft Office are told apart. */
const oleStreams: readonly (readonly [stream: string, found: string])[] = [
  ['WordDocument', 'Word 97–2003 (.doc)'],
  ['Workbook', 'Excel 97–2003 (.xls)'],
  ['PowerPoint Document', 'PowerPoint 97–2003 (.ppt)'],
];

/** What is wrong with a file that its own bytes tell to be no text and no ZIP; `null` when they say nothing. */
export function foreign(bytes: Uint8Array): Problem | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const start = file.toString('latin1', 0, 16);
  const known = signatures.find((signature) => start.startsWith(signature.bytes));
  if (known !== undefined) return importProblem(known.rule, { values: { found: known.found } });
  if (!start.startsWith(ole)) return null;
  const holds = (stream: string) => file.includes(stream, 0, 'utf16le');
  if (holds('EncryptedPackage')) return importProblem('file.protected');
  const found = oleStreams.find(([stream]) => holds(stream))?.[1] ?? 'Microsoft Office 97–2003';
  return importProblem('file.document', { values: { found } });
}

/** True for a ZIP archive, an empty one too. */
export function isZip(bytes: Uint8Array): boolean {
  const [p, k, third, fourth] = bytes;
  return p === 0x50 && k === 0x4b && ((third === 3 && fourth === 4) || (third === 5 && fourth === 6));
}
