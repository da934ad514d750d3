/** What a column of a table can hold, by the names that Radif writes into its first row, in their order. */
export const columnNames = [
  'document',
  'title',
  'version',
  'segment',
  'paragraph',
  'statement',
  'kind',
  'fa',
  'en',
  'state',
  'origin',
  'from',
  'to',
] as const;

export type ColumnName = (typeof columnNames)[number];

/** How a table is read. */
export interface TableColumns {
  /** The place, from 0, of the column that holds each; columns that nothing names are not taken. */
  readonly places: Readonly<Partial<Record<ColumnName, number>>>;
  /** Whether the first row names the columns; left out, its words tell. */
  readonly header?: boolean | undefined;
}

/** A table as it begins, and how it is read. */
export interface TableHead {
  /** Its first rows, as wide as the widest of them; long cells are cut. */
  readonly rows: readonly (readonly string[])[];
  readonly columns: TableColumns;
}

/** Rows and columns of a table that are shown, and characters of a cell. */
const SHOWN = { rows: 6, columns: 64, cell: 160 };

/** The beginning of a table, to be looked at. */
export function tableHead(rows: readonly (readonly string[])[], columns: TableColumns): TableHead {
  const some = rows.slice(0, SHOWN.rows);
  const width = Math.min(SHOWN.columns, Math.max(0, ...rows.slice(0, 50).map((row) => row.length)));
  const cut = (cell: string) => (cell.length > SHOWN.cell ? `${[...cell].slice(0, SHOWN.cell - 1).join('')}…` : cell);
  return { rows: some.map((row) => Array.from({ length: width }, (_, place) => cut(row[place] ?? ''))), columns };
}

/** The columns with another one for `place`: what it held before is not taken, unless it is said of another column. */
export function withColumn(columns: TableColumns, place: number, name: ColumnName | null): TableColumns {
  const others = Object.entries(columns.places).filter(([known, at]) => at !== place && known !== name);
  return { ...columns, places: { ...Object.fromEntries(others), ...(name !== null && { [name]: place }) } };
}
