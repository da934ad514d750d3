import { createHash } from 'node:crypto';
import { isLabelId, type Label } from '../../shared/core/label.ts';
import { proposedLabel } from '../../shared/core/label-proposal.ts';
import type { Checked, Problem } from '../../shared/core/problem.ts';
import { corpusProblem } from '../../shared/formats/corpus/problems.ts';
import type { SegmentationRules } from '../../shared/language/sentences/rules.ts';
import type { Entity } from '../../shared/names/entity/entity.ts';
import type { CorpusChoices } from '../../shared/wire/corpus-import.ts';
import { unpackArchives } from '../import/corpus/archive.ts';
import { type KnownEntities, MeantEntities, uuid } from '../import/corpus/entities.ts';
import type { SetFormat } from '../import/corpus/file.ts';
import { type LaidFile, readLaid } from '../import/corpus/laid.ts';
import { eachDocument, readSet } from '../import/corpus/read-set.ts';
import { chosenSets, fileSets } from '../import/corpus/sets.ts';
import { beginSpool, type Place, type SpoolWriter } from '../import/corpus/spool.ts';
import { type PreparedDocument, prepareDocument } from '../import/prepared.ts';
import type { Task, Tools } from './task.ts';

export interface CorpusOrder {
  readonly files: readonly LaidFile[];
  /** The file that the documents are written into. */
  readonly spool: string;
  /** The format of all files, where it was said. */
  readonly format?: SetFormat | undefined;
  readonly project: string;
  /** What the labels of the files become; `null` for names that are not marked. A label that is not there stays, or
   *  becomes the one that a preview would propose where it is no name for a label. */
  readonly labels: Readonly<Record<string, string | null>>;
  /** The labels that the project has. */
  readonly there: readonly Pick<Label, 'id'>[];
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
  /** Entities that their mentions mean, and those of them that the registry has not. */
  readonly meant: readonly string[];
  readonly entities: readonly Entity[];
  /** Labels that their mentions have. */
  readonly labels: readonly string[];
  readonly remarks: readonly Problem[];
}

/** A document of a corpus. */
export interface CorpusDocument {
  readonly title: string;
  readonly segments: number;
  /** The id that it had where it comes from, if Radif made that. */
  readonly was: string | null;
  readonly both: number;
  readonly persianOnly: number;
  readonly englishOnly: number;
  /** Where in the spool its text stands, what is stored of it (`SpooledDocument`), and its segments in pieces, in order. */
  readonly text: Place;
  readonly rest: Place;
  readonly rows: readonly Place[];
}

/** A document without its text and its segments. */
export type SpooledDocument = Omit<PreparedDocument, 'text'>;

/** Segments in one piece. */
const PIECE = 1000;

/** Makes documents of the files of corpora: all, or none and every problem. They are written into a file, one after another. */
export const corpusTask: Task<CorpusOrder, Checked<PreparedCorpus>> = async (order, tools) => {
  const spool = await beginSpool(order.spool);
  try {
    return await made(order, spool, tools);
  } finally {
    await spool.close();
  }
};

async function made(
  { files, format, project, labels, there, without, tables, known, rules, at }: CorpusOrder,
  spool: SpoolWriter,
  { newId, progress }: Tools,
): Promise<Checked<PreparedCorpus>> {
  const unpacked = await unpackArchives(await readLaid(files));
  if (!unpacked.ok) return unpacked;
  const sets = chosenSets(await fileSets(unpacked.value, format), tables).filter(
    (_, index) => !without.includes(index),
  );
  const size = sets.flatMap((set) => set.files).reduce((sum, { bytes }) => sum + bytes.length, 1);
  let length = 0;
  const entities = new MeantEntities(known, newId);
  const used = new Set<string>();
  const renamed = new Map<string, string>();
  const labelOf = (label: string) => {
    const meant = Object.hasOwn(labels, label) ? (labels[label] ?? null) : fitLabel(label, there);
    if (meant !== null) used.add(meant);
    if (meant !== null && meant !== label && !Object.hasOwn(labels, label)) renamed.set(label, meant);
    return meant;
  };
  const documents: CorpusDocument[] = [];
  const meant = new Set<string>();
  const problems: Problem[] = [];
  const remarks: Problem[] = [];
  for (const set of sets) {
    const name = set.files.map((file) => file.name).join(' · ');
    const read = await readSet(set, rules, (more) => {
      length += more;
      progress(Math.min(0.6, (0.6 * length) / size));
    });
    for (const document of eachDocument(read, { labelOf, entities })) {
      if (!document.ok) problems.push(...document.problems.map((problem) => placed(problem, name)));
      // What is refused is read to its end for its problems alone.
      if (!document.ok || problems.length > 0) continue;
      const { key, text } = document.value;
      const prepared = await prepareDocument({ newId, now: () => at }, { ...text, project }, rules);
      if (!prepared.ok) {
        problems.push(...prepared.problems.map((problem) => placed(problem, name)));
        continue;
      }
      for (const { entity } of prepared.value.projection.mentions) if (entity) meant.add(entity);
      documents.push({ ...(await spooled(prepared.value, spool)), was: uuid.test(key) ? key : null });
    }
    if (problems.length > 0) continue;
    remarks.push(...read.warnings.all.map(({ first }) => placed(first, name)));
    for (const [label, id] of renamed) {
      const values = { label: label.replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Cs}]/gu, ' ').slice(0, 40), id };
      remarks.push(placed(corpusProblem('corpus.label', { values }), name));
    }
    renamed.clear();
  }
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, value: { documents, meant: [...meant], entities: entities.added, labels: [...used], remarks } };
}

function fitLabel(label: string, there: CorpusOrder['there']): string {
  return isLabelId(label) || there.some(({ id }) => id === label) ? label : proposedLabel(label, there);
}

/** Writes a document into the spool. */
async function spooled(
  { text, projection, ...document }: PreparedDocument,
  spool: SpoolWriter,
): Promise<Omit<CorpusDocument, 'was'>> {
  const { segments } = projection;
  const rows: Place[] = [];
  for (let from = 0; from < segments.length; from += PIECE)
    rows.push(await spool.put(segments.slice(from, from + PIECE)));
  const rest: SpooledDocument = { ...document, projection: { ...projection, segments: [] } };
  const counted = (hasPersian: boolean, hasEnglish: boolean) =>
    segments.filter((row) => (row.source !== '') === hasPersian && (row.rendering !== '') === hasEnglish).length;
  return {
    title: document.title,
    segments: segments.length,
    both: counted(true, true),
    persianOnly: counted(true, false),
    englishOnly: counted(false, true),
    text: await spool.put(text),
    rest: await spool.put(rest),
    rows,
  };
}

/** A problem with the file that it is in. */
function placed(problem: Problem, file: string): Problem {
  const { element, message } = problem;
  const isSaid = element === undefined || element === file || message.includes(element);
  return { ...problem, element: problem.file ?? file, message: isSaid ? message : `${message} (${element})` };
}

/** The hash by which the same Persian is known again. */
export function textHash(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
