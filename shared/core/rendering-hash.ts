/** Tells two renderings apart by their length and the FNV-1a hash (32 bits) of their UTF-16 units (Fowler, Noll, Vo:
 *  draft-eastlake-fnv-17, section 2). */
export function renderingHash(rendering: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < rendering.length; index++) {
    hash = Math.imul(hash ^ rendering.charCodeAt(index), 0x01000193);
  }
  return `${rendering.length}-${(hash >>> 0).toString(16)}`;
}
