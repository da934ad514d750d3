import { type Figure, median, percentile } from './figure.ts';
import { nameOf, type Size } from './workbench/documents.ts';
import { measureFirstChecks } from './workbench/measure.ts';

const ROUNDS = 3;

const smallest: Size = { segments: 40, mentions: 80 };
const longest: Size = { segments: 20_000, mentions: 10_000 };

/** Whether the first check of a long document keeps anybody waiting: the longest task of the page until all findings are there, and
 *  keys that are pressed meanwhile, beside a document of 40 segments in the same browser. */
export async function measure(): Promise<readonly Figure[]> {
  const sizes = [smallest, longest];
  const measured = await measureFirstChecks(sizes, ROUNDS);
  return sizes.flatMap((size, index) => {
    const checks = measured[index] ?? [];
    const keys = checks.flatMap(({ keys }) => keys);
    const figure = (what: string, value: number): Figure => ({
      name: nameOf(what, size),
      value,
      unit: 'ms',
      ...(size !== smallest && { of: nameOf(what, smallest) }),
    });
    return [
      figure('first check', median(checks.map(({ all }) => all))),
      figure('longest task until then', median(checks.map(({ task }) => task))),
      ...(keys.length > 0 ? [figure('key until then, p95', percentile(keys, 0.95))] : []),
    ];
  });
}
