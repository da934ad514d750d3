/** How a label says where its mention begins and ends: `iob2` marks each first word with B (E. Tjong Kim Sang, J. Veenstra,
 *  "Representing Text Chunks", 1999), `iob1` only where another mention of the label ends right before it, `iobes` also the last
 *  word (E) and single ones (S). */
export const tagSchemes = ['iob2', 'iob1', 'iobes'] as const;
export type TagScheme = (typeof tagSchemes)[number];

/** A mention by the words that it covers, of which `to` is the first behind it. */
export interface Chunk {
  readonly label: string;
  readonly from: number;
  readonly to: number;
}

/** The tag of each of `count` words. Chunks stand beside each other, from the left to the right. */
export function tagsOf(chunks: readonly Chunk[], count: number, scheme: TagScheme): readonly string[] {
  const tags = Array.from({ length: count }, () => 'O');
  for (const [index, { label, from, to }] of chunks.entries()) {
    const before = chunks[index - 1];
    const meets = before !== undefined && before.to === from && before.label === label;
    for (let word = from; word < to; word++) {
      const isFirst = word === from;
      const isLast = word === to - 1;
      let letter = isFirst && (scheme !== 'iob1' || meets) ? 'B' : 'I';
      if (scheme === 'iobes' && isLast) letter = isFirst ? 'S' : 'E';
      tags[word] = `${letter}-${label}`;
    }
  }
  return tags;
}

/** The chunks that tags of any of the schemes say; what follows another label, O or an end begins anew. */
export function chunksOf(tags: readonly string[]): readonly Chunk[] {
  const chunks: { label: string; from: number; to: number }[] = [];
  let open: { label: string; from: number; to: number } | null = null;
  for (const [word, tag] of tags.entries()) {
    const [, letter = 'O', label = ''] = /^([BIESLUM])-(.+)$/su.exec(tag) ?? [];
    if (letter === 'O') {
      open = null;
      continue;
    }
    if (open === null || open.label !== label || ['B', 'S', 'U'].includes(letter)) {
      open = { label, from: word, to: word };
      chunks.push(open);
    }
    open.to = word + 1;
    if (['E', 'L', 'S', 'U'].includes(letter)) open = null;
  }
  return chunks;
}
