import type { Checked } from '../../shared/core/problem.ts';

/** Sends a form with files. A server that does not answer is a problem like any other; only an abort throws. */
export async function sendForm<T>(path: string, body: FormData, signal: AbortSignal | null): Promise<Checked<T>> {
  try {
    const response = await fetch(path, { method: 'POST', body, signal });
    return (await response.json()) as Checked<T>;
  } catch (error) {
    if (signal?.aborted) throw error;
    return { ok: false, problems: [{ rule: 'offline', message: 'The server does not answer.' }] };
  }
}
