import { measureEditor, type Size } from './editor/measure.ts';
import { type Figure, percentile } from './figure.ts';

const smallest = 40;
const sizes: readonly Size[] = [
  { segments: smallest, mentions: 0 },
  { segments: 1000, mentions: 0 },
  { segments: 5000, mentions: 10_000 },
  { segments: 20_000, mentions: 0 },
];

/** From a key that goes down to the end of the next frame, in Chromium, in the middle of documents of four sizes. */
export async function measure(): Promise<readonly Figure[]> {
  const measured = await measureEditor(sizes);
  return measured.flatMap(({ segments, mentions, keystrokes }) =>
    [50, 95].map((share) => ({
      name: name(share, { segments, mentions }),
      value: percentile(keystrokes, share / 100),
      unit: 'ms' as const,
      ...(segments > smallest && { of: name(share, { segments: smallest, mentions: 0 }) }),
    })),
  );
}

function name(share: number, { segments, mentions }: Size): string {
  const beside = mentions > 0 ? `, ${mentions.toLocaleString('en')} mentions` : '';
  return `p${share}, ${segments.toLocaleString('en')} segments${beside}`;
}
