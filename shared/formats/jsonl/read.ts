import { alignmentStates } from '../../core/alignment.ts';
import { kinds } from '../../core/outline.ts';
import type { Problem } from '../../core/problem.ts';
import { origins, statuses } from '../../core/status.ts';
import { sideOf } from '../corpus/language.ts';
import { corpusProblem } from '../corpus/problems.ts';
import { batch, oneFile, type PieceReader } from '../corpus/reading.ts';
import type { CorpusLink, CorpusMention, CorpusRow, MarkedRange, Remark } from '../corpus/row.ts';
import { readTaken } from '../corpus/taken-facts.ts';
import { toldRows } from '../corpus/told-row.ts';
import { type Line, LineReader, MAX_LINE } from '../text/lines.ts';
import { Fields, type Json } from './fields.ts';

/** Reads the JSON Lines that `jsonl` writes, without loss; of a line, `fa` and `en` are all that has to be there. Lines as they
 *  are made for training, with both texts in `translation`, are read too. */
export const jsonlFile = oneFile('jsonl', jsonlReader);

function jsonlReader(name: string): PieceReader {
  const lines = new LineReader();
  const row = toldRows(name);
  const read = (found: readonly Line[]) => {
    const rows: CorpusRow[] = [];
    const problems: Problem[] = [];
    for (const line of found) {
      if (line.text.trim() === '') continue;
      const fields = fieldsOf(line);
      const told = 'rule' in fields ? null : toldBy(fields);
      if (told !== null) rows.push(row(told));
      problems.push(...('rule' in fields ? [fields] : fields.problems));
    }
    return batch({ rows, problems });
  };
  return { write: (piece) => read(lines.write(piece)), end: () => read(lines.end()) };
}

/** The fields of a line, or why it has none. */
export function fieldsOf({ number, text, isLong }: Line): Fields | Problem {
  const place = { line: number, column: 1 };
  if (isLong) return corpusProblem('lines.long', { ...place, values: { limit: MAX_LINE } });
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    const detail = (error as Error).message.replace(/\.?$/, '.');
    return corpusProblem('json.syntax', { ...place, values: { detail } });
  }
  const isObject = typeof json === 'object' && json !== null && !Array.isArray(json);
  return isObject ? new Fields(json as Json, place) : corpusProblem('json.object', place);
}

function toldBy(fields: Fields): Parameters<ReturnType<typeof toldRows>>[0] {
  const { fa, en } = texts(fields);
  return {
    fa,
    en,
    document: fields.text('document'),
    title: fields.text('title'),
    version: fields.count('version'),
    segment: fields.text('segment') ?? fields.text('id'),
    paragraph: fields.count('paragraph'),
    statement: fields.count('statement'),
    kind: fields.oneOf('kind', kinds),
    status: fields.oneOf('state', statuses),
    origin: fields.isNull('origin') ? null : fields.oneOf('origin', origins),
    taken: taken(fields),
    from: fields.count('from'),
    to: fields.count('to'),
    alignment: alignment(fields),
    leftOut: fields.flag('leftOut'),
    mentions: fields.list('mentions').map((each) => mention(each, { fa, en })),
    links: fields.list('links').map((each) => link(each, { fa, en })),
    remarks: fields.list('remarks').map(remark),
  };
}

interface Texts {
  readonly fa: string;
  readonly en: string;
}

function texts(fields: Fields): Texts {
  const pair = fields.object('translation');
  if (pair === null) return { fa: fields.needed('fa'), en: fields.text('en') ?? '' };
  const side = (wanted: 'fa' | 'en') => {
    const key = pair.names.find((name) => sideOf(name) === wanted);
    return key === undefined ? '' : pair.needed(key);
  };
  return { fa: side('fa'), en: side('en') };
}

function alignment(fields: Fields): CorpusRow['alignment'] {
  const given = fields.object('alignment');
  const state = given?.oneOf('state', alignmentStates);
  if (given === null || state === undefined) return null;
  return { state, score: given.isNull('score') ? null : (given.number('score') ?? null) };
}

function taken(fields: Fields): CorpusRow['taken'] {
  const given = fields.object('taken');
  if (given === null) return undefined;
  const score = given.isNull('score') ? null : (given.number('score') ?? null);
  return readTaken({
    score,
    from: given.text('from') ?? '',
    at: given.count('at') ?? -1,
    print: given.text('print') ?? '',
  });
}

function mention(fields: Fields, sides: Texts): CorpusMention {
  const names = fields.object('entityName');
  return {
    id: fields.needed('id'),
    label: fields.needed('label'),
    entity: fields.text('entity') ?? null,
    entityName: names && { fa: names.needed('fa'), en: names.needed('en') },
    fa: range(fields, 'fa', sides.fa),
    en: range(fields, 'en', sides.en),
    ...parts(fields),
  };
}

/** The parts of a name that a border cuts; those of other rows cannot be looked up here. */
function parts(fields: Fields): Pick<CorpusMention, 'parts'> {
  const given = fields.list('parts');
  if (given.length === 0) return {};
  return {
    parts: given.map((part) => ({
      segment: part.needed('segment'),
      from: part.count('from') ?? 0,
      to: part.count('to') ?? 0,
      text: part.needed('text'),
    })),
  };
}

function link(fields: Fields, sides: Texts): CorpusLink {
  const nothing = { from: 0, to: 0, text: '' };
  return {
    fa: range(fields, 'fa', sides.fa) ?? nothing,
    en: range(fields, 'en', sides.en) ?? nothing,
    sure: fields.flag('sure') ?? true,
  };
}

/** A range of one side, whose text has to stand where it says. */
function range(fields: Fields, name: string, side: string): MarkedRange | null {
  const given = fields.object(name);
  if (given === null) return null;
  const [from, to] = [given.count('from') ?? 0, given.count('to') ?? 0];
  const found = side.slice(from, to);
  const text = given.text('text') ?? found;
  if (text !== found || from > to || to > side.length) fields.refuse('json.range', { field: name, found, text });
  return { from, to, text };
}

function remark(fields: Fields): Remark {
  return { name: fields.text('name') ?? null, text: fields.needed('text') };
}
