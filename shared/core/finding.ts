/** How much a finding matters: an error is wrong, a warning may be, a hint is a question of taste. */
export const severities = ['error', 'warning', 'hint'] as const;
export type Severity = (typeof severities)[number];

/** Something in a document that a person should look at. `R` is what can be done about it with one key. */
export interface Finding<R = unknown> {
  /** The same as long as it tells the same of the same thing, whatever is written around it. People ignore a finding by
   *  it; when what it tells changes, it is told again. */
  readonly id: string;
  /** A stable key that the interface translates. */
  readonly rule: string;
  readonly severity: Severity;
  /** The segment to jump to; `null` for what stands in none. */
  readonly segment: string | null;
  readonly mention: string | null;
  /** Values that the translated message needs. */
  readonly values: Readonly<Record<string, string | number>>;
  readonly remedy: R | null;
}

/** How many findings each segment has; those without are left out. */
export function findingCounts(findings: readonly Finding[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { segment } of findings) if (segment !== null) counts.set(segment, (counts.get(segment) ?? 0) + 1);
  return counts;
}
