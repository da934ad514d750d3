/** Where a segment stands. The lattice is XLIFF 2's `state`; `suggested`, `draft` and `rejected` are sub-states of it. */
export const statuses = ['initial', 'suggested', 'draft', 'translated', 'rejected', 'reviewed', 'final'] as const;
export type Status = (typeof statuses)[number];

/** How the rendering of a segment came to be; `null` while it has none. */
export const origins = ['typed', 'imported', 'memory', 'machine', 'propagated'] as const;
export type Origin = (typeof origins)[number];

/** What people call the states, in English; for where the interface's own language does not reach, like the command line. In
 *  files a state has XLIFF's name. */
export const statusNames: Readonly<Record<Status, string>> = {
  initial: 'not translated',
  suggested: 'suggested',
  draft: 'draft',
  translated: 'confirmed',
  rejected: 'rejected',
  reviewed: 'reviewed',
  final: 'final',
};

/** The state that is called `name`, by its name in files or for people; letters of either case, `-` for a space. `null` for
 *  what is no state. */
export function statusNamed(name: string): Status | null {
  const sought = name.toLowerCase().replaceAll('-', ' ');
  return statuses.find((status) => status === sought || statusNames[status] === sought) ?? null;
}

/** True for a segment that a person has vouched for; typing into it takes that back. */
export function isConfirmed(status: Status): boolean {
  return status === 'translated' || status === 'reviewed' || status === 'final';
}

/** True for a segment that a second look has approved; each is confirmed too. */
export function isReviewed(status: Status): boolean {
  return status === 'reviewed' || status === 'final';
}
