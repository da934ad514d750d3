import type { Label } from '../../core/label.ts';
import type { Checked } from '../../core/problem.ts';
import { type RegistryFile, readRegistry } from './csv.ts';
import { readTbx } from './tbx-read.ts';

/** The entities of a file, which is TBX where it begins as XML, and else a table. */
export function readRegistryFile(text: string, labels: readonly Label[]): Checked<RegistryFile> {
  const content = text.replace(/^\ufeff/, '');
  return /^\s*</.test(content) ? readTbx(content, labels) : readRegistry(text, labels);
}
