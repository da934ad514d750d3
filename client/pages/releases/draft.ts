import type { Status } from '../../../shared/core/status.ts';
import type { Format } from '../../../shared/formats/corpus/row.ts';
import type { Band, DuplicateChoice, ReleaseFilters, Shares } from '../../../shared/release/recipe.ts';
import type { Release } from './query.ts';

/** A release as the dialog has it. */
export interface Draft {
  readonly name: string;
  readonly licence: string;
  readonly formats: readonly Format[];
  /** `null` for all documents as they are; else the version of each that is chosen, `null` for its head. */
  readonly documents: ReadonlyMap<string, number | null> | null;
  readonly filters: ReleaseFilters;
  readonly duplicates: DuplicateChoice;
  /** Kept while it is not divided, so that turning it on again loses nothing. */
  readonly shares: Shares;
  readonly isDivided: boolean;
  readonly seed: string;
}

const open: Band = { from: null, to: null };
const states: readonly Status[] = ['translated', 'reviewed', 'final'];

/** What the dialog begins with: the name that follows from those before. */
export function newDraft(releases: readonly Release[]): Draft {
  return {
    name: nextName(releases[0]?.name, new Set(releases.map(({ name }) => name))),
    licence: '',
    formats: ['tmx', 'jsonl', 'hugging-face'],
    documents: null,
    filters: { states, clean: false, aligned: false, annotated: false, machine: 'with', fa: open, en: open },
    duplicates: 'keep',
    shares: { train: 80, dev: 10, test: 10 },
    isDivided: false,
    seed: '1',
  };
}

/** The last number of the name before, one higher; nothing where it has none. */
function nextName(before: string | undefined, taken: ReadonlySet<string>): string {
  if (before === undefined) return '1.0';
  const name = before.replace(/\d{1,9}(?=\D*$)/, (number) => String(Number(number) + 1));
  return taken.has(name) ? '' : name;
}

/** True where nothing is missing. */
export function isComplete({ name, formats, documents, filters, isDivided, shares }: Draft): boolean {
  const isWhole = documents === null || documents.size > 0;
  const hasShare = !isDivided || shares.train + shares.dev + shares.test > 0;
  return name.trim() !== '' && formats.length > 0 && filters.states.length > 0 && isWhole && hasShare;
}

/** What the server is asked for. */
export function orderOf(project: string, draft: Draft) {
  const { name, licence, formats, documents, filters, duplicates, shares, isDivided, seed } = draft;
  return {
    project,
    name: name.trim(),
    licence: licence.trim(),
    formats: [...formats],
    documents: documents && [...documents].map(([id, version]) => ({ id, version })),
    filters: { ...filters, states: [...filters.states] },
    duplicates,
    splits: isDivided ? { ...shares } : null,
    seed,
  };
}
