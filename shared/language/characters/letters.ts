/** Letters of other keyboards and code pages that a Persian text holds in place of its own; equal at every fold level. */
export const letterForms: Readonly<Record<string, string>> = {
  ی: 'يىے',
  ک: 'كڪ',
  ه: 'ہھەۀۂ',
};

/** Letters that writers use for one another (hamza, madda, round te); equal for search only. */
export const letterVariants: Readonly<Record<string, string>> = {
  ا: 'أإآٱ',
  و: 'ؤ',
  ی: 'ئ',
  ه: 'ةۃ',
};

/** The letter that stands for `letter` in search, and all that stand for the same one. */
export function variantsOf(letter: string): string {
  for (const base of 'ایکهو') {
    const all = base + (letterForms[base] ?? '') + (letterVariants[base] ?? '');
    if (all.includes(letter)) return all;
  }
  return letter;
}
