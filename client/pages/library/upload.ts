import type { Checked, Problem } from '../../../shared/core/problem.ts';

/** A document that came out of an import. */
export interface Imported {
  readonly id: string;
  readonly title: string;
  readonly segments: number;
  /** What of the file is not in the text, and whether the project has the same text already. */
  readonly notes: readonly Problem[];
}

export interface UploadRequest {
  readonly project: string;
  readonly file: File;
  /** For a text file that is not UTF-8. */
  readonly encoding?: string | undefined;
  /** What becomes of its lines; asked unless it is given. */
  readonly lines?: 'join' | 'keep' | undefined;
  readonly signal?: AbortSignal;
}

/** Sends a file to be imported. A server that does not answer is a problem like any other; only an abort throws. */
export async function uploadFile({
  project,
  file,
  encoding,
  lines,
  signal,
}: UploadRequest): Promise<Checked<Imported>> {
  const form = new FormData();
  form.set('project', project);
  if (encoding) form.set('encoding', encoding);
  form.set('lines', lines ?? 'ask');
  form.set('file', file);
  try {
    const response = await fetch('/import', { method: 'POST', body: form, signal: signal ?? null });
    return (await response.json()) as Checked<Imported>;
  } catch (error) {
    if (signal?.aborted) throw error;
    return { ok: false, problems: [{ rule: 'offline', message: 'The server does not answer.' }] };
  }
}
