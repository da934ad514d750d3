import { posix } from 'node:path';
import { readXml } from './xml.ts';

/** Where the parts of a package are: targets by the last word of their type (`footnotes`, `header`). */
export type Relationships = ReadonlyMap<string, readonly string[]>;

/** The relationships of a part (ECMA-376, part 2, section 8.3), as names of files in the package. What lies outside it, and
 *  a list that cannot be read, counts as nothing. */
export function relationships(
  files: ReadonlyMap<string, Uint8Array>,
  part: string,
  budget: { tags: number },
): Relationships {
  const { dir, base } = posix.parse(part);
  const list = files.get(posix.join(dir, '_rels', `${base}.rels`));
  const found = new Map<string, string[]>();
  if (list === undefined) return found;
  readXml(
    list,
    {
      open({ name, attributes: { Type = '', Target = '', TargetMode } }) {
        if (!name.endsWith(':Relationship') || TargetMode === 'External') return;
        const type = Type.slice(Type.lastIndexOf('/') + 1);
        const target = Target.startsWith('/') ? Target.slice(1) : posix.normalize(posix.join(dir, Target));
        found.set(type, [...(found.get(type) ?? []), target]);
      },
      close() {},
    },
    budget,
  );
  return found;
}
