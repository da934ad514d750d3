import { confirmed, type Progress } from '../../../shared/core/progress.ts';

/** How far a document is as a whole, in the words of its segments' states. */
export type Standing = 'initial' | 'draft' | 'translated' | 'reviewed' | 'final';

/** `translated`, `reviewed` and `final` when every segment is at least that; `draft` when work has begun. */
export function standing({ byStatus, ...progress }: Progress): Standing {
  const all = progress.segments;
  if (all === 0 || byStatus.initial === all) return 'initial';
  if (byStatus.final === all) return 'final';
  if (byStatus.final + byStatus.reviewed === all) return 'reviewed';
  return confirmed({ ...progress, byStatus }) === all ? 'translated' : 'draft';
}
