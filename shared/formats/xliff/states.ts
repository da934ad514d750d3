import type { Status } from '../../core/status.ts';

/** The states of XLIFF 2 (section 4.3.2, `state`). */
export type XliffState = 'initial' | 'translated' | 'reviewed' | 'final';

/** The prefix of our own values in XLIFF. */
export const PREFIX = 'radif';

/** The state of a segment in XLIFF 2, and its sub-state where XLIFF has no word for it. */
export function xliffState(status: Status): { readonly state: XliffState; readonly subState: string | null } {
  if (status === 'suggested' || status === 'draft') return { state: 'initial', subState: `${PREFIX}:${status}` };
  if (status === 'rejected') return { state: 'translated', subState: `${PREFIX}:rejected` };
  return { state: status, subState: null };
}

/** The other way round. Of sub-states our own count, where they belong to the state; English that another program calls initial is a draft. */
export function statusOf(state: string | undefined, subState: string | undefined, isTranslated: boolean): Status {
  for (const status of ['suggested', 'draft', 'rejected'] as const) {
    const known = xliffState(status);
    if (known.subState === subState && known.state === (state ?? 'initial')) return status;
  }
  if (state === 'translated' || state === 'reviewed' || state === 'final') return state;
  return isTranslated ? 'draft' : 'initial';
}

/** The states of a target in XLIFF 1.2 (section 2.3, `state`), with those that it has no word for as our own (`x-`). */
const states12: Readonly<Record<Status, string>> = {
  initial: 'new',
  suggested: 'x-suggested',
  draft: 'needs-review-translation',
  translated: 'translated',
  rejected: 'x-rejected',
  reviewed: 'signed-off',
  final: 'final',
};

/** The state of a target in XLIFF 1.2. */
export function state12(status: Status): string {
  return states12[status];
}

/** The other way round; a target without a state that anybody knows is translated. */
export function status12(state: string | undefined, isTranslated: boolean): Status {
  const own = (Object.keys(states12) as Status[]).find((status) => states12[status] === state);
  if (own !== undefined) return own;
  if (!isTranslated) return 'initial';
  return /^needs-|^new$/.test(state ?? '') ? 'draft' : 'translated';
}
