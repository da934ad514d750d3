import { type Figure, percentile } from './figure.ts';
import { nameOf, type Size } from './workbench/documents.ts';
import { measureKeys } from './workbench/measure.ts';

const smallest: Size = { segments: 40, mentions: 80 };
const sizes: readonly Size[] = [smallest, { segments: 5000, mentions: 10_000 }, { segments: 20_000, mentions: 0 }];

/** From a key that goes down to the next frame in the whole workbench, its panel open and proposals made, beside the same in a
 *  document of 40 segments in the same browser. */
export async function measure(): Promise<readonly Figure[]> {
  const measured = await measureKeys(sizes);
  return measured.flatMap((keys, index) => {
    const size = sizes[index] ?? smallest;
    const figure = (what: string, share: number): Figure => ({
      name: nameOf(what, size),
      value: percentile(keys, share),
      unit: 'ms',
      ...(size !== smallest && { of: nameOf(what, smallest) }),
    });
    return [figure('keystroke p50', 0.5), figure('keystroke p95', 0.95)];
  });
}
