import { createHash } from 'node:crypto';
import type { Checked, Problem } from '../../shared/core/problem.ts';
import type { SegmentationRules } from '../../shared/language/sentences/rules.ts';
import type { Entity } from '../../shared/names/entity/entity.ts';
import type { CorpusChoices } from '../../shared/wire/corpus-import.ts';
import type { SegmentRow } from '../db/segment.ts';
import { unpackArchives } from '../import/corpus/archive.ts';
import { type KnownEntities, MeantEntities, uuid } from '../import/corpus/entities.ts';
import type { CorpusFile, SetFormat } from '../import/corpus/file.ts';
import { documentsOf, readSet } from '../import/corpus/read-set.ts';
import { chosenSets, fileSets } from '../import/corpus/sets.ts';
import { type PreparedDocument, prepareDocument } from '../import/prepared.ts';
import type { Task } from './task.ts';

export interface CorpusOrder {
  readonly files: readonly CorpusFile[];
  /** The format of all files, where it was said. */
  readonly format?: SetFormat | undefined;
  readonly project: string;
  /** What the labels of the files become; `null` for names that are not marked. A label that is not there stays. */
  readonly labels: Readonly<Record<string, string | null>>;
  /** Sets that are left out, by their place. */
  readonly without: readonly number[];
  readonly tables?: CorpusChoices['tables'];
  readonly known: KnownEntities;
  readonly rules: SegmentationRules;
  readonly at: number;
}

/** Documents that are ready to be stored together. */
export interface PreparedCorpus {
  readonly documents: readonly CorpusDocument[];
  /** Entities that their mentions mean and the registry has not. */
  readonly entities: readonly Entity[];
  /** Labels that their mentions have. */
  readonly labels: readonly string[];
  readonly remarks: readonly Problem[];
}

/** A document of a corpus; its segments are told before. */
export interface CorpusDocument {
  readonly document: PreparedDocument;
  /** The id that it had where it comes from, if Radif made that. */
  readonly was: string | null;
  readonly both: number;
  readonly persianOnly: number;
  readonly englishOnly: number;
}

/** Segments of one document, as they are told. */
export interface CorpusPiece {
  readonly document: number;
  readonly segments: readonly SegmentRow[];
}

/** Segments in one piece of the result. */
const PIECE = 250;

/** Makes documents of the files of corpora: all, or none and every problem. Their segments are told in pieces, in order. */
export const corpusTask: Task<CorpusOrder, Checked<PreparedCorpus>> = async (order, { newId, tell, progress }) => {
  const { files, format, project, labels, without, tables, known, rules, at } = order;
  const unpacked = await unpackArchives(files);
  if (!unpacked.ok) return unpacked;
  const sets = chosenSets(await fileSets(unpacked.value, format), tables).filter(
    (_, index) => !without.includes(index),
  );
  const size = sets.flatMap((set) => set.files).reduce((sum, { bytes }) => sum + bytes.length, 1);
  let length = 0;
  const entities = new MeantEntities(known, newId);
  const used = new Set<string>();
  const labelOf = (label: string) => {
    const chosen = labels[label];
    const meant = chosen === undefined ? label : chosen;
    if (meant !== null) used.add(meant);
    return meant;
  };
  const documents: CorpusDocument[] = [];
  const problems: Problem[] = [];
  const remarks: Problem[] = [];
  for (const set of sets) {
    const name = set.files.map((file) => file.name).join(' · ');
    const read = await readSet(set, rules, (more) => {
      length += more;
      progress(Math.min(0.6, (0.6 * length) / size));
    });
    const made = documentsOf(read, { labelOf, entities });
    problems.push(...made.problems.map((problem) => placed(problem, name)));
    if (problems.length > 0) continue;
    remarks.push(...read.warnings.all.map(({ first }) => placed(first, name)));
    for (const { key, text } of made.documents) {
      const prepared = await prepareDocument({ newId, now: () => at }, { ...text, project }, rules);
      if (!prepared.ok) {
        problems.push(...prepared.problems.map((problem) => placed(problem, name)));
        continue;
      }
      const { segments, ...projection } = prepared.value.projection;
      const index = documents.length;
      for (let from = 0; from < segments.length; from += PIECE) {
        await tell({ document: index, segments: segments.slice(from, from + PIECE) } satisfies CorpusPiece);
      }
      const counted = (hasPersian: boolean, hasEnglish: boolean) =>
        segments.filter((row) => (row.source !== '') === hasPersian && (row.rendering !== '') === hasEnglish).length;
      documents.push({
        document: { ...prepared.value, projection: { ...projection, segments: [] } },
        was: uuid.test(key) ? key : null,
        both: counted(true, true),
        persianOnly: counted(true, false),
        englishOnly: counted(false, true),
      });
    }
  }
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, value: { documents, entities: entities.added, labels: [...used], remarks } };
};

/** A problem with the file that it is in. */
function placed(problem: Problem, file: string): Problem {
  const { element, message } = problem;
  const isSaid = element === undefined || element === file || message.includes(element);
  return { ...problem, element: file, message: isSaid ? message : `${message} (${element})` };
}

/** The hash by which the same Persian is known again. */
export function textHash(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
