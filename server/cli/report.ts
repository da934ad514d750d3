import type { ChangeRule, ExportReport, LeaveOutRule } from '../../shared/formats/corpus/row.ts';

const leftOutFor: Readonly<Record<LeaveOutRule, string>> = {
  state: 'in another state than those asked for',
  'empty-source': 'English without Persian, which this format cannot hold',
  'left-out': 'left out of the English on purpose, which this format cannot hold',
  'empty-rendering': 'without a rendering, which this format needs',
};

const changedFor: Readonly<Record<ChangeRule, string>> = {
  'xml-character': 'removed, as XML 1.0 has no such character',
  'line-break': 'written as a space, as the format has one line a segment',
  'lone-surrogate': 'written as U+FFFD, as half a surrogate pair is no character',
};

/** The report of an export in sentences for a terminal. */
export function reportLines({ written, leftOut, changed }: ExportReport): readonly string[] {
  return [
    `${written} segments written.`,
    ...leftOut.map(
      ({ rule, count, examples }) =>
        `${count} left out, ${leftOutFor[rule]}: ${examples.map(({ segment }) => segment).join(', ')}${count > examples.length ? ', …' : ''}`,
    ),
    ...changed.map(
      ({ rule, count, examples }) =>
        `${count} characters ${changedFor[rule]}: ${examples.map(({ character, segment }) => `${character} in ${segment}`).join(', ')}`,
    ),
  ];
}
