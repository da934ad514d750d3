import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The folder that the official files were put into; `npm run conformance -- FOLDER` says it. */
export const conformanceFolder: string = process.env.CONFORMANCE_FOLDER ?? '';

/** The files of a part of it by name, with their texts; none where the part is not there, which is said. */
export function officialFiles(part: string, ending: string): readonly (readonly [name: string, text: string])[] {
  const folder = join(conformanceFolder, part);
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(ending)) : [];
  if (names.length === 0) console.warn(`No ${ending} in ${folder}: nothing of it is tested.`);
  return names.map((name) => [name, readFileSync(join(folder, name), 'utf8')] as const);
}
