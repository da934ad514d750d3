import { type Figure, median } from './figure.ts';
import { nameOf, plainName, type Size } from './workbench/documents.ts';
import { measureOpening, type Opening } from './workbench/measure.ts';

const ROUNDS = 5;

const smallest: Size = { segments: 40, mentions: 80 };
const long: Size = { segments: 5000, mentions: 10_000 };
const longest: Size = { segments: 20_000, mentions: 0 };
const sizes: readonly Size[] = [smallest, long, longest];

/** What opening costs an editor that draws all its rows at once, with one side of the text alone and nothing around it. */
const plain = [long, longest];

/** Opening a document in the whole program as its user does, beside one of 40 segments in the same browser; and plain editors
 *  beside the documents of their length. */
export async function measure(): Promise<readonly Figure[]> {
  const measured = await measureOpening(
    sizes,
    plain.map(({ segments }) => segments),
    ROUNDS,
  );
  const figures = (openings: readonly Opening[] = [], name: (what: string) => string, of: Size | null) => {
    const figure = (what: string, read: (opening: Opening) => number): Figure => ({
      name: name(what),
      value: median(openings.map(read)),
      unit: 'ms',
      ...(of && { of: nameOf(what, of) }),
    });
    return [
      figure('bytes to first edit', ({ edit }) => edit),
      figure('longest task', ({ task }) => task),
      figure('whole page', ({ whole }) => whole),
    ];
  };
  return [
    ...plain.flatMap((size, index) =>
      figures(measured.plain[index], (what) => plainName(what, size.segments), size).slice(0, 2),
    ),
    ...sizes.flatMap((size, index) =>
      figures(measured.documents[index], (what) => nameOf(what, size), size === smallest ? null : smallest),
    ),
  ];
}
