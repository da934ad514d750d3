import type { Label } from '../../shared/core/label.ts';
import { proposedLabel } from '../../shared/core/label-proposal.ts';
import type { Checked, Problem } from '../../shared/core/problem.ts';
import type { Span } from '../../shared/core/span.ts';
import { type TableHead, tableHead } from '../../shared/core/table-columns.ts';
import type { CorpusRow } from '../../shared/formats/corpus/row.ts';
import { hasHeader, proposedColumns } from '../../shared/formats/tsv/columns.ts';
import { isBlank } from '../../shared/language/characters/blank.ts';
import type { SegmentationRules } from '../../shared/language/sentences/rules.ts';
import type { CorpusChoices, PreviewedDocument, PreviewedSet, RowCounts } from '../../shared/wire/corpus-import.ts';
import { unpackArchives } from '../import/corpus/archive.ts';
import { MeantEntities } from '../import/corpus/entities.ts';
import { type FileSet, lastName, type SetFormat } from '../import/corpus/file.ts';
import { type LaidFile, readLaid } from '../import/corpus/laid.ts';
import { eachDocument, type ReadSet, readSet } from '../import/corpus/read-set.ts';
import { firstRowsOf } from '../import/corpus/rows.ts';
import { chosenSets, fileSets } from '../import/corpus/sets.ts';
import { begunText } from '../import/prepared.ts';
import { textHash } from './corpus.ts';
import type { Task } from './task.ts';

export interface CorpusPreviewOrder {
  readonly files: readonly LaidFile[];
  readonly format?: SetFormat | undefined;
  readonly tables?: CorpusChoices['tables'];
  readonly labels: readonly Label[];
  readonly rules: SegmentationRules;
}

/** A document with what its Persian is known by: its size in UTF-8 and its hash. */
export interface HashedDocument extends PreviewedDocument {
  readonly bytes: number;
  readonly hash: string;
}

/** A preview whose documents are still to be looked up. */
export interface FoundCorpus {
  readonly sets: readonly (Omit<PreviewedSet, 'documents'> & { readonly documents: readonly HashedDocument[] })[];
  readonly labels: readonly { readonly label: string; readonly count: number; readonly proposed: string }[];
}

/** Documents and rows of a set that are shown. */
const SHOWN_DOCUMENTS = 200;
const SHOWN_ROWS = 4;
/** Rows by which the columns of a table are told apart. */
const SAMPLE = 50;

/** What the files of corpora would become; nothing is kept of it. */
export const corpusPreviewTask: Task<CorpusPreviewOrder, Checked<FoundCorpus>> = async (
  { files, format, tables, labels, rules },
  { newId },
) => {
  const unpacked = await unpackArchives(await readLaid(files));
  if (!unpacked.ok) return unpacked;
  const counts = new Map<string, number>();
  const sets: FoundCorpus['sets'][number][] = [];
  for (const set of chosenSets(await fileSets(unpacked.value, format), tables)) {
    const read = await readSet(set, rules);
    const entities = new MeantEntities({ entities: [], gone: [] }, newId);
    for (const row of rowsOf(read)) {
      for (const { label } of row.mentions) counts.set(label, (counts.get(label) ?? 0) + 1);
    }
    let told = shown(read);
    const documents: HashedDocument[] = [];
    const problems: Problem[] = [];
    let documentCount = 0;
    for (const made of eachDocument(read, { labelOf: (label) => label, entities })) {
      if (!made.ok) {
        problems.push(...made.problems);
        continue;
      }
      const { title, text } = made.value.text;
      const begun = begunText(made.value.text, rules);
      if (!begun.ok) {
        problems.push(...begun.problems.map((problem) => (read.text ? problem : { element: title, ...problem })));
        continue;
      }
      const { units } = begun.value;
      if (read.text) told = shownText(text, units);
      documentCount += 1;
      if (documents.length >= SHOWN_DOCUMENTS) continue;
      documents.push({
        title,
        rows: units.length,
        twin: null,
        bytes: Buffer.byteLength(text),
        hash: textHash(text),
      });
    }
    sets.push({
      names: set.files.map(({ name }) => (set.files.length > 1 ? lastName(name) : name)),
      format: set.format,
      documents,
      documentCount,
      ...told,
      warnings: read.warnings.all,
      table: await tableOf(set),
      problems,
    });
  }
  const found = Array.from(counts, ([label, count]) => ({ label, count, proposed: proposedLabel(label, labels) }));
  return { ok: true, value: { sets, labels: found.sort((a, b) => b.count - a.count) } };
};

/** How a table begins, and how it was read. */
async function tableOf(set: FileSet): Promise<TableHead | null> {
  const rows = await firstRowsOf(set);
  if (rows.length === 0) return null;
  const sample = rows.slice(0, SAMPLE);
  const columns = set.columns ?? proposedColumns(sample) ?? { places: {}, header: false };
  return tableHead(rows, { ...columns, header: hasHeader(sample, columns) });
}

function* rowsOf({ documents }: ReadSet): Iterable<CorpusRow> {
  for (const rows of documents.values()) yield* rows;
}

interface Shown {
  readonly counts: RowCounts;
  readonly sample: PreviewedSet['sample'];
}

/** A text without English, by its segments. */
function shownText(text: string, units: readonly Span[]): Shown {
  const counts = { both: 0, persianOnly: units.length, englishOnly: 0, mentions: 0, links: 0 };
  const sample = units.slice(0, SHOWN_ROWS).map(({ from, to }) => ({ fa: text.slice(from, to), en: '' }));
  return { counts, sample };
}

function shown(read: ReadSet): Shown {
  const counts = { both: 0, persianOnly: 0, englishOnly: 0, mentions: 0, links: 0 };
  const sample: { fa: string; en: string }[] = [];
  for (const { fa, en, mentions, links } of rowsOf(read)) {
    const [hasPersian, hasEnglish] = [!isBlank(fa), !isBlank(en)];
    if (hasPersian && hasEnglish) counts.both += 1;
    else if (hasPersian) counts.persianOnly += 1;
    else if (hasEnglish) counts.englishOnly += 1;
    counts.mentions += mentions.length;
    counts.links += links.length;
    if (sample.length < SHOWN_ROWS && (hasPersian || hasEnglish)) sample.push({ fa, en });
  }
  return { counts, sample };
}
