import { isUtf8 } from 'node:buffer';
import { zipSync } from 'fflate';
import type { Checked } from '../../shared/core/problem.ts';
import { refused } from '../../shared/formats/text/problems.ts';
import { withKnownTags } from './docx-tags.ts';
import { docxLimits, inMiB } from './limits.ts';
import { unpack, type ZipEntry } from './zip-archive.ts';

/** The XML of a Word document, in a package of its own that holds nothing else and unpacks to no more than the limits:
 *  what reads it next cannot be made to fill the memory. Pictures, fonts and whatever lies beside are left behind unread. */
export function safePackage(bytes: Uint8Array, entries: readonly ZipEntry[]): Checked<Uint8Array> {
  const parts = entries.filter(isPart);
  const declared = total(entries);
  const xml = total(parts);
  if (entries.length > docxLimits.entries) {
    return refused('file.docx-entries', { values: { count: entries.length, limit: docxLimits.entries } });
  }
  if (declared > docxLimits.declared) return tooLarge(declared, docxLimits.declared);
  if (xml > docxLimits.xml) return tooLarge(xml, docxLimits.xml);
  const bomb = entries.map(ratio).find((each) => each > docxLimits.ratio);
  if (bomb !== undefined) return refused('file.docx-ratio', { values: { ratio: Math.round(bomb) } });

  const unpacked = new Map<string, Uint8Array>();
  let tags = 0;
  for (const part of parts) {
    const file = unpack(bytes, part);
    if (file === null || !isUtf8(file) || declaresEntities(file))
      return refused('file.docx-damaged', { values: { detail: part.name } });
    tags += tagsIn(file);
    if (tags > docxLimits.tags) return refused('file.docx-tags', { values: { limit: docxLimits.tags } });
    unpacked.set(part.name, withKnownTags(file));
  }
  return { ok: true, value: zipSync(Object.fromEntries(unpacked), { level: 0 }) };
}

/** What a reader of the text needs: the body, its notes, styles and lists, and the relationships between them. */
function isPart({ name }: ZipEntry): boolean {
  return /\.(xml|rels)$/i.test(name) && !/^(customXml|docProps)\//i.test(name);
}

function total(entries: readonly ZipEntry[]): number {
  return entries.reduce((sum, { size }) => sum + size, 0);
}

function ratio({ size, packed }: ZipEntry): number {
  return size > docxLimits.ratioFrom ? size / Math.max(packed, 1) : 1;
}

/** OPC forbids document type declarations (ECMA-376, part 2, section 8.1.4): they are for entities that grow. */
function declaresEntities(part: Uint8Array): boolean {
  return Buffer.from(part.buffer, part.byteOffset, part.length).includes('<!DOCTYPE');
}

function tagsIn(part: Uint8Array): number {
  let tags = 0;
  for (const byte of part) if (byte === 0x3c) tags += 1;
  return tags;
}

function tooLarge(size: number, limit: number): Checked<never> {
  return refused('file.docx-too-large', { values: { size: inMiB(size), limit: inMiB(limit) } });
}
