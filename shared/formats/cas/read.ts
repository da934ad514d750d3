import { kinds } from '../../core/outline.ts';
import { origins, statuses } from '../../core/status.ts';
import { oneSided, sideOfText } from '../annotation/one-side.ts';
import { sideOf } from '../corpus/language.ts';
import type { Batch } from '../corpus/reading.ts';
import type { CorpusMention, MarkedRange, Side } from '../corpus/row.ts';
import { type Told, toldRows } from '../corpus/told-row.ts';
import type { Fields } from '../jsonl/fields.ts';
import { wholeJson } from '../jsonl/whole.ts';
import { casTypes } from './write.ts';

/** Reads a CAS in JSON: what Radif wrote with both sides of each row, any other with a row for each sentence (or line, where it has no
 *  sentences) of each view. Named entities are its mentions; other layers are left. Offsets count UTF-16 units. */
export const casFile = wholeJson('json', '%FEATURE_STRUCTURES', read);

interface View {
  readonly text: string;
  readonly side: Side;
  readonly sentences: Fields[];
  readonly rows: Fields[];
  readonly mentions: Fields[];
}

function read(fields: Fields, name: string): Partial<Batch> {
  const views = viewsOf(fields);
  const row = toldRows(name);
  const [persian, english] = (['fa', 'en'] as const).map((side) => views.find((view) => view.side === side));
  const paired = new Map((english?.rows ?? []).map((each) => [keyOf(each), each]));
  if (persian && english && persian.rows.length > 0 && persian.rows.length === english.rows.length) {
    const [ours, theirs] = [mentionsIn(persian, persian.rows), mentionsIn(english, english.rows)];
    const rows = persian.rows.map((each) => {
      const other = paired.get(keyOf(each));
      const [fa, en] = [textAt(persian, each), other ? textAt(english, other) : ''];
      return row({ ...factsOf(each), fa, en, mentions: joined(ours.get(each) ?? [], theirs.get(other ?? each) ?? []) });
    });
    return { rows };
  }
  const rows = views.flatMap((view) => {
    const stretches = view.sentences.length > 0 ? view.sentences : view.rows;
    if (stretches.length === 0) return view.text.split('\n').map((text) => row(oneSided(view.side, text)));
    const mentions = mentionsIn(view, stretches);
    return stretches.map((each) =>
      row({ ...oneSided(view.side, textAt(view, each)), mentions: mentions.get(each) ?? [] }),
    );
  });
  return { rows: rows.filter(({ fa, en }) => `${fa}${en}`.trim() !== '') };
}

function viewsOf(fields: Fields): readonly View[] {
  const views = new Map<number, View>();
  const structures = fields.list('%FEATURE_STRUCTURES');
  for (const each of structures) {
    if (each.text('%TYPE') !== casTypes.sofa) continue;
    const text = each.text('sofaString') ?? '';
    const side = sideOf(each.text('sofaID') ?? '') ?? sideOfText(text);
    views.set(each.count('%ID') ?? 0, { text, side, sentences: [], rows: [], mentions: [] });
  }
  for (const each of structures) {
    const type = each.text('%TYPE') ?? '';
    const view = each.holds('sofaString', 'string') ? undefined : views.get(each.count('@sofa') ?? 0);
    if (view === undefined) continue;
    const list =
      type === casTypes.sentence
        ? view.sentences
        : type === casTypes.row
          ? view.rows
          : isMention(type)
            ? view.mentions
            : null;
    if (list === null) continue;
    const [begin, end] = rangeOf(each);
    if (begin <= end && end <= view.text.length) list.push(each);
    else each.refuse('json.range', { field: 'begin', found: '', text: `${begin}-${end}` });
  }
  for (const view of views.values()) {
    for (const list of [view.sentences, view.rows, view.mentions]) list.sort((a, b) => rangeOf(a)[0] - rangeOf(b)[0]);
  }
  return [...views.values()];
}

/** DKPro's type, and those of others that are called so. */
function isMention(type: string): boolean {
  return /(?:^|\.)NamedEntity$/.test(type);
}

function rangeOf(structure: Fields): readonly [number, number] {
  return [structure.count('begin') ?? 0, structure.count('end') ?? 0];
}

function textAt(view: View, structure: Fields): string {
  return view.text.slice(...rangeOf(structure));
}

function keyOf(row: Fields): string {
  return `${row.text('document')}\n${row.text('segment')}`;
}

interface SideMark {
  readonly id: string | null;
  readonly label: string;
  readonly entity: string | null;
  readonly side: Side;
  readonly range: MarkedRange;
}

/** The mentions of each stretch that begin in it, cut off at its end. Both are in the order of their beginnings. */
function mentionsIn(view: View, stretches: readonly Fields[]): ReadonlyMap<Fields, readonly CorpusMention[]> {
  const found = new Map<Fields, CorpusMention[]>();
  let next = 0;
  for (const [index, stretch] of stretches.entries()) {
    const [start, end] = rangeOf(stretch);
    const behind = stretches[index + 1] ? rangeOf(stretches[index + 1] ?? stretch)[0] : view.text.length + 1;
    const marks: CorpusMention[] = [];
    for (let each = view.mentions[next]; each !== undefined && rangeOf(each)[0] < behind; each = view.mentions[next]) {
      next += 1;
      const [begin, last] = rangeOf(each);
      const range = { from: begin - start, to: Math.min(last, end) - start };
      if (range.from < 0 || range.from >= range.to) continue;
      marks.push(
        mentionOf(
          {
            id: each.text('mention') ?? null,
            label: each.text('value') ?? '',
            entity: each.text('identifier') ?? null,
            side: view.side,
            range: { ...range, text: view.text.slice(begin, start + range.to) },
          },
          next,
        ),
      );
    }
    found.set(stretch, marks);
  }
  return found;
}

function mentionOf({ id, label, entity, side, range }: SideMark, number: number): CorpusMention {
  return { id: id ?? `${side}${number}`, label, entity, entityName: null, fa: null, en: null, [side]: range };
}

/** Mentions of both sides; those with one id are one. */
function joined(fa: readonly CorpusMention[], en: readonly CorpusMention[]): readonly CorpusMention[] {
  const left = [...en];
  const both = fa.map((mention) => {
    const place = left.findIndex(({ id }) => id === mention.id);
    const [other] = place < 0 ? [] : left.splice(place, 1);
    return { ...mention, en: other?.en ?? null };
  });
  return [...both, ...left];
}

function factsOf(row: Fields): Omit<Told, 'fa' | 'en'> {
  return {
    document: row.text('document'),
    title: row.text('title'),
    version: row.count('version'),
    segment: row.text('segment'),
    paragraph: row.count('paragraph'),
    statement: row.count('statement'),
    kind: row.oneOf('kind', kinds),
    status: row.oneOf('state', statuses),
    origin: row.oneOf('origin', origins) ?? null,
    leftOut: row.flag('leftOut'),
    from: row.count('source_from'),
    to: row.count('source_to'),
  };
}
