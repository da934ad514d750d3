/** A mark that stands alone: in which of the texts, and where in it. */
interface Unpaired {
  readonly at: number;
  readonly from: number;
}

/** The marks that open or close and have no partner, over several texts that are read as one. `pairs` gives the closing mark of an opening
 *  one. */
export function unpaired(texts: readonly string[], pairs: Readonly<Record<string, string>>): readonly Unpaired[] {
  const closing = new Set(Object.values(pairs));
  const open: (Unpaired & { readonly end: string })[] = [];
  const alone: Unpaired[] = [];
  const marks = new RegExp(`[${[...closing, ...Object.keys(pairs)].map((mark) => `\\${mark}`).join('')}]`, 'g');
  for (const [at, text] of texts.entries()) {
    for (const { 0: mark, index: from } of text.matchAll(marks)) {
      const end = pairs[mark];
      if (end !== undefined) open.push({ at, from, end });
      else if (open.at(-1)?.end === mark) open.pop();
      else alone.push({ at, from });
    }
  }
  return [...alone, ...open.map(({ at, from }) => ({ at, from }))];
}
