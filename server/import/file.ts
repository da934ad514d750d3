import type { Checked, Problem } from '../../shared/core/problem.ts';
import type { LeftOut } from '../../shared/formats/text/left-out.ts';
import { refused } from '../../shared/formats/text/problems.ts';
import { titleFromFileName, titleFromText } from '../../shared/formats/text/title.ts';
import type { SegmentationRules } from '../../shared/language/sentences/rules.ts';
import { rawText } from './content.ts';
import { inMiB } from './docx/limits.ts';
import type { Encoding } from './encoding.ts';
import { MAX_FILE } from './limits.ts';
import { type LineChoice, readLines } from './lines.ts';

/** What is known of a file before it is read. */
export interface Upload {
  readonly filename: string;
  /** For a text file without a byte order mark that is not UTF-8. */
  readonly encoding?: Encoding;
  /** What becomes of its lines; each is a paragraph unless it is given. */
  readonly lines?: LineChoice;
  /** Bytes, where they are known, so that a file too large is refused with its true size. */
  readonly size?: number;
}

/** A text ready to become a document. */
export interface ImportedText {
  readonly title: string;
  readonly text: string;
  /** What stands in the file and not in the text, with its counts. */
  readonly leftOut: LeftOut;
  /** What is told of its lines. */
  readonly notes: readonly Problem[];
}

/** The text of a `.txt` or `.docx` file, its lines as `upload.lines` says, and a title from its name or else its first words.
 *  Reads no further than `MAX_FILE`: the stream is closed there. Content and name must agree; what is neither text nor a
 *  Word document is refused by what it is. */
export async function readUpload(
  source: AsyncIterable<Uint8Array>,
  upload: Upload,
  rules: SegmentationRules,
): Promise<Checked<ImportedText>> {
  const bytes = await readBytes(source, upload.size);
  return bytes.ok ? readFile(bytes.value, upload, rules) : bytes;
}

/** The same of bytes that are there. */
export async function readFile(
  bytes: Uint8Array,
  upload: Upload,
  rules: SegmentationRules,
): Promise<Checked<ImportedText>> {
  const raw = await rawText(bytes, upload.filename, upload.encoding);
  if (!raw.ok) return raw;
  const read = readLines(raw.value.text, upload.lines ?? 'keep', rules);
  if (!read.ok) return read;
  const { text, notes } = read.value;
  return {
    ok: true,
    value: {
      title: titleFromFileName(upload.filename) || titleFromText(text),
      text,
      leftOut: raw.value.leftOut,
      notes,
    },
  };
}

/** All bytes of a file, which may be too large or empty. */
export async function readBytes(source: AsyncIterable<Uint8Array>, size = 0): Promise<Checked<Uint8Array>> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of source) {
    length += chunk.length;
    const known = Math.max(size, length);
    if (known > MAX_FILE) return refused('file.too-large', { values: { size: inMiB(known), limit: inMiB(MAX_FILE) } });
    chunks.push(chunk);
  }
  return length === 0 ? refused('file.empty') : { ok: true, value: Buffer.concat(chunks, length) };
}
