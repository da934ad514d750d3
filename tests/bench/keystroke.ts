import { measureEditor, type Size } from './editor/measure.ts';
import { type Figure, percentile } from './figure.ts';

const smallest: Size = { segments: 40, mentions: 0, proposals: false };
const sizes: readonly Size[] = [
  smallest,
  { ...smallest, segments: 1000 },
  { ...smallest, segments: 5000 },
  { ...smallest, segments: 5000, mentions: 10_000 },
  { segments: 5000, mentions: 10_000, proposals: true },
  { ...smallest, segments: 20_000 },
];

/** From a key that goes down to the next frame, and from the JSON of a document to its first frame, in Chromium; beside
 *  the same editor with 40 segments in the same browser. */
export async function measure(): Promise<readonly Figure[]> {
  const measured = await measureEditor(sizes);
  return measured.flatMap(({ keystrokes, opening, ...size }) => [
    figure('keystroke p50', size, percentile(keystrokes, 0.5)),
    figure('keystroke p95', size, percentile(keystrokes, 0.95)),
    figure('document to first frame', size, opening),
  ]);
}

function figure(what: string, size: Size, value: number): Figure {
  const of = size.segments > smallest.segments ? { of: name(what, smallest) } : {};
  return { name: name(what, size), value, unit: 'ms', ...of };
}

function name(what: string, { segments, mentions, proposals }: Size): string {
  const marked = mentions > 0 ? `, ${mentions.toLocaleString('en')} mentions` : '';
  const beside = proposals ? `${marked}, proposals` : marked;
  return `${what}, ${segments.toLocaleString('en')} segments${beside}`;
}
