import { columnNames, type TableColumns } from '../../shared/core/table-columns.ts';
import { UsageError } from './command.ts';

/** The options by which a table's columns are said. */
export const columnOptions = {
  columns: {
    type: 'string',
    value: 'PAIRS',
    about: `which columns of a table are read, counted from 1: fa=2,en=3,state=5; of ${columnNames.join(', ')}`,
  },
  header: { type: 'string', value: 'yes|no', about: 'with --columns: whether the first row names the columns' },
} as const;

/** `fa=2,en=3` as the columns of a table; `undefined` where nothing was said. */
export function columnsSaid({
  columns,
  header,
}: {
  readonly columns?: string;
  readonly header?: string;
}): TableColumns | undefined {
  if (columns === undefined) {
    if (header !== undefined) throw new UsageError('--header needs --columns.');
    return undefined;
  }
  if (header !== undefined && header !== 'yes' && header !== 'no') {
    throw new UsageError(`--header should be yes or no, but it is "${header}".`);
  }
  const places: Record<string, number> = {};
  for (const pair of columns.split(',')) {
    const [, said, number] = /^\s*([a-z]+)=([1-9]\d{0,3})\s*$/.exec(pair) ?? [];
    const name = columnNames.find((known) => known === said);
    if (name === undefined || number === undefined) {
      throw new UsageError(
        `--columns should be pairs as fa=2, with commas between them, but one is "${pair}". Known: ${columnNames.join(', ')}.`,
      );
    }
    places[name] = Number(number) - 1;
  }
  if (places.fa === undefined && places.en === undefined) throw new UsageError('--columns should say fa or en.');
  return { places, header: header === undefined ? undefined : header === 'yes' };
}
