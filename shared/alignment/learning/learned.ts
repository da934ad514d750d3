/** An English stem that stands for a Persian one, and how often: 0…1. */
export interface LearnedPartner {
  readonly stem: string;
  readonly chance: number;
}

/** What confirmed beads taught: partners of stems (`persianStem`, `englishStem`). It never changes. */
export interface LearnedLexicon {
  /** The English stems for a Persian one, the likeliest first. */
  english(persianStem: string): readonly LearnedPartner[];
  /** True when the English stem is somebody's partner. */
  hasEnglish(englishStem: string): boolean;
}
