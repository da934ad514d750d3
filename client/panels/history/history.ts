import type { Checkpoint, NamedVersion } from '../../../shared/wire/version.ts';

/** A line of the history: where the document stood at `version`, since when, and by whom. */
export interface HistoryEntry {
  readonly version: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly person: string;
  readonly names: readonly string[];
  /** Changes of the run that ends here; 0 for a version inside a run that somebody named. */
  readonly steps: number;
}

/** Checkpoints and names as one list, newest first. A name that stands on the end of a run stands on its line. */
export function historyEntries(
  checkpoints: readonly Checkpoint[],
  named: readonly NamedVersion[],
): readonly HistoryEntry[] {
  const entries = new Map<number, HistoryEntry>();
  for (const { from, to, person, endedAt } of checkpoints) {
    entries.set(to, { version: to, at: endedAt, person, names: [], steps: to - from });
  }
  for (const { version, name, person, at } of named) {
    const entry = entries.get(version) ?? { version, at, person, names: [], steps: 0 };
    entries.set(version, { ...entry, names: [...entry.names, name] });
  }
  return [...entries.values()].sort((a, b) => b.version - a.version);
}
