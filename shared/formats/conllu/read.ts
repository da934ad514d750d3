import { isBlank } from '../../language/characters/blank.ts';
import { oneSided, sideOfName, sideOfText } from '../annotation/one-side.ts';
import { chunksOf } from '../conll/tags.ts';
import { sideOf } from '../corpus/language.ts';
import { corpusProblem } from '../corpus/problems.ts';
import { type Batch, batch, oneFile, type PieceReader } from '../corpus/reading.ts';
import type { CorpusMention, CorpusRow } from '../corpus/row.ts';
import { toldRows } from '../corpus/told-row.ts';
import { type Line, LineReader, MAX_LINE } from '../text/lines.ts';

/** Reads CoNLL-U and CoNLL-U Plus: a sentence is a row, its side what `# lang` says, its text `# text`, or else its forms with the spaces that MISC says. A token of
 *  several words (`3-4`) is one, empty nodes (`1.1`) are none. Names are IOB of any kind in `NER=` of MISC, or in a column whose name is
 *  NER or ends with `:NER`. */
export const conlluFile = oneFile('conllu', conlluReader);

interface Token {
  readonly form: string;
  readonly tag: string;
  /** White space around it: before it only what the file says. */
  readonly before: string;
  readonly after: string;
  /** True where the file says what stands behind it, not only whether. */
  readonly isSaid: boolean;
  readonly line: number;
}

const ten = ['ID', 'FORM', 'LEMMA', 'UPOS', 'XPOS', 'FEATS', 'HEAD', 'DEPREL', 'DEPS', 'MISC'];

function conlluReader(name: string): PieceReader {
  const lines = new LineReader();
  const row = toldRows(name);
  let columns: readonly string[] = ten;
  let tokens: Token[] = [];
  let text: string | null = null;
  let segment: string | undefined;
  let document: string | undefined;
  let title: string | undefined;
  let language = sideOfName(name);
  /** The last word of the token of several words that is read. */
  let within = 0;
  let mentions = 0;

  function sentence(): Partial<Batch> {
    if (tokens.length === 0) return {};
    const told = toldText(tokens, text);
    const starts: number[] = [];
    let at = 0;
    for (const { form, line } of tokens) {
      const start = told.indexOf(form, at);
      // What stands between words is white space, so that a form is never found further on.
      if (start < 0 || !isBlank(told.slice(at, start))) {
        tokens = [];
        return { problems: [corpusProblem('conllu.text', { line, column: 1, values: { value: form.slice(0, 40) } })] };
      }
      starts.push(start);
      at = start + form.length;
    }
    const side = language ?? sideOfText(told);
    const found = chunksOf(tokens.map(({ tag }) => tag)).map(({ label, from, to }): CorpusMention => {
      mentions += 1;
      const start = starts[from] ?? 0;
      const end = (starts[to - 1] ?? 0) + (tokens[to - 1]?.form.length ?? 0);
      const range = { from: start, to: end, text: told.slice(start, end) };
      return { id: `m${mentions}`, label, entity: null, entityName: null, fa: null, en: null, [side]: range };
    });
    const own =
      document !== undefined && segment?.startsWith(`${document}:`) ? segment.slice(document.length + 1) : segment;
    const rows = [row({ ...oneSided(side, told), document, title, segment: own, mentions: found })];
    [tokens, text, segment, within] = [[], null, undefined, 0];
    return { rows };
  }

  function comment(value: string): Partial<Batch> {
    const at = value.indexOf('=');
    const key = value.slice(1, Math.max(1, at)).trim();
    const said = value.slice(at + 1).replace(/^ /, '');
    if (key === 'text') text = said;
    else if (key === 'sent_id') segment = said;
    else if (key === 'newdoc id') [document, title, language] = [said, undefined, sideOfName(name)];
    else if (key === 'title') title = said;
    else if (key === 'lang') language = sideOf(said) ?? language;
    else if (key === 'global.columns') columns = said.trim().split(/\s+/u);
    return {};
  }

  function word(value: string, line: number): Partial<Batch> {
    const cells = value.split('\t');
    const cell = (column: string) => cells[columns.indexOf(column)] ?? '_';
    const [, first = '', sign = '', last = ''] = /^(\d{1,9})(?:([-.])(\d{1,9}))?$/.exec(cell('ID')) ?? [];
    if (cells.length !== columns.length || first === '' || cell('FORM') === '') {
      const values = { value: value.slice(0, 40), count: columns.length };
      return { problems: [corpusProblem('conllu.line', { line, column: 1, values })] };
    }
    if (sign === '.' || (sign === '' && Number(first) <= within)) return {};
    if (sign === '-') within = Number(last);
    const misc = new Map(
      cell('MISC')
        .split('|')
        .map((each) => pair(each)),
    );
    const own = cells[columns.findIndex((column) => /(?:^|:)NER$/u.test(column))];
    const [before = '', spaces] = ['SpacesBefore', 'SpacesAfter'].map((each) => unescaped(misc.get(each)));
    const after = spaces ?? (misc.get('SpaceAfter') === 'No' ? '' : ' ');
    const isSaid = spaces !== undefined;
    tokens.push({ form: cell('FORM'), tag: own ?? misc.get('NER') ?? 'O', before, after, isSaid, line });
    return {};
  }

  function take(some: readonly Line[]): Batch {
    const rows: CorpusRow[] = [];
    for (const { number, text: value, isLong } of some) {
      const long: Partial<Batch> = {
        problems: [corpusProblem('lines.long', { line: number, values: { limit: MAX_LINE } })],
      };
      const found = isLong
        ? long
        : value === ''
          ? sentence()
          : value.startsWith('#')
            ? comment(value)
            : word(value, number);
      rows.push(...(found.rows ?? []));
      if (found.problems) return batch({ rows, problems: found.problems });
    }
    return batch({ rows });
  }

  return {
    write: (piece) => take(lines.write(piece)),
    end() {
      const last = take(lines.end());
      const { rows = [], problems = [] } = last.problems.length > 0 ? {} : sentence();
      return { ...last, rows: [...last.rows, ...rows], problems: [...last.problems, ...problems] };
    },
  };
}

/** The text of a sentence, with the white space around it that the file says; a line break there stands between sentences. */
function toldText(tokens: readonly Token[], text: string | null): string {
  const [first, last] = [tokens[0], tokens.at(-1)];
  const around = (space: string | undefined) => (space === undefined || /[\n\r]/.test(space) ? '' : space);
  const inner =
    text ?? tokens.map(({ form, after }, index) => (index === tokens.length - 1 ? form : form + after)).join('');
  const isTrimmed = text === null || /^\P{White_Space}(?:[\s\S]*\P{White_Space})?$/u.test(text);
  return isTrimmed ? around(first?.before) + inner + (last?.isSaid ? around(last.after) : '') : inner;
}

function unescaped(space: string | undefined): string | undefined {
  return space?.replace(/\\([stnrp\\])/g, (_, each: string) => unescapes[each] ?? '');
}

function pair(text: string): readonly [string, string] {
  const at = text.indexOf('=');
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}

const unescapes: Readonly<Record<string, string>> = { s: ' ', t: '\t', n: '\n', r: '\r', p: '|', '\\': '\\' };
