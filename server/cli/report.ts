import type { ChangeRule, ExportReport, LeaveOutRule, LossRule } from '../../shared/formats/corpus/row.ts';

const leftOutFor: Readonly<Record<LeaveOutRule, string>> = {
  state: 'in another state than those asked for',
  'empty-source': 'English without Persian, which this format cannot hold',
  'left-out': 'left out of the English on purpose, which this format cannot hold',
  'empty-rendering': 'without a rendering, which this format needs',
  'too-long': 'longer than a cell of this format may be; choose CSV',
  'beyond-most': 'more than a file of this format may hold; choose CSV, or export documents one by one',
};

const changedFor: Readonly<Record<ChangeRule, string>> = {
  'xml-character': 'removed, as XML 1.0 has no such character',
  'line-break': 'written as a space, as the format has one line a segment',
  'xml-in-place': 'written as U+FFFD, as XML 1.0 has no such character',
  'lone-surrogate': 'written as U+FFFD, as half a surrogate pair is no character',
};

const lostFor: Readonly<Record<LossRule, string>> = {
  persian: 'Persian texts are not in it: this format has one side',
  english: 'English texts are not in it: this format has one side',
  mention: 'marked names are not in it: this format has no place for names',
  'crossing-mention': 'marked names are not in it: they cross others, or lie in them',
  'moved-mention': 'marked names begin or end inside words and stand for the whole words',
  link: 'word links are not in it: this format has no place for links',
  'possible-link': 'possible links count as sure: this format knows no others',
  remark: 'notes and properties are not in it: this format has no place for them',
  alignment: 'segments do not say how they were aligned',
  taken: 'segments do not say which match or machine their English was taken from',
  title: 'segments do not say the title of their document',
  'document-id': 'segments do not say the id of their document',
  'segment-id': 'segments do not say their id',
  status: 'segments do not say their state',
  entity: 'names do not say which entity they mean',
  spacing: 'segments have one space between words, whatever stands there in the text',
  label: 'labels of names are written with _ for signs that this format does not know',
  'parted-mention': 'parts of names that go on in another segment stand as names of their own',
};

/** The report of an export in sentences for a terminal. */
export function reportLines({ written, leftOut, changed, lost }: ExportReport): readonly string[] {
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
    ...lost.map(({ rule, count }) => `${count} ${lostFor[rule]}.`),
  ];
}
