import { type Figure, median } from './figure.ts';
import { nameOf, type Size } from './workbench/documents.ts';
import { measureOpening, type Opening } from './workbench/measure.ts';

const ROUNDS = 5;

const smallest: Size = { segments: 40, mentions: 80 };
const sizes: readonly Size[] = [smallest, { segments: 5000, mentions: 10_000 }, { segments: 20_000, mentions: 0 }];

/** Opening a document in the whole program as its user does, beside one of 40 segments in the same browser. */
export async function measure(): Promise<readonly Figure[]> {
  const measured = await measureOpening(sizes, ROUNDS);
  return measured.flatMap((openings, index) => {
    const size = sizes[index] ?? smallest;
    const figure = (what: string, read: (opening: Opening) => number): Figure => ({
      name: nameOf(what, size),
      value: median(openings.map(read)),
      unit: 'ms',
      ...(size !== smallest && { of: nameOf(what, smallest) }),
    });
    return [
      figure('bytes to first edit', ({ edit }) => edit),
      figure('longest task', ({ task }) => task),
      figure('whole page', ({ whole }) => whole),
    ];
  });
}
