/** A number of source units and of target units that may make one bead, and what it costs beside 1:1. */
export interface Shape {
  readonly source: number;
  readonly target: number;
  readonly cost: number;
}

/** How much each kind of evidence counts. All costs are natural logarithms of probabilities, so that they add up. */
export interface Weights {
  readonly shapes: readonly Shape[];
  /** Characters of Persian for one of English, and the variance of that for one character: the constants of W. A. Gale,
   *  K. W. Church, "A Program for Aligning Sentences in Bilingual Corpora", Computational Linguistics 19 (1993), as measured
   *  on Persian and English news. */
  readonly ratio: number;
  readonly variance: number;
  /** What a difference of length costs at most. */
  readonly lengthMost: number;
  /** Several units whose length costs more than this are no bead. */
  readonly mergeMost: number;
  readonly words: number;
  /** How a partner counts against the same word by chance. */
  readonly trust: number;
  /** What a known word costs whose partner is not there. */
  readonly missing: number;
  /** What all such words of a bead cost at most. */
  readonly missingMost: number;
  /** How much less a word counts that corresponds the more words it could correspond to: 1 for as much less, 0 for no less. */
  readonly sizePower: number;
  /** Words beyond those of the text that its frequencies are smoothed with. */
  readonly smoothing: number;
  /** What sentence ends, questions, quotations and other marks cost that one side has alone. */
  readonly sentences: number;
  readonly marks: number;
  /** What it costs to go over a paragraph on one side only, when paragraphs are soft. */
  readonly paragraph: number;
  /** How flat chances are taken from costs: see `confidence`. */
  readonly temperature: number;
}

export const weights: Weights = {
  shapes: [
    { source: 1, target: 1, cost: 0.6 },
    { source: 1, target: 0, cost: 3.05 },
    { source: 0, target: 1, cost: 3.05 },
    { source: 1, target: 2, cost: 2.3 },
    { source: 2, target: 1, cost: 2.3 },
    { source: 2, target: 2, cost: 7 },
    { source: 1, target: 3, cost: 3.6 },
    { source: 3, target: 1, cost: 3.6 },
    { source: 1, target: 4, cost: 5.4 },
    { source: 4, target: 1, cost: 5.4 },
    { source: 2, target: 3, cost: 8 },
    { source: 3, target: 2, cost: 8 },
  ],
  ratio: 0.982,
  variance: 4.3,
  lengthMost: 25,
  mergeMost: 15,
  words: 0.75,
  trust: 0.65,
  missing: 0.13,
  missingMost: 5,
  sizePower: 0.6,
  smoothing: 1000,
  sentences: 1.4,
  marks: 0.5,
  paragraph: 2,
  temperature: 1,
};
