import { kinds } from '../../core/outline.ts';
import type { Problem } from '../../core/problem.ts';
import { origins, statuses } from '../../core/status.ts';
import { CodePoints } from '../annotation/code-points.ts';
import { sideOfText } from '../annotation/one-side.ts';
import { sideOf } from '../corpus/language.ts';
import { corpusProblem } from '../corpus/problems.ts';
import type { Batch } from '../corpus/reading.ts';
import type { CorpusMention, MarkedRange, Side } from '../corpus/row.ts';
import { type Told, toldRows } from '../corpus/told-row.ts';
import type { Fields } from '../jsonl/fields.ts';
import { wholeJson } from '../jsonl/whole.ts';
import { RADIF } from './write.ts';

/** Reads annotations of the W3C whose texts are in the file: of an AnnotationPage, of the first page of an AnnotationCollection, or of
 *  a list. A target or body with a `value` is a text, and a row; an annotation with selectors is a mention of it, its label the body
 *  for tagging. Positions count code points; a quotation has to agree with its position, and alone it is looked for. */
export const w3cFile = wholeJson('jsonld', 'items', read);

/** A row on its way. */
interface Texts {
  readonly texts: Record<Side, string>;
  readonly points: Partial<Record<Side, CodePoints>>;
  readonly facts: Omit<Told, 'fa' | 'en'>;
  readonly mentions: CorpusMention[];
}

function read(fields: Fields, name: string): Partial<Batch> {
  const items = fields.list('items').length > 0 ? fields.list('items') : (fields.object('first')?.list('items') ?? []);
  const rows: Texts[] = [];
  const sources = new Map<string, { readonly row: Texts; readonly side: Side }>();
  const marks: Fields[] = [];
  for (const item of items) {
    const target = item.holds('target', 'object') ? item.object('target') : null;
    if (target === null || !target.holds('value', 'string')) {
      marks.push(item);
      continue;
    }
    const row: Texts = { texts: { fa: '', en: '' }, points: {}, facts: factsOf(item), mentions: [] };
    const body = item.holds('body', 'object') ? item.object('body') : null;
    const known = body?.holds('value', 'string') ? [target, body] : [target];
    for (const text of known) {
      const value = text.text('value') ?? '';
      const tag = text.holds('language', 'string') ? (text.text('language') ?? '') : '';
      const side = sideOf(tag) ?? (text === target ? sideOfText(value) : 'en');
      row.texts[side] = value;
      sources.set(text.text('id') ?? '', { row, side });
    }
    rows.push(row);
  }
  const warnings: Problem[] = [];
  for (const [index, mark] of marks.entries()) mention(mark, index, sources, warnings);
  const make = toldRows(name);
  return {
    rows: rows.map(({ texts, facts, mentions }) => make({ ...facts, ...texts, mentions })),
    warnings,
  };
}

function mention(
  item: Fields,
  index: number,
  sources: ReadonlyMap<string, { readonly row: Texts; readonly side: Side }>,
  warnings: Problem[],
): void {
  const targets = item.holds('target', 'object') ? [item.object('target')] : item.list('target');
  const bodies = item.holds('body', 'object') ? [item.object('body')] : item.list('body');
  const id = item.text('radif:mention') ?? item.text('id') ?? `m${index + 1}`;
  const ranges: Partial<Record<Side, MarkedRange>> = {};
  let row: Texts | null = null;
  for (const target of targets) {
    const source = target?.holds('source', 'object') ? target.object('source')?.text('id') : target?.text('source');
    const found = sources.get(source ?? '');
    const range = found && target && rangeOf(target, found.row, found.side);
    if (!found || !range || (row !== null && row !== found.row)) continue;
    row = found.row;
    ranges[found.side] = range;
  }
  if (row === null) {
    warnings.push(corpusProblem('w3c.source', { line: 1, column: 1, values: { id: id.slice(0, 80) } }));
    return;
  }
  const named = (purpose: string) => bodies.find((body) => body?.text('purpose') === purpose);
  const label = (named('tagging') ?? bodies.find((body) => body?.holds('value', 'string')))?.text('value') ?? '';
  const iri = named('identifying')?.text('source') ?? null;
  const names = item.object('radif:names');
  row.mentions.push({
    id,
    label,
    entity: iri === null ? null : entityOf(iri),
    entityName: names && { fa: nameIn(names, 'fa'), en: nameIn(names, 'en') },
    fa: ranges.fa ?? null,
    en: ranges.en ?? null,
  });
}

/** Files of Radif 0.1 named the sides by words that no context explains. */
function nameIn(names: Fields, side: Side): string {
  return names.text(`radif:${side}`) ?? names.text(side) ?? '';
}

/** Where a target stands in its text. */
function rangeOf(target: Fields, row: Texts, side: Side): MarkedRange | null {
  const text = row.texts[side];
  const points = row.points[side] ?? new CodePoints(text);
  row.points[side] = points;
  const selectors = target.holds('selector', 'object') ? [target.object('selector')] : target.list('selector');
  const of = (type: string) => selectors.find((selector) => selector?.text('type') === type);
  const [position, quote] = [of('TextPositionSelector'), of('TextQuoteSelector')];
  const exact = quote?.text('exact');
  if (position) {
    const [start, end] = [position.count('start') ?? 0, position.count('end') ?? 0];
    const [from, to] = [points.unit(start), points.unit(end)];
    const found = text.slice(from, to);
    if (start > end || end > points.length || (exact !== undefined && exact !== found)) {
      target.refuse('json.range', { field: 'selector', found: found.slice(0, 40), text: (exact ?? '').slice(0, 40) });
    }
    return { from, to: Math.max(from, to), text: found };
  }
  if (exact === undefined || exact === '') return null;
  const prefix = quote?.text('prefix') ?? '';
  const place = text.indexOf(prefix + exact + (quote?.text('suffix') ?? ''));
  if (place < 0) return null;
  const from = place + prefix.length;
  return { from, to: from + exact.length, text: exact };
}

function entityOf(iri: string): string {
  if (!iri.startsWith(`${RADIF}entity:`)) return iri;
  try {
    return decodeURIComponent(iri.slice(`${RADIF}entity:`.length));
  } catch {
    return iri;
  }
}

function factsOf(item: Fields): Omit<Told, 'fa' | 'en'> {
  const origin = item.oneOf('radif:origin', origins);
  return {
    document: item.text('radif:document'),
    title: item.text('radif:title'),
    version: item.count('radif:version'),
    segment: item.text('radif:segment') ?? item.text('id'),
    paragraph: item.count('radif:paragraph'),
    statement: item.count('radif:statement'),
    kind: item.oneOf('radif:kind', kinds),
    status: item.oneOf('radif:state', statuses),
    origin: item.isNull('radif:origin') ? null : origin,
    leftOut: item.flag('radif:leftOut'),
    from: item.count('radif:from'),
    to: item.count('radif:to'),
  };
}
