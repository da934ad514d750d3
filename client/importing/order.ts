import type { Checked } from '../../shared/core/problem.ts';
import {
  type CorpusChoices,
  type CorpusPreview,
  MOST_DROPPED,
  tooManyDropped,
} from '../../shared/wire/corpus-import.ts';
import { sendForm } from '../platform/send-form.ts';

/** Files of corpora on their way into a project. */
export interface CorpusOrder {
  readonly project: string;
  readonly files: readonly File[];
}

/** What the files would become. */
export async function previewCorpus(
  order: CorpusOrder,
  tables: CorpusChoices['tables'],
  signal: AbortSignal,
): Promise<Checked<CorpusPreview>> {
  // To send them all would take a while, for the same answer.
  if (order.files.length > MOST_DROPPED) return { ok: false, problems: [tooManyDropped(order.files.length)] };
  return sendForm('/corpus/preview', formOf(order, { tables }), signal);
}

/** Begins to bring them in; gives the id of the job. */
export function beginCorpus(order: CorpusOrder, choices: CorpusChoices): Promise<Checked<{ readonly job: string }>> {
  return sendForm('/corpus', formOf(order, choices), null);
}

function formOf({ project, files }: CorpusOrder, choices: Partial<CorpusChoices>): FormData {
  const form = new FormData();
  form.set('project', project);
  form.set('choices', JSON.stringify(choices));
  for (const file of files) form.append('file', file);
  return form;
}
