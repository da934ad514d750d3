import { hues, type Label, labelProblems } from '../../../../shared/core/label.ts';
import type { Problem } from '../../../../shared/core/problem.ts';

/** A label while the labels are edited. One that is to go stays in its place until the list is saved. */
export interface LabelRow extends Label {
  /** Stays with the row wherever it goes. */
  readonly row: number;
  /** True for one that the project does not have yet: documents do not know its id. */
  readonly isNew: boolean;
  readonly isRemoved: boolean;
}

/** What can be wrong with a label, by the field that mends it. */
export type LabelField = 'id' | 'fa' | 'en' | 'key';

/** What is wrong with one row, by field; under `null` what is wrong with the list as a whole. */
export type RowProblems = ReadonlyMap<LabelField | null, Problem>;

/** The labels of a project, to be edited. */
export function labelRows(labels: readonly Label[]): readonly LabelRow[] {
  return labels.map((label, row) => ({ ...label, row, isNew: false, isRemoved: false }));
}

/** The labels that a project would have. */
export function keptLabels(rows: readonly LabelRow[]): readonly Label[] {
  return rows
    .filter(({ isRemoved }) => !isRemoved)
    .map(({ id, fa, en, key, hue }) => ({ id, fa: fa.trim(), en: en.trim(), key, hue }));
}

/** `rows` and a new one at the end, in a colour that as few others as can be have. */
export function withNewLabel(rows: readonly LabelRow[]): readonly LabelRow[] {
  const used = (hue: string) => rows.filter((row) => row.hue === hue && !row.isRemoved).length;
  const [hue = 'stone'] = hues.toSorted((a, b) => used(a) - used(b));
  const row = Math.max(-1, ...rows.map((one) => one.row)) + 1;
  return [...rows, { id: '', fa: '', en: '', key: '', hue, row, isNew: true, isRemoved: false }];
}

/** `rows` with something else said in the one known as `row`. */
export function withLabel(rows: readonly LabelRow[], row: number, said: Partial<LabelRow>): readonly LabelRow[] {
  return rows.map((one) => (one.row === row ? { ...one, ...said } : one));
}

/** Takes a row away. A label that the project has stays to be taken back; a new one is gone. */
export function withoutLabel(rows: readonly LabelRow[], row: number): readonly LabelRow[] {
  return withLabel(rows, row, { isRemoved: true }).filter(({ isNew, isRemoved }) => !(isNew && isRemoved));
}

/** `rows` with the one known as `row` one place up (`-1`) or down (`1`); unchanged at the end of the list. */
export function withMoved(rows: readonly LabelRow[], row: number, by: 1 | -1): readonly LabelRow[] {
  const from = rows.findIndex((one) => one.row === row);
  const moved = rows[from];
  if (!moved || from + by < 0 || from + by >= rows.length) return rows;
  return rows.toSpliced(from, 1).toSpliced(from + by, 0, moved);
}

/** What is wrong, by row and field; what is wrong with the list as a whole stands under `null`. */
export function rowProblems(rows: readonly LabelRow[]): ReadonlyMap<number | null, RowProblems> {
  const kept = rows.filter(({ isRemoved }) => !isRemoved);
  const found = new Map<number | null, Map<LabelField | null, Problem>>();
  for (const problem of labelProblems(keptLabels(rows), rows.length)) {
    const label = kept[Number(problem.element?.replace('label ', '')) - 1];
    const own = found.get(label?.row ?? null) ?? new Map<LabelField | null, Problem>();
    for (const field of fieldsOf(problem, label)) if (!own.has(field)) own.set(field, problem);
    found.set(label?.row ?? null, own);
  }
  return found;
}

function fieldsOf({ rule }: Problem, label: Label | undefined): readonly (LabelField | null)[] {
  if (!label) return [null];
  if (rule === 'label.key' || rule === 'label.noKey') return ['key'];
  if (rule === 'label.name') return (['fa', 'en'] as const).filter((side) => label[side].trim() === '');
  return ['id'];
}

/** True when two lists say the same. */
export function isSameLabels(a: readonly Label[], b: readonly Label[]): boolean {
  const said = ({ id, fa, en, key, hue }: Label) => [id, fa, en, key, hue];
  return JSON.stringify(a.map(said)) === JSON.stringify(b.map(said));
}

/** Ids of the labels of which two lists say something else, or that only one of them has. */
export function differingLabels(a: readonly Label[], b: readonly Label[]): readonly string[] {
  const ids = new Set([...a, ...b].map(({ id }) => id));
  const of = (labels: readonly Label[], id: string) => labels.filter((label) => label.id === id);
  return [...ids].filter((id) => !isSameLabels(of(a, id), of(b, id)));
}
