import type { Database } from '../db/database.ts';

/** Every table with the columns of its primary key, those that others refer to first: a backup is written and read in this
 *  order. The type wants each new table in it. */
export const tables = {
  project: ['id'],
  document: ['id'],
  source: ['document_id'],
  step: ['document_id', 'version'],
  snapshot: ['document_id', 'version'],
  checkpoint: ['document_id', 'from_version'],
  touched_segment: ['document_id', 'segment'],
  named_version: ['document_id', 'version', 'name'],
  segment: ['document_id', 'id'],
  mention: ['document_id', 'id'],
  setting: ['name'],
  entity: ['project_id', 'id'],
  entity_revision: ['project_id', 'entity_id', 'revision'],
  project_labels: ['project_id'],
  term: ['project_id', 'id'],
  project_word: ['project_id', 'word'],
  dismissal: ['document_id', 'subject'],
  memory: ['id'],
  memory_unit: ['memory_id', 'number'],
  job: ['id'],
  job_part: ['job_id', 'number'],
  job_file: ['job_id', 'number'],
  release: ['id'],
  release_piece: ['archive', 'number'],
} as const satisfies { readonly [Table in keyof Database]: readonly (keyof Database[Table] & string)[] };

export type Table = keyof typeof tables;
export const tableNames = Object.keys(tables) as readonly Table[];

/** Settings that belong to one installation: the lock stays with the key that opens it, and how keys were folded is told anew. */
export const ownSettings: readonly string[] = ['lock', 'key', 'folding'];
