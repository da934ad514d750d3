/** Where a segment stands. The lattice is XLIFF 2's `state`; `suggested`, `draft` and `rejected` are sub-states of it. */
export const statuses = ['initial', 'suggested', 'draft', 'translated', 'rejected', 'reviewed', 'final'] as const;
export type Status = (typeof statuses)[number];

/** How the rendering of a segment came to be; `null` while it has none. */
export const origins = ['typed', 'imported', 'memory', 'machine', 'propagated'] as const;
export type Origin = (typeof origins)[number];

/** True for a segment that a person has vouched for; typing into it takes that back. */
export function isConfirmed(status: Status): boolean {
  return status === 'translated' || status === 'reviewed' || status === 'final';
}
