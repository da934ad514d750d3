import type { CorpusRow } from '../../shared/formats/corpus/row.ts';

/** A row of a release with what a test says of it. */
export function row(told: Partial<CorpusRow> & { readonly fa: string; readonly en: string }): CorpusRow {
  return {
    document: 'd1',
    title: 'One',
    version: 1,
    segment: 's1',
    paragraph: 0,
    statement: 0,
    kind: 'sentence',
    status: 'translated',
    origin: 'typed',
    alignment: null,
    leftOut: false,
    from: 0,
    to: told.fa.length,
    mentions: [],
    links: [],
    remarks: [],
    ...told,
  };
}
