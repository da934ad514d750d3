import type { FactName, FormatFact } from './fact.ts';
import { nameFacts } from './names.ts';
import { readingFacts } from './reading.ts';
import { tableFacts, termFacts } from './tables.ts';
import { trainingFacts } from './training.ts';
import { translationFacts } from './translation.ts';

/** What is to be known of every format, in the order in which it is shown. */
export const formatFacts: readonly FormatFact[] = [
  ...translationFacts,
  ...tableFacts,
  ...readingFacts,
  ...trainingFacts,
  ...nameFacts,
  ...termFacts,
];

/** The fact that a name stands in; `undefined` for a name that no format has. */
export function factNamed(name: string): FormatFact | undefined {
  return formatFacts.find(({ names }) => names.some((each: FactName) => each === name));
}
