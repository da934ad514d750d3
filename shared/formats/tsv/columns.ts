import { foldKey } from '../../language/characters/fold.ts';
import { columns as known } from '../corpus/record.ts';

/** Which column of a table holds what, by its place from 0. */
export type ColumnPlaces = ReadonlyMap<Column, number>;

/** What a column can hold. */
export type Column = (typeof known)[number];

/** Other names of the two texts in the heads of tables. */
const names: readonly (readonly [Column, string])[] = [
  ['fa', 'fa fas per pes persian farsi فارسی source src مبدأ متن'],
  ['en', 'en eng english انگلیسی target tgt translation مقصد ترجمه'],
];

/** The columns that the first row of a table names, or `null` for a row that names not both texts. */
export function namedColumns(cells: readonly string[]): ColumnPlaces | null {
  const places = new Map<Column, number>();
  for (const [place, cell] of cells.entries()) {
    const column = columnNamed(cell);
    if (column !== undefined && !places.has(column)) places.set(column, place);
  }
  return places.has('fa') && places.has('en') ? places : null;
}

function columnNamed(cell: string): Column | undefined {
  const key = foldKey(cell.trim(), 'tight');
  const other = names.find(([, words]) => words.split(' ').some((word) => foldKey(word, 'tight') === key));
  return known.find((column) => column === cell.trim()) ?? other?.[0];
}

/** The two columns of a table without a head that hold Persian and English: those with the most letters of each script;
 *  `null` where there are none. */
export function foundColumns(rows: readonly (readonly string[])[]): ColumnPlaces | null {
  const width = Math.max(0, ...rows.map((row) => row.length));
  const best = { fa: { place: -1, letters: 0 }, en: { place: -1, letters: 0 } };
  for (let place = 0; place < width; place++) {
    const text = rows.map((row) => row[place] ?? '').join(' ');
    const letters = {
      fa: text.match(/\p{Script=Arabic}/gu)?.length ?? 0,
      en: text.match(/\p{Script=Latin}/gu)?.length ?? 0,
    };
    const side = letters.fa * 2 > letters.en ? 'fa' : 'en';
    if (letters[side] > best[side].letters) best[side] = { place, letters: letters[side] };
  }
  const found = best.fa.place >= 0 && best.en.place >= 0;
  return found
    ? new Map<Column, number>([
        ['fa', best.fa.place],
        ['en', best.en.place],
      ])
    : null;
}
