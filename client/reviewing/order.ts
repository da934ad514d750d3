import type { Checked } from '../../shared/core/problem.ts';
import type { DocumentChange } from '../../shared/wire/change.ts';
import type { Contest, ReviewPreview } from '../../shared/wire/review.ts';
import { sendForm } from '../platform/send-form.ts';

/** What came of a review. */
export interface Taken {
  readonly changes: readonly DocumentChange[];
  readonly rows: number;
}

/** What a reviewed Word document would change; `null` where the file is nothing of the kind. */
export async function reviewIn(file: File): Promise<Checked<ReviewPreview> | null> {
  if (!/\.docx$/i.test(file.name)) return null;
  const answer = await sendForm<ReviewPreview>('/review/preview', formOf(file), null);
  if (answer.ok) return answer;
  return answer.problems.some(({ rule }) => rule.startsWith('review.') && rule !== 'review.none') ? answer : null;
}

/** Takes the changes of the file over. */
export function takeReview(file: File, contested: Contest): Promise<Checked<Taken>> {
  return sendForm('/review', formOf(file, contested), null);
}

function formOf(file: File, contested?: Contest): FormData {
  const form = new FormData();
  if (contested) form.set('contested', contested);
  form.append('file', file);
  return form;
}
