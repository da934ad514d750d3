import type { Label } from '../../../shared/core/label.ts';
import type { Checked } from '../../../shared/core/problem.ts';
import type { RegistryFile } from '../../../shared/formats/registry/csv.ts';
import { readRegistryFile } from '../../../shared/formats/registry/read.ts';
import { type RegistryAdditions, registryAdditions } from '../../../shared/names/registry/additions.ts';
import type { ListedEntity } from '../../panels/entities/query.ts';

/** A file as it would be imported. */
export interface ReadFile {
  readonly name: string;
  /** `null` for bytes that are no text. */
  readonly csv: string | null;
}

/** What importing a file would do. */
export interface Preview extends Pick<RegistryFile, 'warnings'> {
  readonly additions: RegistryAdditions<ListedEntity>;
}

/** Reads a file that is UTF-8 or, with its byte order mark, UTF-16, as spreadsheets write it. */
export async function readFile(file: File): Promise<ReadFile> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return { name: file.name, csv: new TextDecoder(encoding, { fatal: true }).decode(bytes) };
  } catch {
    return { name: file.name, csv: null };
  }
}

/** What a file would bring to the registry, or what is wrong with it. */
export function previewOf(csv: string, entities: readonly ListedEntity[], labels: readonly Label[]): Checked<Preview> {
  const read = readRegistryFile(csv, labels);
  if (!read.ok) return read;
  const { entities: records, warnings } = read.value;
  return { ok: true, value: { additions: registryAdditions(entities, records), warnings } };
}
