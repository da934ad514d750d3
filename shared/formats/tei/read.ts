import type { SaxesTagNS } from 'saxes';
import { kinds } from '../../core/outline.ts';
import type { Problem } from '../../core/problem.ts';
import { statuses } from '../../core/status.ts';
import { CodePoints } from '../annotation/code-points.ts';
import { sideOfText } from '../annotation/one-side.ts';
import { sideOf } from '../corpus/language.ts';
import { corpusProblem } from '../corpus/problems.ts';
import { type Batch, batch, oneFile, type PieceReader } from '../corpus/reading.ts';
import type { CorpusLink, CorpusMention, CorpusRow, MarkedRange, Side } from '../corpus/row.ts';
import { toldRows } from '../corpus/told-row.ts';
import type { TextPlace } from '../text/csv.ts';
import { namespaceReader } from '../xml/read.ts';
import { ENTITY } from './write.ts';

/** Reads TEI P5 document by document. Elements with an `xml:id` that hold text (`s`, `seg`, `ab`, `p`, `l`, `u`, `head`) are its stretches,
 *  in the language that stands at them or above; what `link` names together is a row, of several on a side with spaces between them, and
 *  what no link names is one by itself. Spans are names, their content the label, where they point by `string-range`; links between such
 *  ranges are links of words. */
export const teiFile = oneFile('tei.xml', teiReader);

interface Stretch {
  readonly id: string;
  readonly side: Side | null;
  text: string;
  readonly facts: {
    readonly segment?: string | undefined;
    readonly kind?: string | undefined;
    readonly status?: string | undefined;
  };
}

interface Pointing {
  readonly id: string;
  readonly target: string;
  readonly type: string;
  readonly corresp: string;
  readonly place: TextPlace;
  content: string;
}

interface Open {
  readonly local: string;
  readonly language: string;
  readonly stretch: Stretch | null;
  readonly pointing: Pointing | null;
  readonly tag: Readonly<Record<string, string>>;
}

const holders = new Set(['s', 'seg', 'ab', 'p', 'l', 'u', 'head']);

function teiReader(name: string): PieceReader {
  const row = toldRows(name);
  const open: Open[] = [];
  let rows: CorpusRow[] = [];
  let problems: Problem[] = [];
  let warnings: Problem[] = [];
  let isRefused = false;
  let title = '';
  let document = '';
  let stretches: Stretch[] = [];
  let links: Pointing[] = [];
  let spans: Pointing[] = [];

  const xml = namespaceReader({
    open(tag: SaxesTagNS, place) {
      const attributes = Object.fromEntries(Object.values(tag.attributes).map((each) => [each.name, each.value]));
      const { local } = tag;
      if (open.length === 0 && local !== 'TEI' && local !== 'teiCorpus') {
        isRefused = true;
        problems.push(corpusProblem('tei.root', { ...place, element: local, values: { element: local } }));
      }
      if (local === 'TEI') [title, document, stretches, links, spans] = ['', '', [], [], []];
      const language = attributes['xml:lang'] ?? open.at(-1)?.language ?? '';
      const id = attributes['xml:id'];
      const isText = id !== undefined && holders.has(local) && open.some((each) => each.local === 'text');
      const above = open.findLast((each) => each.local === 'ab')?.tag ?? attributes;
      const stretch: Stretch | null = isText
        ? { id, side: sideOf(language), text: '', facts: { segment: above.n, kind: above.type, status: above.subtype } }
        : null;
      const isPointing = (local === 'link' || local === 'span') && attributes.target !== undefined;
      const pointing: Pointing | null = isPointing
        ? {
            id: attributes.n ?? id ?? '',
            target: attributes.target ?? '',
            type: attributes.type ?? '',
            corresp: attributes.corresp ?? '',
            place,
            content: '',
          }
        : null;
      if (stretch) stretches.push(stretch);
      if (pointing) (local === 'link' ? links : spans).push(pointing);
      open.push({ local, language, stretch, pointing, tag: attributes });
    },
    text(text) {
      const last = open.at(-1);
      if (last?.pointing) last.pointing.content += text;
      const stretch = open.findLast((each) => each.stretch)?.stretch;
      if (stretch) stretch.text += text;
      const parent = open.at(-2)?.local;
      if (last?.local === 'title' && parent === 'titleStmt') title += text;
      if (last?.local === 'idno' && parent === 'publicationStmt') document += text;
    },
    close() {
      if (open.pop()?.local !== 'TEI') return;
      for (const each of rowsOf({ stretches, links, spans }, warnings)) {
        rows.push(row({ ...each, ...named(document, title) }));
      }
    },
  });
  const taken = (): Batch => {
    const found = batch({ rows, warnings, problems: xml.problem ? [xml.problem] : problems });
    [rows, warnings, problems] = [[], [], []];
    return found;
  };
  return {
    get isOver() {
      return isRefused || xml.problem !== null;
    },
    write(piece) {
      xml.write(piece);
      return taken();
    },
    end() {
      xml.end();
      return taken();
    },
  };
}

