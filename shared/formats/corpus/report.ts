import type {
  Changed,
  ChangedPlace,
  ChangeRule,
  CorpusRow,
  ExportReport,
  LeaveOutRule,
  LeftOut,
  Loss,
  LossRule,
  RowPlace,
} from './row.ts';

const EXAMPLES = 5;
const EXCERPT = 60;

/** A report in the making. */
export interface Tally {
  written(): void;
  leftOut(rule: LeaveOutRule, row: CorpusRow): void;
  /** `character` stood at `offset` of one side of the row. */
  changed(rule: ChangeRule, row: CorpusRow, side: 'fa' | 'en', offset: number, character: string): void;
  lost(rule: LossRule, row: CorpusRow): void;
  /** What is counted so far. */
  report(): ExportReport;
}

/** Counts what happens to the rows of one export, and keeps the first few places of each kind. */
export function tally(): Tally {
  let rows = 0;
  const leftOut = new Map<LeaveOutRule, LeftOut>();
  const changed = new Map<ChangeRule, Changed>();
  const lost = new Map<LossRule, Loss>();
  return {
    written() {
      rows += 1;
    },
    leftOut(rule, row) {
      const { count, examples } = leftOut.get(rule) ?? { count: 0, examples: [] };
      leftOut.set(rule, { rule, count: count + 1, examples: withExample(examples, () => place(row)) });
    },
    changed(rule, row, side, offset, character) {
      const { count, examples } = changed.get(rule) ?? { count: 0, examples: [] };
      const example = (): ChangedPlace => ({ ...place(row), side, offset, character: codeName(character) });
      changed.set(rule, { rule, count: count + 1, examples: withExample(examples, example) });
    },
    lost(rule, row) {
      const { count, examples } = lost.get(rule) ?? { count: 0, examples: [] };
      lost.set(rule, { rule, count: count + 1, examples: withExample(examples, () => place(row)) });
    },
    report: () => ({
      written: rows,
      leftOut: [...leftOut.values()],
      changed: [...changed.values()],
      lost: [...lost.values()],
    }),
  };
}

function withExample<T>(examples: readonly T[], example: () => T): readonly T[] {
  return examples.length < EXAMPLES ? [...examples, example()] : examples;
}

function place({ document, segment, fa }: CorpusRow): RowPlace {
  const start = [...fa.slice(0, 2 * EXCERPT)].slice(0, EXCERPT).join('');
  return { document, segment, excerpt: start.length < fa.length ? `${start}…` : fa };
}

/** `U+000B` for a character, `U+000D U+000A` for a pair. */
function codeName(characters: string): string {
  return [...characters]
    .map((character) => `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`)
    .join(' ');
}
