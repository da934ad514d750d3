import type { Kysely, Transaction } from 'kysely';
import type { AlignmentState } from '../../shared/core/alignment.ts';
import type { Kind } from '../../shared/core/outline.ts';
import type { Origin, Status } from '../../shared/core/status.ts';
import type { EntryKind } from '../../shared/wire/version.ts';

/** The tables, as `migrations/` makes them on both engines. Ids are UUIDv7 in text, times milliseconds since 1970. */
export interface Database {
  project: ProjectTable;
  document: DocumentTable;
  source: SourceTable;
  step: StepTable;
  snapshot: SnapshotTable;
  checkpoint: CheckpointTable;
  touched_segment: TouchedSegmentTable;
  named_version: NamedVersionTable;
  segment: SegmentTable;
  mention: MentionTable;
  setting: SettingTable;
  entity: EntityTable;
  entity_revision: EntityRevisionTable;
  project_labels: ProjectLabelsTable;
  term: TermTable;
  project_word: ProjectWordTable;
  dismissal: DismissalTable;
  job: JobTable;
  job_part: JobPartTable;
  job_file: JobFileTable;
  memory: MemoryTable;
  memory_unit: MemoryUnitTable;
  release: ReleaseTable;
  release_piece: ReleasePieceTable;
}

/** What reads outside a transaction may do: statements of their own, so that nothing is held between two of them. */
export type Reader = Pick<Kysely<Database>, 'selectFrom'>;

/** What a transaction may do. */
export type Writer = Transaction<Database>;

export interface ProjectTable {
  id: string;
  name: string;
  /** JSON: the segmentation rules by language. */
  rules: string;
  created_at: number;
  changed_at: number;
  archived_at: number | null;
}

/** The head of a document: rewritten by every push, so it stays small. */
export interface DocumentTable {
  id: string;
  project_id: string;
  title: string;
  /** Of the schema that the head is written in. */
  schema_version: number;
  version: number;
  /** Of the version. */
  mark: string;
  /** JSON of a `Progress`. */
  progress: string;
  created_at: number;
  changed_at: number;
  archived_at: number | null;
}

/** What never changes of a document. */
export interface SourceTable {
  document_id: string;
  text: string;
  /** JSON of an `Outline`. */
  outline: string;
}

/** Row `version` holds the step that leads from `version - 1` to `version`; a new document is version 0. */
export interface StepTable {
  document_id: string;
  version: number;
  client: string;
  person: string;
  at: number;
  /** Of the schema that the step is written in. */
  schema_version: number;
  /** JSON of a step. */
  step: string;
  /** Names the version by all that led to it; `null` where it was made before there were marks. */
  mark: string | null;
}

export interface SnapshotTable {
  document_id: string;
  version: number;
  schema_version: number;
  at: number;
  /** gzip of the JSON of the document. SQLite gives it back as an ArrayBuffer, PostgreSQL as a Buffer. */
  body: Uint8Array | ArrayBuffer;
}

/** A run of changes by one person without a pause: they lead from `from_version` to `to_version`. */
export interface CheckpointTable {
  document_id: string;
  from_version: number;
  to_version: number;
  person: string;
  started_at: number;
  ended_at: number;
  number: number;
  kind: EntryKind;
  /** The id of what was done, where it is no work at the text. */
  deed: string | null;
  /** JSON of what more there is to say of it. */
  about: string | null;
  segments: number | null;
}

/** A segment that the last checkpoint of its document has changed. */
export interface TouchedSegmentTable {
  document_id: string;
  segment: string;
}

export interface NamedVersionTable {
  document_id: string;
  version: number;
  name: string;
  person: string;
  at: number;
}

/** A segment at the head of its document. The keys are folded for search. */
export interface SegmentTable {
  document_id: string;
  id: string;
  source_from: number;
  source_to: number;
  paragraph: number;
  statement: number;
  kind: Kind;
  source: string;
  source_key: string;
  /** What the names begin with that may stand in the source (`nameStarts`). */
  name_starts: string;
  rendering: string;
  rendering_key: string;
  status: Status;
  origin: Origin | null;
  /** Words of the source. */
  words: number;
  /** JSON: the word links of the segment (`stored-links.ts`); `null` where there is none. */
  links: string | null;
  /** 0-based place among the rows that begin at `source_from`: those without Persian come first. */
  turn: number;
  alignment: AlignmentState | null;
  /** How sure the aligner was, in thousandths. */
  score: number | null;
  /** 1 for a row that has no English on purpose. */
  left_out: 0 | 1;
  /** JSON: what the rendering was taken from (`Taken`). */
  taken: string | null;
}

/** A mention at the head of its document. `segment` and `rendering` tell its English, which stands from `rendering_from` to
 *  `rendering_to` of that segment's; `null` and `''` when it has none. */