function named(document: string, title: string): { readonly document?: string; readonly title?: string } {
  return { ...(document !== '' && { document }), ...(title !== '' && { title }) };
}

interface Found {
  readonly stretches: readonly Stretch[];
  readonly links: readonly Pointing[];
  readonly spans: readonly Pointing[];
}

/** A row with where its stretches stand in it. */
interface Group {
  readonly texts: Record<Side, string>;
  readonly facts: Stretch['facts'];
  readonly mentions: CorpusMention[];
  readonly links: CorpusLink[];
}

interface Standing {
  readonly group: Group;
  readonly side: Side;
  readonly start: number;
  readonly points: CodePoints;
}

function rowsOf({ stretches, links, spans }: Found, warnings: Problem[]) {
  const known = new Map(stretches.map((stretch) => [stretch.id, stretch]));
  const partners = new Map<Stretch, readonly Stretch[]>();
  for (const { target, place } of links) {
    if (target.includes('string-range(')) continue;
    const ids = pointers(target);
    const together = ids.flatMap((id) => known.get(id) ?? []);
    if (together.length < ids.length) {
      warnings.push(corpusProblem('tei.pointer', { ...place, values: { target: target.slice(0, 80) } }));
    }
    const free = together.filter((stretch) => !partners.has(stretch));
    for (const stretch of free) partners.set(stretch, free);
  }
  const standing = new Map<string, Standing>();
  const groups: Group[] = [];
  for (const stretch of stretches) {
    const together = partners.get(stretch) ?? [stretch];
    if (standing.has(stretch.id) || (!partners.has(stretch) && stretch.text.trim() === '')) continue;
    const first = together.find(({ side }) => side === 'fa') ?? stretch;
    const group: Group = { texts: { fa: '', en: '' }, facts: first.facts, mentions: [], links: [] };
    for (const { id, side: told, text } of together) {
      const side = told ?? sideOfText(text);
      const start = group.texts[side] === '' ? 0 : group.texts[side].length + 1;
      group.texts[side] += start === 0 ? text : ` ${text}`;
      standing.set(id, { group, side, start, points: new CodePoints(text) });
    }
    groups.push(group);
  }
  for (const [index, { id, target, corresp, content, place }] of spans.entries()) {
    const ranges = rangesOf(target, standing);
    const group = ranges[0]?.group;
    if (group === undefined) {
      warnings.push(corpusProblem('tei.pointer', { ...place, values: { target: target.slice(0, 80) } }));
      continue;
    }
    const on = (side: Side) => ranges.find((each) => each.side === side && each.group === group)?.range ?? null;
    const entity = corresp === '' ? null : entityOf(corresp);
    const own = { id: id === '' ? `m${index + 1}` : id, label: content, entity, entityName: null };
    group.mentions.push({ ...own, fa: on('fa'), en: on('en') });
  }
  for (const { target, type } of links) {
    if (!target.includes('string-range(')) continue;
    const ranges = rangesOf(target, standing);
    const [fa, en] = (['fa', 'en'] as const).map((side) => ranges.find((each) => each.side === side));
    if (fa && en && fa.group === en.group) {
      fa.group.links.push({ fa: fa.range, en: en.range, sure: type !== 'possible' });
    }
  }
  return groups.map(({ texts, facts, mentions, links: own }) => ({
    ...texts,
    segment: facts.segment,
    kind: kinds.find((kind) => kind === facts.kind),
    status: statuses.find((status) => status === facts.status),
    mentions,
    links: own,
  }));
}

function pointers(target: string): readonly string[] {
  return target.split(/\s+/u).flatMap((each) => (each.startsWith('#') ? [each.slice(1)] : []));
}

interface Placed {
  readonly group: Group;
  readonly side: Side;
  readonly range: MarkedRange;
}

function rangesOf(target: string, standing: ReadonlyMap<string, Standing>): readonly Placed[] {
  const found = target.matchAll(/#string-range\(\s*([^\s,()]+)\s*,\s*(\d{1,9})\s*,\s*(\d{1,9})\s*\)/gu);
  return Array.from(found).flatMap(([, id = '', offset, length]) => {
    const at = standing.get(id);
    const [from, to] = [Number(offset), Number(offset) + Number(length)];
    if (at === undefined || from >= to || to > at.points.length) return [];
    const range = { from: at.start + at.points.unit(from), to: at.start + at.points.unit(to) };
    return [{ ...at, range: { ...range, text: at.group.texts[at.side].slice(range.from, range.to) } }];
  });
}

function entityOf(name: string): string {
  if (!name.startsWith(ENTITY)) return name;
  try {
    return decodeURIComponent(name.slice(ENTITY.length));
  } catch {
    return name;
  }
}
