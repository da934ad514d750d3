import { persianRules } from '../../shared/language/sentences/rules.ts';
import { segmentSource } from '../../shared/language/sentences/segmentation.ts';
import { type Figure, medianTime } from './figure.ts';
import { longSource } from './sample.ts';

/** Segmentation of a million characters, beside one scan of the same text for words by the engine's own pattern. */
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
  ];
}