export interface MentionTable {
  document_id: string;
  id: string;
  source_from: number | null;
  source_to: number | null;
  label: string;
  entity: string | null;
  state: 'proposed' | 'accepted';
  segment: string | null;
  surface: string;
  surface_key: string;
  rendering: string;
  rendering_key: string;
  rendering_from: number | null;
  rendering_to: number | null;
}

export interface SettingTable {
  name: string;
  value: string;
}

/** An entity as it is now; a removed one stays for its history. */
export interface EntityTable {
  project_id: string;
  id: string;
  /** JSON of an `EntityRecord`. */
  record: string;
  revision: number;
  changed_at: number;
  removed_at: number | null;
  /** Id of the entity that a removed one was merged into. */
  became: string | null;
}

/** What an entity said at one revision, and why it came to say so. */
export interface EntityRevisionTable {
  project_id: string;
  entity_id: string;
  revision: number;
  cause: 'created' | 'changed' | 'merged' | 'split' | 'imported' | 'removed' | 'restored' | 'linked' | 'undone';
  record: string;
  person: string;
  at: number;
  /** The job that this was a part of. */
  job_id: string | null;
}

/** The labels of a project that has its own: JSON of a list of `Label`. */
export interface ProjectLabelsTable {
  project_id: string;
  labels: string;
}

/** A term of the glossary of a project as it is now; a removed one stays, so that it can come back. */
export interface TermTable {
  project_id: string;
  id: string;
  /** JSON of a `TermRecord`. */
  record: string;
  revision: number;
  person: string;
  changed_at: number;
  removed_at: number | null;
}

/** A word that is right in the English of a project whatever a dictionary says, in small letters. */
export interface ProjectWordTable {
  project_id: string;
  word: string;
  person: string;
  /** Milliseconds since 1970. */
  at: number;
}

/** Something that a person does not want to be told again: the id of a finding, or the key of a proposal. */
export interface DismissalTable {
  document_id: string;
  subject: string;
  reason: string;
  person: string;
  at: number;
}

/** Work that goes over many parts, or takes long; see `server/jobs`. */
export interface JobTable {
  id: string;
  project_id: string | null;
  kind: string;
  /** JSON of what its kind needs. */
  input: string;
  /** `cancelling` and `failing`: what was done is being taken back. */
  state: 'waiting' | 'running' | 'cancelling' | 'failing' | 'done' | 'cancelled' | 'failed';
  person: string;
  parts: number;
  done: number;
  /** How far it is, of 1,000. */
  permille: number;
  /** How often somebody has taken it: only who knows the latest number may write. */
  claims: number;
  /** Until when nobody else takes it. */
  lease_until: number;
  /** JSON of a list of `Problem`, where it failed. */
  problems: string | null;
  created_at: number;
  changed_at: number;
}

/** A part of a job: done, with its outcome in JSON, or still to be done. */
export interface JobPartTable {
  job_id: string;
  number: number;
  input: string;
  outcome: string | null;
  done_at: number | null;
}

/** A file that a job works on; it goes when the job has ended. */
export interface JobFileTable {
  job_id: string;
  number: number;
  body: Uint8Array | ArrayBuffer;
}

/** A release of a project: what it holds never changes. */
export interface ReleaseTable {
  id: string;
  project_id: string;
  name: string;
  person: string;
  at: number;
  /** JSON of a `ReleaseSummary`. */
  summary: string;
  /** The text of its manifest. */
  manifest: string;
  /** JSON: the pseudonyms of people, by person. It is in no file of the release. */
  people: string;
  /** Names the pieces of its archive. */
  archive: string;
  /** Of the archive: bytes and their SHA-256. */
  size: number;
  sha256: string;
}

/** A part of the archive of a release, in order. Those of no release are of one that is being made, or of nobody any more. */
export interface ReleasePieceTable {
  archive: string;
  number: number;
  body: Uint8Array | ArrayBuffer;
}

/** A translation memory; that of a project has the project's id. */
export interface MemoryTable {
  id: string;
  /** `null` for one that all projects share. */
  project_id: string | null;
  /** `coming`: an import that has not ended; its id is that of the job. */
  kind: 'project' | 'imported' | 'coming';
  name: string;
  /** The higher, the sooner its units stand before equals. */
  priority: number;
  /** Points off each of its scores. */
  penalty: number;
  is_on: 0 | 1;
  /** 1 where people cannot change its units. */
  read_only: 0 | 1;
  /** Of its newest change: grows with each, and never comes twice, as it follows the clock. */
  revision: number;
  next_number: number;
  /** Units that are there. */
  units: number;
  created_at: number;
}

/** A unit of a memory. One that is no more stays as a row without texts, so that every server hears of it. */
export interface MemoryUnitTable {
  memory_id: string;
  number: number;
  /** The revision of its memory that changed it last. */
  revision: number;
  source: string;
  target: string;
  /** The segment that it stands for, in the memory of a project. */
  document_id: string | null;
  segment: string | null;
  origin: Origin | null;
  status: Status | null;
  alignment: AlignmentState | null;
  person: string;
  at: number;
  removed: 0 | 1;
}
