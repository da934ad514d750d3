/** Where a segment stands. The lattice is XLIFF 2's `state`; `suggested`, `draft` and `rejected` are sub-states of it. */
export const statuses = ['initial', 'suggested', 'draft', 'translated', 'rejected', 'reviewed', 'final'] as const;
export type Status = (typeof statuses)[number];

/** How the rendering of a segment came to be; `null` while it has none. */
export const origins = ['typed', 'imported', 'memory', 'machine', 'propagated'] as const;
export type Origin = (typeof origins)[number];

/** XLIFF 2.1, section 4.3.1.27 (`state`) and 4.3.1.31 (`subState`); the prefix is ours. */
export interface XliffState {
  readonly state: 'initial' | 'translated' | 'reviewed' | 'final';
  readonly subState: `radif:${string}` | null;
}

const xliffStates: Record<Status, XliffState> = {
  initial: { state: 'initial', subState: null },
  suggested: { state: 'initial', subState: 'radif:suggested' },
  draft: { state: 'initial', subState: 'radif:draft' },
  translated: { state: 'translated', subState: null },
  rejected: { state: 'translated', subState: 'radif:rejected' },
  reviewed: { state: 'reviewed', subState: null },
  final: { state: 'final', subState: null },
};

/** The status in the words of XLIFF 2. */
export function xliffState(status: Status): XliffState {
  return xliffStates[status];
}

/** True for a segment that a person has vouched for; typing into it takes that back. */
export function isConfirmed(status: Status): boolean {
  return status === 'translated' || status === 'reviewed' || status === 'final';
}
