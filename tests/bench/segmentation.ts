import { persianRules } from '../../shared/language/sentences/rules.ts';
import { segmentSource } from '../../shared/language/sentences/segmentation.ts';
import { goldCases } from './data.ts';
import { type Figure, medianTime } from './figure.ts';
import { longSource } from './sample.ts';

/** Segmentation of a million characters, beside one scan of the same text for words by the engine's own pattern; and how well it finds
 *  again the lines of professional translations that were joined to one paragraph. */
export async function measure(): Promise<readonly Figure[]> {
  const source = longSource(1_000_000);
  const short = longSource(100_000);
  const scan = await medianTime(() => source.match(/[\p{L}\p{N}]+/gu)?.length);
  const whole = await medianTime(() => segmentSource(source, persianRules));
  const tenth = await medianTime(() => segmentSource(short, persianRules));
  return [
    { name: 'scan for words, 1,000,000 characters', value: scan, unit: 'ms' },
    { name: 'segment 100,000 characters', value: tenth, unit: 'ms' },
    { name: 'segment 1,000,000 characters', value: whole, unit: 'ms', of: 'scan for words, 1,000,000 characters' },
    { name: 'segmentation', value: source.length / whole / 1000, unit: 'M characters/s' },
    ...foundAgain(),
  ];
}

/** How a sentence ends that its translator ended; a headline has no end that could be seen. */
const ended = /[.!?؟…]["'»”’)\]]*$/u;

/** Ends of lines that are found among the ends of units. A translator's line may hold two sentences: an end inside a line counts
 *  against the precision all the same, so that it is a floor. */
function foundAgain(): readonly Figure[] {
  let [wanted, found, right] = [0, 0, 0];
  const cases = goldCases();
  for (const { source: lines } of cases.filter(({ level }) => level === cases[0]?.level)) {
    const text = lines.join(' ');
    const ends = new Map<number, boolean>();
    let at = -1;
    for (const line of lines) {
      at += line.length + 1;
      ends.set(at, ended.test(line));
    }
    const said = segmentSource(text, persianRules).units.filter(
      ({ kind, to }) => kind === 'sentence' && to < text.length,
    );
    wanted += [...ends].filter(([end, isEnded]) => isEnded && end < text.length).length;
    found += said.filter(({ to }) => ends.get(to) !== false).length;
    right += said.filter(({ to }) => ends.get(to)).length;
  }
  const [precision, recall] = [right / found, right / wanted];
  return [
    { name: 'ends of lines found', value: recall, unit: 'recall' },
    { name: 'ends that are ends of lines', value: precision, unit: 'precision' },
    { name: 'both', value: (2 * precision * recall) / (precision + recall), unit: 'F1' },
  ];
}
