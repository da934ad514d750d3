import type { Node } from 'prosemirror-model';
import { anchors, mentions, segments } from '../../../shared/doc/model/read.ts';

/** One UTF-16 unit of a rendering and the names that it belongs to, in one order. */
export interface Unit {
  readonly unit: string;
  readonly names: readonly string[];
}

/** What a careful person takes a document for: renderings letter by letter, and the names that there are. */
export interface Model {
  readonly segments: readonly { readonly id: string; readonly units: readonly Unit[] }[];
  readonly names: readonly string[];
}

/** What `doc` is, read unit by unit. */
export function modelOf(doc: Node): Model {
  return {
    segments: segments(doc).map(({ id, text, node }) => {
      const ranges = [...anchors(node)];
      const units = Array.from({ length: text.length }, (_, at) => ({
        unit: text.charAt(at),
        names: ranges.flatMap(([name, spans]) => (spans.some(({ from, to }) => from <= at && at < to) ? [name] : [])),
      }));
      return { id, units: units.map(({ unit, names }) => ({ unit, names: names.sort() })) };
    }),
    names: mentions(doc)
      .map(({ id }) => id)
      .sort(),
  };
}

/** The English of a name: the first segment that has some, from its first unit there to its last, without white space at
 *  the edges; `null` when there is none. */
export function englishOf({ segments }: Model, name: string): string | null {
  for (const { units } of segments) {
    const first = units.findIndex(({ names }) => names.includes(name));
    const last = units.findLastIndex(({ names }) => names.includes(name));
    const text = first < 0 ? '' : textOf(units.slice(first, last + 1)).trim();
    if (text !== '') return text;
  }
  return null;
}

/** `from`–`to` of a rendering replaced by `text`. It takes the names of all that it replaces, if something is left of them;
 *  at a caret those that stand on both sides of it. Pasted text takes none. */
export function written(model: Model, id: string, from: number, to: number, text: string, isPasted: boolean): Model {
  return inSegment(model, id, (units) => {
    const [left, right] = [units[from - 1]?.names ?? [], units[to]?.names ?? []];
    const names =
      from === to
        ? left.filter((name) => right.includes(name))
        : [...left, ...right].filter((name) => units.slice(from, to).every((each) => each.names.includes(name)));
    const own = isPasted ? [] : [...new Set(names)].sort();
    const added = Array.from({ length: text.length }, (_, at) => ({ unit: text.charAt(at), names: own }));
    return [...units.slice(0, from), ...added, ...units.slice(to)];
  });
}

/** The name `name` on `from`–`to` of one rendering and nowhere else. */
export function marked(model: Model, name: string, id: string, from: number, to: number): Model {
  return inSegment(unmarked(model, name), id, (units) =>
    units.map((unit, at) => (from <= at && at < to ? { ...unit, names: [...unit.names, name].sort() } : unit)),
  );
}

/** The name `name` on no rendering. */
export function unmarked(model: Model, name: string): Model {
  const without = ({ unit, names }: Unit) => ({ unit, names: names.filter((each) => each !== name) });
  return { ...model, segments: model.segments.map(({ id, units }) => ({ id, units: units.map(without) })) };
}

/** The segment `id` cut in two, `space` of its rendering left out. */
export function cut(model: Model, id: string, space: { from: number; to: number }, newId: string): Model {
  return {
    ...model,
    segments: model.segments.flatMap((segment) =>
      segment.id === id
        ? [
            { id, units: segment.units.slice(0, space.from) },
            { id: newId, units: segment.units.slice(space.to) },
          ]
        : [segment],
    ),
  };
}

/** The segment `id` and the next one in one, apart by a space if both have text that needs it: it belongs to the names that
 *  stand on both sides of it. */
export function joined(model: Model, id: string): Model {
  const index = model.segments.findIndex((segment) => segment.id === id);
  const [left, right] = model.segments.slice(index, index + 2).map(({ units }) => units);
  if (!left || !right) return model;
  const [last, first] = [left.at(-1), right[0]];
  const isApart = last && first && last.unit.trim() !== '' && first.unit.trim() !== '';
  const space = isApart ? [{ unit: ' ', names: last.names.filter((name) => first.names.includes(name)) }] : [];
  const whole = { id, units: [...left, ...space, ...right] };
  return { ...model, segments: model.segments.toSpliced(index, 2, whole) };
}

function inSegment(model: Model, id: string, change: (units: readonly Unit[]) => readonly Unit[]): Model {
  return {
    ...model,
    segments: model.segments.map((segment) => (segment.id === id ? { id, units: change(segment.units) } : segment)),
  };
}

function textOf(units: readonly Unit[]): string {
  return units.map(({ unit }) => unit).join('');
}
