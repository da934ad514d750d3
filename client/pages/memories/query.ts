import type { Checked } from '../../../shared/core/problem.ts';
import { type Answers, queries, queryClient } from '../../platform/server.ts';

export type Memory = Answers['memory']['list'][number];
export type Unit = Answers['memory']['units']['units'][number];

/** Asks again for all that is shown of memories. */
export async function refreshMemories(): Promise<void> {
  await Promise.all([
    queryClient.invalidateQueries(queries.memory.pathFilter()),
    queryClient.invalidateQueries(queries.job.pathFilter()),
  ]);
}

/** Sends a memory's file; a job reads it. */
export async function sendMemory(project: string, file: File, isShared: boolean): Promise<Checked<{ job: string }>> {
  const form = new FormData();
  form.set('project', project);
  form.set('shared', String(isShared));
  form.set('file', file);
  try {
    const response = await fetch('/memory', { method: 'POST', body: form });
    return (await response.json()) as Checked<{ job: string }>;
  } catch {
    return { ok: false, problems: [{ rule: 'offline', message: 'The server does not answer.' }] };
  }
}
