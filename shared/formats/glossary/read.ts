import type { Checked } from '../../core/problem.ts';
import { tableOf } from '../registry/csv.ts';
import { type GlossaryFile, glossaryOfTable } from './table.ts';
import { readTbxGlossary } from './tbx.ts';

/** The terms of a text, which is TBX where it begins as XML, and else a table. */
export function readGlossary(text: string): Checked<GlossaryFile> {
  const content = text.replace(/^\ufeff/, '');
  if (/^\s*</.test(content)) return readTbxGlossary(content);
  const table = tableOf(content);
  return table.ok ? glossaryOfTable(table.value) : table;
}
