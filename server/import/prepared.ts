import type { Outline, Unit } from '../../shared/core/outline.ts';
import type { Checked, Problem } from '../../shared/core/problem.ts';
import { type Beginning, buildDocument } from '../../shared/doc/edit/build.ts';
import type { LeftOut } from '../../shared/formats/text/left-out.ts';
import { refused } from '../../shared/formats/text/problems.ts';
import { titleFromText } from '../../shared/formats/text/title.ts';
import type { SegmentationRules } from '../../shared/language/sentences/rules.ts';
import { segmentUpTo } from '../../shared/language/sentences/segmentation.ts';
import { type Projection, projectionOf } from '../timeline/projection.ts';
import { packDocument } from '../timeline/snapshot.ts';

/** A text that is to become a document, and what people have made of it already. */
export interface NewText extends Beginning {
  readonly project: string;
  /** Taken from the beginning of the text where it is empty. */
  readonly title: string;
  /** The source, already cleaned: paragraphs joined by `\n`. */
  readonly text: string;
  /** The rows to begin with, in place of those that segmentation makes; they tile the paragraphs in order. */
  readonly units?: readonly Pick<Unit, 'from' | 'to' | 'kind'>[] | undefined;
  /** The paragraphs and statements, where they are known and not to be found. */
  readonly outline?: Outline | undefined;
}

/** A document that is ready to be stored. */
export interface PreparedDocument {
  readonly id: string;
  readonly project: string;
  readonly title: string;
  readonly at: number;
  readonly text: string;
  /** JSON of an `Outline`. */
  readonly outline: string;
  readonly snapshot: Uint8Array;
  readonly projection: Projection;
  /** What stands in the file and not in the text. */
  readonly leftOut?: LeftOut;
  /** What is told of its lines. */
  readonly notes?: readonly Problem[];
}

interface Maker {
  readonly newId: () => string;
  readonly now: () => number;
}

/** UTF-16 units of one segment: far above what anybody has said, below what a database chokes on. */
const MAX_SENTENCE = 200_000;

/** Segments that one document may have; the longest novels have a third of it. */
const MAX_SEGMENTS = 100_000;

/** A text as the rows that it begins with. */
interface BegunText {
  readonly outline: Outline;
  readonly units: NonNullable<NewText['units']>;
}

/** The rows that a text begins with; a problem where it has none, too many, or one that is too long. */
export function begunText(
  { text, units: given, outline: known }: Pick<NewText, 'text' | 'units' | 'outline'>,
  rules: SegmentationRules,
): Checked<BegunText> {
  const outline = known ?? segmentUpTo(text, rules, MAX_SEGMENTS);
  if (outline === null || outline.units.length > MAX_SEGMENTS)
    return refused('text.segments', { values: { limit: MAX_SEGMENTS } });
  const units = given ?? outline.units;
  if (units.length === 0) return refused('text.no-words');
  const long = units.find(({ from, to }) => to - from > MAX_SENTENCE);
  if (long) {
    const start = titleFromText(text.slice(long.from, long.from + 200));
    return refused('text.long-sentence', { values: { size: long.to - long.from, limit: MAX_SENTENCE, start } });
  }
  return { ok: true, value: { outline, units } };
}

/** Does all that a document needs before a transaction; a problem where the text cannot be one. */
export async function prepareDocument(
  { newId, now }: Maker,
  { project, title, text, units: given, outline: known, ...beginning }: NewText,
  rules: SegmentationRules,
): Promise<Checked<PreparedDocument>> {
  const begun = begunText({ text, units: given, outline: known }, rules);
  if (!begun.ok) return begun;
  const { outline, units } = begun.value;
  const id = newId();
  const doc = buildDocument(units, newId, beginning);
  const projection = projectionOf({ id, doc, source: { text, outline } });
  const snapshot = await packDocument(doc);
  return {
    ok: true,
    value: {
      id,
      project,
      title: title || titleFromText(text),
      at: now(),
      text,
      outline: JSON.stringify(outline),
      snapshot,
      projection,
    },
  };
}
