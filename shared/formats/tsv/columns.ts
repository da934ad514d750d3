import { statuses } from '../../core/status.ts';
import { type ColumnName, columnNames, type TableColumns } from '../../core/table-columns.ts';
import { foldKey } from '../../language/characters/fold.ts';

type Cells = readonly string[];

/** Other names of columns in the heads of tables. */
const names: Readonly<Partial<Record<ColumnName, string>>> = {
  fa: 'fa fas per pes persian farsi فارسی source src مبدأ متن',
  en: 'en eng english انگلیسی target tgt translation مقصد ترجمه',
  segment: 'id key شناسه',
  title: 'عنوان',
  document: 'سند',
  state: 'status وضعیت',
};

/** Names of the languages, which may stand among other words: "Persian text". */
const languages = { fa: 'persian farsi فارسی', en: 'english انگلیسی' } as const;

const folded = (words: string) => words.split(' ').map((word) => foldKey(word, 'tight'));
const byName = new Map(
  Object.entries(names).flatMap(([name, words]) => folded(words).map((word) => [word, name as ColumnName])),
);

/** How a table is to be read by its first rows: by what the first of them calls its columns, or else the two columns that hold
 *  Persian and English; `null` where it has no two texts. `header` is always said. */
export function proposedColumns(rows: readonly Cells[]): TableColumns | null {
  const named = namedColumns(rows[0] ?? [], rows.slice(1));
  if (named !== null) return { places: named, header: true };
  const places = foundColumns(rows);
  return places && { places, header: isHeading(rows, places) };
}

/** Whether the first row of a table whose columns are known names them. */
export function hasHeader(rows: readonly Cells[], { places, header }: TableColumns): boolean {
  return header ?? (namedColumns(rows[0] ?? [], []) !== null || isHeading(rows, places));
}

/** True for a first row that names columns as Radif does, in its own words. */
export function isOwnHead(cells: Cells): boolean {
  return cells.every((cell) => columnNames.some((name) => name === cell.trim()));
}

/** The columns that a first row names, or `null` for one that names not both texts. What is called a state is one where its
 *  values are. */
export function namedColumns(first: Cells, rest: readonly Cells[]): TableColumns['places'] | null {
  const places: Partial<Record<ColumnName, number>> = {};
  for (const [place, cell] of first.entries()) {
    const name = columnNamed(cell);
    if (name === undefined || places[name] !== undefined) continue;
    const isOther = name === 'state' && cell.trim() !== 'state' && !areStates(rest.map((row) => row[place] ?? ''));
    if (!isOther) places[name] = place;
  }
  return places.fa !== undefined && places.en !== undefined ? places : null;
}

function areStates(values: readonly string[]): boolean {
  return values.every((value) => value === '' || statuses.some((known) => known === value));
}

function columnNamed(cell: string): ColumnName | undefined {
  const own = columnNames.find((name) => name === cell.trim());
  const known = own ?? byName.get(foldKey(cell.trim(), 'tight'));
  if (known !== undefined) return known;
  const words = folded(cell.trim().replace(/[^\p{L}\p{N}]+/gu, ' '));
  if (words.length > 3) return undefined;
  const told = (['fa', 'en'] as const).filter((side) => folded(languages[side]).some((word) => words.includes(word)));
  return told.length === 1 ? told[0] : undefined;
}

/** The two columns of a table without names that hold Persian and English: those with the most letters of each script; `null` where
 *  there are none. */
function foundColumns(rows: readonly Cells[]): { readonly fa: number; readonly en: number } | null {
  const width = Math.max(0, ...rows.map((row) => row.length));
  const best = { fa: { place: -1, letters: 0 }, en: { place: -1, letters: 0 } };
  for (let place = 0; place < width; place++) {
    const letters = lettersIn(rows.map((row) => row[place] ?? '').join(' '));
    const side = letters.fa * 2 > letters.en ? 'fa' : 'en';
    if (letters[side] > best[side].letters) best[side] = { place, letters: letters[side] };
  }
  const found = best.fa.place >= 0 && best.en.place >= 0;
  return found ? { fa: best.fa.place, en: best.en.place } : null;
}

function lettersIn(text: string): { readonly fa: number; readonly en: number } {
  return {
    fa: text.match(/\p{Script=Arabic}/gu)?.length ?? 0,
    en: text.match(/\p{Script=Latin}/gu)?.length ?? 0,
  };
}

/** Characters that a name of a column has at most. */
const LONGEST_NAME = 40;
/** A few rows of any table have a name in Latin letters alone, or a number, for a text. */
const NEARLY_ALL = 0.9;

/** True for a first row whose two short cells differ and say something, though not Persian and English (nor the one in the place of the
 *  other), where nearly all rows below that have both texts do. */
function isHeading([first = [], ...rest]: readonly Cells[], { fa = -1, en = -1 }: TableColumns['places']): boolean {
  const [one, two] = [first[fa] ?? '', first[en] ?? ''];
  const says = (cell: string) => /\p{L}/u.test(cell);
  if (one === two || !says(one) || !says(two) || Math.max(one.length, two.length) > LONGEST_NAME) return false;
  const [left, right] = [lettersIn(one), lettersIn(two)];
  const areTexts = left.fa > 0 && right.en > 0;
  const areTurned = left.fa + right.en === 0 && left.en > 0 && right.fa > 0;
  if (areTexts || areTurned) return false;
  const whole = rest.filter((row) => says(row[fa] ?? '') && says(row[en] ?? ''));
  const meant = whole.filter((row) => lettersIn(row[fa] ?? '').fa > 0 && lettersIn(row[en] ?? '').en > 0);
  return whole.length >= 2 && meant.length >= NEARLY_ALL * whole.length;
}
