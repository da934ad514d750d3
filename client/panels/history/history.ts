import type { HistoryEntry, NamedVersion } from '../../../shared/wire/version.ts';

/** A line of the history: the document as it was at `version`, and what led there. */
export interface HistoryLine {
  readonly version: number;
  readonly names: readonly string[];
  /** The entry that ends here; of a version inside one, which somebody named, that one. */
  readonly entry: HistoryEntry | undefined;
  readonly isInside: boolean;
  /** When it was named, of a version inside an entry. Milliseconds since 1970. */
  readonly at: number;
}

/** Entries and names as one list, newest first. A name that stands on the end of an entry stands on its line. */
export function historyLines(entries: readonly HistoryEntry[], named: readonly NamedVersion[]): readonly HistoryLine[] {
  const lines = new Map<number, HistoryLine>();
  for (const entry of entries) {
    lines.set(entry.to, { version: entry.to, names: [], entry, isInside: false, at: entry.endedAt });
  }
  for (const { version, name, at } of named) {
    const around = entries.find(({ from, to }) => from < version && version <= to);
    const line = lines.get(version) ?? { version, names: [], entry: around, isInside: true, at };
    lines.set(version, { ...line, names: [...line.names, name] });
  }
  return [...lines.values()].sort((a, b) => b.version - a.version);
}
