import { type Figure, percentile } from './figure.ts';
import { nameOf, plainName, type Size } from './workbench/documents.ts';
import { measureKeys } from './workbench/measure.ts';

const smallest: Size = { segments: 40, mentions: 80 };
const long: Size = { segments: 5000, mentions: 10_000 };
const sizes: readonly Size[] = [smallest, long, { segments: 20_000, mentions: 0 }];

/** One row is what the browser itself takes for a key, most of it the wait for a frame; the other is what a long text costs in
 *  an editor that does nothing about it. */
const plain = [1, 5000] as const;

/** From a key that goes down to the next frame in the whole workbench, its panel open and proposals made: in a short document
 *  beside a plain editor of one row, in long ones beside the short one, all in the same browser. */
export async function measure(): Promise<readonly Figure[]> {
  const measured = await measureKeys(sizes, plain);
  const figures = (keys: readonly number[] = [], name: (what: string) => string, of: (what: string) => string) =>
    (['keystroke p50', 'keystroke p95'] as const).map((what): Figure => {
      const value = percentile(keys, what === 'keystroke p50' ? 0.5 : 0.95);
      return { name: name(what), value, unit: 'ms', ...(of(what) !== name(what) && { of: of(what) }) };
    });
  const [bare] = plain;
  return [
    ...plain.flatMap((rows, index) =>
      figures(
        measured.plain[index],
        (what) => plainName(what, rows),
        (what) => (rows === bare ? plainName(what, bare) : nameOf(what, long)),
      ),
    ),
    ...sizes.flatMap((size, index) =>
      figures(
        measured.documents[index],
        (what) => nameOf(what, size),
        (what) => (size === smallest ? plainName(what, bare) : nameOf(what, smallest)),
      ),
    ),
  ];
}
