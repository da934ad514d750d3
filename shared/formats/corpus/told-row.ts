import { isBlank } from '../../language/characters/blank.ts';
import type { CorpusRow } from './row.ts';

/** What a file tells of a row: both texts, and whatever else it knows. */
export type Told = Pick<CorpusRow, 'fa' | 'en'> & {
  readonly [Field in keyof CorpusRow]?: CorpusRow[Field] | undefined;
};

/** Makes rows of what the file `name` tells of them, one after the other. What it does not tell is filled in: the document is
 *  called after the file, segments are counted from 1, each row is a paragraph that stands one unit behind the row before it,
 *  and English that is there was translated elsewhere. */
export function toldRows(name: string): (told: Told) => CorpusRow {
  const file = titleOf(name);
  let count = 0;
  let end = -1;
  let paragraph = -1;
  let before = file;
  return (told) => {
    const document = told.document ?? file;
    if (document !== before) {
      [end, paragraph] = [-1, -1];
      before = document;
    }
    count += 1;
    const from = told.from ?? end + 1;
    end = told.to ?? from + told.fa.length;
    paragraph = told.paragraph ?? paragraph + 1;
    const isTranslated = !isBlank(told.en);
    const row: CorpusRow = {
      document,
      title: told.title ?? document,
      version: told.version ?? 0,
      segment: told.segment ?? `s${count}`,
      paragraph,
      statement: told.statement ?? paragraph,
      kind: told.kind ?? 'sentence',
      fa: told.fa,
      en: told.en,
      status: told.status ?? (isTranslated ? 'translated' : 'initial'),
      origin: told.origin === undefined ? (isTranslated ? 'imported' : null) : told.origin,
      alignment: told.alignment ?? null,
      leftOut: told.leftOut ?? false,
      from,
      to: end,
      mentions: told.mentions ?? none,
      links: told.links ?? none,
      remarks: told.remarks ?? none,
    };
    return told.taken && isTranslated ? { ...row, taken: told.taken } : row;
  };
}

const none: readonly never[] = [];

/** A file's name without its ending, and without the side that may stand before that. */
export function titleOf(name: string): string {
  return name.replace(/(?<=.)(?:\.(?:fa|en))?\.[^.]*$/, '');
}
