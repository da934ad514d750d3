/** An English stem that stands for a Persian one, and how likely it is where that one stands: 0…1. */
export interface LearnedPartner {
  readonly stem: string;
  readonly chance: number;
}

/** What confirmed beads taught, as plain data: a Persian stem (`persianStem`), an English one (`englishStem`), and how likely
 *  they stand for each other. */
export type LearnedTable = readonly (readonly [persian: string, english: string, chance: number])[];

/** A learned table, made ready. It never changes. */
export interface LearnedLexicon {
  /** The English stems for a Persian one, the likeliest first. */
  english(persianStem: string): readonly LearnedPartner[];
  /** True when the English stem is somebody's partner. */
  hasEnglish(englishStem: string): boolean;
}

/** A lexicon of `table`. */
export function learnedLexicon(table: LearnedTable): LearnedLexicon {
  const partners = new Map<string, LearnedPartner[]>();
  const english = new Set<string>();
  for (const [persian, stem, chance] of table) {
    english.add(stem);
    const known = partners.get(persian);
    if (known) known.push({ stem, chance });
    else partners.set(persian, [{ stem, chance }]);
  }
  for (const all of partners.values()) all.sort((a, b) => b.chance - a.chance);
  return { english: (stem) => partners.get(stem) ?? [], hasEnglish: (stem) => english.has(stem) };
}
